import { expect } from 'chai';
import { type PublicClient, parseUnits } from 'viem';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { type ElectSettings, elect } from '../../scripts/elect/elect.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Actor, type Commune, sent } from '../../scripts/local/deploy-local.ts';
import { callTo, type GovernedCall, govern } from '../../scripts/local/govern.ts';

const CTT = parseUnits('1', 18);
const PROFILE = documentDigest('a document');

/** Somebody who is to have power. */
export interface Trusted {
  readonly actor: Actor;
  /** In the smallest unit. */
  readonly power: bigint;
}

/** Registers experiencers. Nobody has measured anything yet: the timelock gives them power, which counts from the next epoch on. */
export async function trust(commune: Commune, people: readonly Trusted[]): Promise<void> {
  const { power, timelock } = commune.contracts;
  const mints: GovernedCall[] = [];
  for (const { actor, power: amount } of people) {
    const { account } = actor;
    await sent(commune, 'register', power.write.register([PROFILE], { account }));
    mints.push(callTo(power, 'mint', [await power.read.idOf([account.address]), amount]));
  }
  const appoint = (is: boolean) => callTo(power, 'appointMinter', [timelock.address, is]);
  await govern(commune, 'trust', [appoint(true), ...mints, appoint(false)]);
}

/** The first to stand for election; the founders name them all. */
export async function standJurors(commune: Commune, jurors: readonly Actor[]): Promise<void> {
  const { token, validators } = commune.contracts;
  const founders = commune.actor(accountIndex.founders).account;
  for (const { account } of jurors) {
    await sent(commune, 'give', token.write.transfer([account.address, 2_000n * CTT], { account: founders }));
    await sent(commune, 'approve', token.write.approve([validators.address, 2_000n * CTT], { account }));
    await sent(commune, 'stand', validators.write.stand([2_000n * CTT, 500], { account }));
  }
  await sent(commune, 'approve', token.write.approve([validators.address, 500n * CTT], { account: founders }));
  await sent(commune, 'bond', validators.write.bond([500n * CTT], { account: founders }));
  const all = jurors.map((_, i) => i + 1);
  await sent(commune, 'nominate', validators.write.nominate([all], { account: founders }));
}

/** In the last epoch of a term: elects who sits in the next one. */
export async function holdElection(commune: Commune): Promise<void> {
  const { result } = await elect(commune.publicClient as PublicClient, {
    elections: commune.contracts.elections.address,
    edgesPerPage: 100,
    wallet: commune.actor(accountIndex.keeper) as unknown as NonNullable<ElectSettings['wallet']>,
    say: () => {},
  });
  expect(result).to.equal('submitted');
}
