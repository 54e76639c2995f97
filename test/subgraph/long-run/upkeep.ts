import { parseUnits } from 'viem';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { householdModel } from '../../../scripts/cycle/household-model.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type Commune, sent } from '../../../scripts/local/deploy-local.ts';
import { callTo, type GovernedCall, govern } from '../../../scripts/local/govern.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import type { DocumentStore } from '../../../scripts/seed/document-store.ts';
import { type Crowd, HEIR, keeper, NEW_RECOMMENDER } from './crowd.ts';

/** Admits a second platform with the first one's operator and key. */
export async function admitPlatform({ commune, platformIds }: Crowd): Promise<void> {
  const { platforms } = commune.contracts;
  const operator = commune.actor(accountIndex.platform).account.address;
  const args = [operator, localKey(accountIndex.platformSigner).address, 'https://second.example'] as const;
  await govern(commune, 'admit', [callTo(platforms, 'admit', args)]);
  platformIds.push(await platforms.read.platformCount());
}

/** Every parameter that governance can set, and a platform suspended, resumed and moved. */
export async function changeParameters({ commune, platformIds }: Crowd): Promise<void> {
  const [, second = 0] = platformIds;
  const { models, commodities, settlement, evaluations, platforms } = commune.contracts;
  await govern(commune, 'parameters', [
    callTo(models, 'setBondRequired', [300_000_000n]),
    callTo(commodities, 'setBondRequired', [400_000_000n]),
    callTo(commodities, 'setUnsealCharge', [3_000]),
    callTo(settlement, 'setShares', [900, 5_500, 70]),
    callTo(evaluations, 'setBondMultiple', [5]),
    callTo(evaluations, 'setKappa', [8_000]),
    callTo(platforms, 'suspend', [second]),
    callTo(platforms, 'resume', [second]),
    callTo(platforms, 'setMinBond', [12_000_000_000n]),
    ...finalityCalls(commune),
  ]);
  const { account } = commune.actor(accountIndex.platform);
  await sent(commune, 'endpoint', platforms.write.setEndpoint([second, 'https://moved.example'], { account }));
}

/** Rules of elections, parameters of the court, and what a challenge needs. */
function finalityCalls({ contracts }: Commune): GovernedCall[] {
  const { validators, court, disputes } = contracts;
  const rules = { seats: 20, minSelfBond: parseUnits('1200', 18), minPower: 1_100_000n };
  const parameters = {
    feePerJuror: parseUnits('0.003', 18),
    lockPerSeat: parseUnits('800', 18),
    ...{ incoherentBps: 1_500, silentBps: 3_000, appealBondBps: 8_000 },
  };
  return [
    callTo(validators, 'setRules', [rules]),
    callTo(court, 'setParameters', [parameters]),
    callTo(disputes, 'setBondRequired', [60_000_000n]),
    callTo(disputes, 'setMetaEvidence', [1, documentDigest({ kind: 'listing' })]),
  ];
}

/** The second platform is stopped for good. */
export async function suspendPlatform({ commune, platformIds }: Crowd): Promise<void> {
  const [, second = 0] = platformIds;
  const { platforms } = commune.contracts;
  await govern(commune, 'suspend', [callTo(platforms, 'suspend', [second])]);
}

/** New terms, more bond, a new revision, a new payout address, a profile. */
export async function changeMinds(crowd: Crowd, documents: DocumentStore): Promise<void> {
  const { commune, expert, producer, modelId, parameters, testers } = crowd;
  const { models, commodities, recommenders, power } = commune.contracts;
  const [first = 0, second = 0] = crowd.commodityIds;
  await sent(commune, 'terms', commodities.write.setTerms([first, 2_000, 300], { account: producer.account }));
  await sent(commune, 'top up', commodities.write.topUpBond([first, 700_000_000n], { account: producer.account }));
  await sent(commune, 'top up', commodities.write.topUpBond([second, 700_000_000n], { account: producer.account }));
  const revised = documents.put({ ...householdModel, version: '1.1.0' });
  await sent(commune, 'revise', models.write.revise([modelId, revised, parameters], { account: expert.account }));
  const recommender = commune.actor(accountIndex.firstRecommender);
  const payout = commune.actor(accountIndex.firstRecommender + 4).account.address;
  await sent(commune, 'payout', recommenders.write.setPayout([payout], { account: recommender.account }));
  const [one, two] = testers;
  if (one === undefined || two === undefined) throw new Error('no testers');
  const profile = documents.put({
    name: { 'zh-Hans': '测评一号', en: 'Tester one' },
    about: { 'zh-Hans': '', en: '' },
  });
  await sent(commune, 'profile', power.write.setProfile([profile], { account: one.actor.account }));
  // Its bytes are no document.
  const malformed = documents.put(['no', 'profile']);
  await sent(commune, 'profile', power.write.setProfile([malformed], { account: two.actor.account }));
}

/** A recommender's id changes hands; another one is offered and waits. */
export async function handRecommenderOver({ commune }: Crowd): Promise<void> {
  const { recommenders } = commune.contracts;
  const [first, second] = [0, 1].map((i) => commune.actor(accountIndex.firstRecommender + i).account);
  const heir = commune.actor(NEW_RECOMMENDER).account;
  if (first === undefined || second === undefined) throw new Error('no recommenders');
  const id = await recommenders.read.idOf([second.address]);
  for (const account of [first, second]) {
    await sent(commune, 'offer', recommenders.write.offer([heir.address], { account }));
  }
  await sent(commune, 'accept', recommenders.write.accept([id, heir.address], { account: heir }));
}

/** The expert gives the model away. */
export async function bequeathModel({ commune, expert, modelId }: Crowd): Promise<void> {
  const { models } = commune.contracts;
  const heir = commune.actor(HEIR).account.address;
  const args = [expert.account.address, heir, BigInt(modelId)] as const;
  await sent(commune, 'transfer', models.write.transferFrom(args, { account: expert.account }));
}

/** Pays out what some are owed and what funds accrued. */
export async function collect({ commune, expert }: Crowd, epochs: readonly number[]): Promise<void> {
  const { settlement, evaluations } = commune.contracts;
  await sent(commune, 'withdraw', settlement.write.withdraw([expert.account.address], keeper(commune)));
  for (const epoch of epochs) {
    await sent(commune, 'collect', settlement.write.collectCommune([epoch], keeper(commune)));
  }
  // Nobody's epoch, and nothing in it: anybody may say so.
  await sent(commune, 'collect', settlement.write.collectCommune([4_294_967_295], keeper(commune)));
  await sent(commune, 'collect', evaluations.write.collectAuditFund(keeper(commune)));
}

/** Withdraws the first refused payment that is found; the others stay credited. */
export async function withdrawRefused({ commune, testers }: Crowd): Promise<void> {
  const { evaluations } = commune.contracts;
  for (const { actor } of testers) {
    const credit = await evaluations.read.creditOf([actor.account.address]);
    if (credit === 0n) continue;
    await sent(commune, 'withdraw', evaluations.write.withdraw([actor.account.address], keeper(commune)));
    return;
  }
  throw new Error('no payment was refused');
}

/** Ends model and commodity; a year later bonds are free, carry and statements expire. */
export async function retire({ commune, producer, modelId, commodityIds }: Crowd): Promise<void> {
  const { models, commodities } = commune.contracts;
  const heir = commune.actor(HEIR);
  await sent(commune, 'retire', models.write.retire([modelId], { account: heir.account }));
  for (const id of commodityIds)
    await sent(commune, 'retire', commodities.write.retire([id], { account: producer.account }));
}

export async function yearLater({ commune, producer, modelId, commodityIds, statements }: Crowd): Promise<void> {
  const { models, commodities, settlement } = commune.contracts;
  const heir = commune.actor(HEIR);
  await sent(commune, 'bond', models.write.withdrawBond([modelId], { account: heir.account }));
  for (const id of commodityIds) {
    await sent(commune, 'bond', commodities.write.withdrawBond([id], { account: producer.account }));
    await sent(commune, 'expire', settlement.write.expireCarry([id, 0], keeper(commune)));
  }
  for (const { platformId, settled } of statements.slice(0, 4)) {
    const args = [platformId, settled.epoch] as const;
    await sent(commune, 'sweep', settlement.write.sweepStatement(args, keeper(commune)));
  }
  await sent(commune, 'collect', settlement.write.collectAuditFund(keeper(commune)));
  for (const { platformId, settled } of statements.slice(4, 5)) {
    const args = [platformId, settled.epoch] as const;
    await sent(commune, 'sweep', settlement.write.sweepStatement(args, keeper(commune)));
  }
}
