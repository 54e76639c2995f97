import { type Address, parseUnits, zeroHash } from 'viem';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type Actor, type Commune, sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, govern } from '../../../scripts/local/govern.ts';
import { toEpoch } from '../../../scripts/local/time.ts';

const FIRST_CANDIDATE = 100;
const FIRST_VOTER = 130;
const POWER = 5_000_000n;
const UNLIMITED = 2n ** 256n - 1n;

export const ctt = (amount: number) => parseUnits(`${amount}`, 18);

export interface Voter {
  stake: bigint;
  targets: readonly number[];
}

export const candidateOf = ({ actor }: Commune, candidateId: number): Actor => actor(FIRST_CANDIDATE + candidateId - 1);
export const voterOf = ({ actor }: Commune, voterId: number): Actor => actor(FIRST_VOTER + voterId - 1);

/** Candidates 1 … with power, bond and a tenth as commission, and voters 1 … who back them. Ends in epoch 1. */
export async function addValidators(commune: Commune, candidates: number, voters: readonly Voter[]): Promise<void> {
  const { power, validators } = commune.contracts;
  const { account } = commune.actor(accountIndex.governance);
  await govern(commune, 'minter', [callTo(power, 'appointMinter', [account.address, true])]);
  for (let id = 1; id <= candidates; id++) {
    const candidate = candidateOf(commune, id).account;
    await sent(commune, 'set-up', power.write.register([zeroHash], { account: candidate }));
    const experiencerId = await power.read.idOf([candidate.address]);
    await sent(commune, 'set-up', power.write.mint([experiencerId, POWER], { account }));
  }
  // Power counts from the next epoch on.
  await toEpoch(commune, 1);
  for (let id = 1; id <= candidates; id++) {
    const candidate = candidateOf(commune, id).account;
    await giveCtt(commune, candidate.address, validators.address, candidateOf(commune, id));
    await sent(commune, 'set-up', validators.write.stand([ctt(10_000), 1_000], { account: candidate }));
  }
  for (const [i, { stake, targets }] of voters.entries()) {
    const voter = voterOf(commune, i + 1);
    await giveCtt(commune, voter.account.address, validators.address, voter);
    await sent(commune, 'set-up', validators.write.bond([stake], { account: voter.account }));
    await sent(commune, 'set-up', validators.write.nominate([[...targets]], { account: voter.account }));
  }
}

export async function giveCtt(commune: Commune, to: Address, spender: Address, owner: Actor): Promise<void> {
  const { token } = commune.contracts;
  const { account } = commune.actor(accountIndex.founders);
  await sent(commune, 'set-up', token.write.transfer([to, ctt(100_000)], { account }));
  await sent(commune, 'set-up', token.write.approve([spender, UNLIMITED], { account: owner.account }));
}
