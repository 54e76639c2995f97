import { type Address, formatUnits, type Hex, maxUint256, toFunctionSelector } from 'viem';
import { DECISION_CLASSES } from '../../../protocol/governance/decision-class.ts';
import { parameterSetters } from '../../../protocol/governance/limits.ts';
import { listedFunctions } from '../../../protocol/governance/listed-functions.ts';
import type { Deployed } from './deployed.ts';
import { eventsOf } from './events.ts';
import type { Facts } from './facts.ts';

const MEMBERSHIP_KINDS = 6;
const YEAR = 365 * 24 * 60 * 60;

/** Every parameter is inside the limits of the code. */
export async function checkParameters({ contracts, profile }: Deployed, facts: Facts): Promise<void> {
  const { settlement, commodities, models, disputes, evaluations, platforms, validators, court } = contracts;
  const { memberships, governor, timelock } = contracts;
  const rules = await validators.read.rulesAt([await validators.read.nextElection()]);
  const jury = await court.read.parametersOf([await court.read.currentVersion()]);
  const values: Record<string, number | bigint> = {
    expertBps: await settlement.read.expertBps(),
    experiencerBps: await settlement.read.experiencerBps(),
    communeBps: await settlement.read.communeBps(),
    commodityBond: await commodities.read.bondRequired(),
    unsealChargeBps: await commodities.read.unsealChargeBps(),
    modelBond: await models.read.bondRequired(),
    challengeBond: await disputes.read.bondRequired(),
    kappaBps: await evaluations.read.kappaBps(),
    bondMultiple: await evaluations.read.bondMultiple(),
    minBond: await platforms.read.minBond(),
    ...{ seats: rules.seats, minSelfBond: rules.minSelfBond, minPower: rules.minPower },
    ...jury,
    thresholdBps: await governor.read.thresholdBps(),
    turnoutFloorBps: await governor.read.quorumNumerator(),
    lateFlipExtension: await governor.read.lateFlipExtension(),
  };
  const limits = new Map(parameterSetters.flatMap(({ parameters }) => parameters.map((one) => [one.name, one])));
  const within = (name: string, value: number | bigint, what = name) => {
    const { min, max } = limits.get(name) ?? { min: 0n, max: maxUint256 };
    facts.within(what, BigInt(value), min, max);
  };
  for (const [name, value] of Object.entries(values)) {
    facts.that(`no limits are known of ${name}`, limits.has(name));
    within(name, value);
  }
  for (let kind = 0; kind < MEMBERSHIP_KINDS; kind++) {
    within('membershipPrice', await memberships.read.priceOf([kind]), `price of membership ${kind}`);
  }
  for (const [i, name] of DECISION_CLASSES.entries()) {
    const { votingDelay, votingPeriod } = await governor.read.timingOf([i]);
    within('votingDelay', votingDelay, `voting delay of ${name} decisions`);
    within('votingPeriod', votingPeriod, `voting period of ${name} decisions`);
  }
  facts.within('timelockDelay', await timelock.read.getMinDelay(), BigInt(profile.leastTimelockDelay), 2_592_000n);
  facts.same('least turnout', await governor.read.leastTurnout(), profile.leastTurnout);
}

/** Functions of each class, and nothing else than what the sources list. */
export async function checkClasses({ client, contracts, startBlock }: Deployed, facts: Facts): Promise<void> {
  const { governor } = contracts;
  const set = await eventsOf<{ target: Address; selector: Hex }>(client, governor, 'ClassSet', startBlock);
  const expected = new Map<string, number>();
  for (const { contract, signature, decisionClass } of listedFunctions) {
    const key = `${contracts[contract].address} ${toFunctionSelector(signature)}`.toLowerCase();
    expected.set(key, DECISION_CLASSES.indexOf(decisionClass));
  }
  const keys = new Set([
    ...expected.keys(),
    ...set.map(({ target, selector }) => `${target} ${selector}`.toLowerCase()),
  ]);
  for (const key of keys) {
    const [target, selector] = key.split(' ') as [Address, Hex];
    const listed = await governor.read.listedClass([target, selector]);
    facts.same(`class of ${key}`, DECISION_CLASSES[listed], DECISION_CLASSES[expected.get(key) ?? 0]);
  }
}

/** CTT is what the spec says, and so is the genesis guardian's office. */
export async function checkTokens({ contracts, profile }: Deployed, facts: Facts): Promise<void> {
  const { token, vesting, emission, guardian, asset } = contracts;
  const [cap, supply] = [await token.read.cap(), await token.read.totalSupply()];
  facts.same('cap of CTT', formatUnits(cap, 18), '1000000000');
  facts.within('supply of CTT', supply, (2n * cap) / 10n, cap);
  const start = await vesting.read.start();
  facts.same('cliff of the vesting wallet', await vesting.read.cliff(), start + BigInt(YEAR));
  facts.same('end of the vesting wallet', await vesting.read.end(), start + BigInt(4 * YEAR));
  facts.that(
    'the emission is paid to nobody before its first epoch',
    (await emission.read.treasuryUntil()) >= (await emission.read.firstEpoch()),
  );
  const left = Number(await guardian.read.expiresAt()) - Number(start);
  facts.that(`the guardian is in office for ${left} s`, left <= profile.guardianOffice + 24 * 60 * 60);
  facts.same('decimals of the settlement asset', await asset.read.decimals(), 6);
}
