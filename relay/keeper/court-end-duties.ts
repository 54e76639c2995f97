import { type Address, encodeFunctionData, isAddressEqual } from 'viem';
import { PHASES } from '../../protocol/court/phase-at.ts';
import { abis } from '../chain/abis.ts';
import type { CourtDispute } from '../court/disputes.ts';
import { jurorAccounts, type OwedAccount, unpaidJurors } from '../court/owed-jurors.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import { courtDisputes, latestRound } from './court-duties.ts';
import type { Duty } from './duty.ts';

const FINAL = PHASES.indexOf('final');
/** A withdrawal of coins and CTT; a juror's account may be a contract, which must not live on what the other calls may take. */
const WITHDRAWAL_GAS = 200_000n;
/** A settlement that slashes fifteen, and a ruling that is only recorded. */
const SETTLEMENT_GAS = 2_500_000n;
const RULING_GAS = 400_000n;
/** Disputes that are asked about at the same time. */
const READ_AT_A_TIME = 16;

interface FinalDispute extends CourtDispute {
  ruling: number;
}

/**
 * The end of disputes whose ruling is final, in an order in which it can be one transaction: the ruling, the settlement of every round, and the
 * withdrawals of the jurors whom that pays. The rulings of others' arbitrable contracts are theirs to execute.
 */
export async function courtEndDuties(relay: Relay): Promise<Duty[]> {
  const disputes = await finalDisputes(relay);
  const unpaid = await atHead(relay, 'unpaid jurors', () => unpaidJurors(relay.db));
  if (disputes.length === 0 && unpaid.length === 0) return [];
  const jurors = new Set([...unpaid, ...disputes.flatMap(coherentJurors)]);
  const accounts = await atHead(relay, 'juror accounts', () => jurorAccounts(relay.db));
  const owed = [...jurors].map((id) => accounts.get(id)).filter((one) => one !== undefined);
  return [...disputes.flatMap((dispute) => endOf(relay, dispute)), ...owed.map((one) => withdrawalOf(relay, one))];
}

function endOf({ chain }: Relay, { disputeId, arbitrable, isExecuted, rounds }: FinalDispute): Duty[] {
  const to = chain.contracts.court;
  const abi = abis.court;
  const settlements = rounds.flatMap(({ isSettled }, round): Duty[] => {
    if (isSettled) return [];
    const data = encodeFunctionData({ abi, functionName: 'settle', args: [disputeId, BigInt(round)] });
    return [
      { key: `court-end/settle/${disputeId}/${round}`, to, data, doneBy: ['AlreadySettled'], maxGas: SETTLEMENT_GAS },
    ];
  });
  if (isExecuted || !isAddressEqual(arbitrable, chain.contracts.disputes)) return settlements;
  const data = encodeFunctionData({ abi, functionName: 'executeRuling', args: [disputeId] });
  return [
    { key: `court-end/execute/${disputeId}`, to, data, doneBy: ['AlreadyRuled'], maxGas: RULING_GAS },
    ...settlements,
  ];
}

function withdrawalOf({ chain }: Relay, { account, payments }: OwedAccount): Duty {
  return {
    key: `court-end/withdraw/${account}/${payments}`,
    to: chain.contracts.court,
    data: encodeFunctionData({ abi: abis.court, functionName: 'withdraw', args: [account] }),
    doneBy: ['NothingToWithdraw'],
    maxGas: WITHDRAWAL_GAS,
  };
}

/** Whom the rounds pay that are not settled yet: those who voted for the ruling. */
function coherentJurors({ rounds, ruling }: FinalDispute): number[] {
  return rounds.flatMap(({ jury, votes, isSettled }) =>
    isSettled ? [] : [...votes].flatMap(([seat, choice]) => (choice === ruling ? (jury?.[seat] ?? []) : [])),
  );
}

/** Those whose latest round was judged, or cannot be; whether time is over, the court says. */
async function finalDisputes(relay: Relay): Promise<FinalDispute[]> {
  const judged = (await courtDisputes(relay)).filter((dispute) => {
    const { jury, isVoid } = latestRound(dispute);
    return jury !== null || isVoid;
  });
  const found: (FinalDispute | null)[] = [];
  for (let at = 0; at < judged.length; at += READ_AT_A_TIME) {
    found.push(...(await Promise.all(judged.slice(at, at + READ_AT_A_TIME).map((one) => readEnd(relay, one)))));
  }
  return found.filter((dispute) => dispute !== null);
}

function readEnd(relay: Relay, dispute: CourtDispute): Promise<FinalDispute | null> {
  const { client, contracts } = relay.chain;
  const court: { address: Address; abi: typeof abis.court } = { address: contracts.court, abi: abis.court };
  const args = [dispute.disputeId] as const;
  return atHead(relay, `end of ${dispute.disputeId}`, async () => {
    const [phase] = await client.readContract({ ...court, functionName: 'phaseOf', args });
    if (phase !== FINAL) return null;
    const ruling = await client.readContract({ ...court, functionName: 'currentRuling', args });
    return { ...dispute, ruling: Number(ruling) };
  });
}
