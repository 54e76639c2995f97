import { decodeFunctionData, isAddressEqual, toFunctionSelector } from 'viem';
import { accountIndex } from '../local/accounts.ts';
import { localKey } from '../local/keys.ts';
import type { Support } from '../local/proposals.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { OpenProposal } from './agenda.ts';
import type { Resident } from './cast.ts';
import type { Settings } from './settings.ts';

/** Parts per 10,000: residents who vote at all, and of those the ones who have no opinion, or another one than most. */
const VOTES_BPS = 8_500;
const UNDECIDED_BPS = 600;
const CONTRARY_BPS = 1_200;
/** ERC-20. */
const PAYMENTS = ['transfer(address,uint256)', 'approve(address,uint256)'].map((one) => toFunctionSelector(one));

/** What most residents think of a proposal: they change parameters readily, keep the treasury closed, and know which platform cheats. */
export async function commonOpinion({ commune }: Pick<Settings, 'commune'>, proposal: OpenProposal): Promise<Support> {
  const { decisionClass, calls } = proposal;
  if (decisionClass === 'parameter') return 'for';
  if (decisionClass === 'emergency') return (await stopsCheats(commune, calls)) ? 'for' : 'against';
  const pays = calls.some(({ value, data }) => value > 0n || PAYMENTS.some((selector) => data.startsWith(selector)));
  return pays ? 'against' : 'for';
}

/** How a resident votes, the same whenever he is asked; `null`: not at all. */
export function opinionOf({ name }: Resident, proposalId: bigint, common: Support): Support | null {
  const random = worldRandom().fork(`vote of ${name} on ${proposalId}`);
  if (!random.chance(VOTES_BPS)) return null;
  if (random.chance(UNDECIDED_BPS)) return 'abstain';
  if (!random.chance(CONTRARY_BPS)) return common;
  return common === 'for' ? 'against' : 'for';
}

async function stopsCheats({ contracts }: Settings['commune'], calls: OpenProposal['calls']): Promise<boolean> {
  const { platforms } = contracts;
  const cheat = localKey(accountIndex.cornerMarket).address;
  const operators = await Promise.all(
    calls.map(async ({ data }) => {
      const { args } = decodeFunctionData({ abi: platforms.abi, data });
      return (await platforms.read.platformOf([Number(args?.[0] ?? 0)])).operator;
    }),
  );
  return operators.every((operator) => isAddressEqual(operator, cheat));
}
