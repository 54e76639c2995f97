import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { type Actor, fund, sent } from '../../../scripts/local/deploy-local.ts';
import type { World } from '../../../scripts/seed/world.ts';
import { type Course, TIED } from './court.ts';
import { AUDITOR, CHALLENGER, type Crowd, keeper, type RunLot } from './crowd.ts';

const FUNDS = 10n ** 12n;
export const BOND = 100_000_000n;
/** So much is put up again where a court has taken a bond. */
const NEW_BOND = 3_000_000_000n;
export const FALSE_DOCUMENT = 3;
const [COUNTERFEIT, REGULATION, GTIN] = [1, 2, 4] as const;
/** As the contract numbers them. */
const [COLLECTING, PENDING, RULED] = [1, 2, 3] as const;

/** Rounds of the first commodity that are challenged, by the epoch of the run in which the lot is offered. */
const CHALLENGED: Readonly<Record<number, { readonly course: Course; readonly offsets: readonly number[] }>> = {
  // In tolerances: the claims are refuted, and every report is far from it.
  0: { course: [2], offsets: [3] },
  1: { course: [1, 1], offsets: [-3] },
  2: { course: [0], offsets: [2] },
  // One says the same as an earlier one, the fifth takes the place of the lowest bond, and the last but one turns out right.
  3: { course: [1, 3], offsets: [2, 4, 6, 6.1, -2, 0.8] },
  4: { course: [2, 0, 2], offsets: [1.5] },
  // Neither the consensus nor the one challenge is right.
  6: { course: [3], offsets: [-1.5] },
};
/** In this round one of the challenges says nothing. */
const EMPTY = 4;
/** Nobody tallies the round of the lot that is offered in this epoch of the run. */
const UNTALLIED = 5;
const LISTED: Readonly<Record<number, { readonly offered: number; readonly ground: number; readonly course: Course }>> =
  {
    // The lot is still on sale.
    6: { offered: 6, ground: COUNTERFEIT, course: [2] },
    7: { offered: 1, ground: FALSE_DOCUMENT, course: [1] },
    // Its round is over.
    9: { offered: 1, ground: REGULATION, course: [1, 2] },
    // Ruled 0 after an appeal: no choice has more votes than the others.
    10: { offered: 9, ground: GTIN, course: [1, TIED] },
  };
const MODELS_DISPUTED = 12;
/** One is condemned, over another nobody votes, and for the last one nobody ever arms the court. */
const MODELS: readonly (Course | null)[] = [[2], [], null];

/** Lets challengers put up bonds. */
export async function fundChallengers({ commune }: Crowd): Promise<void> {
  for (const index of [CHALLENGER, AUDITOR]) await fund(commune, commune.actor(index), FUNDS);
}

/** Whether nobody tallies a round of the run, counted from its first epoch. */
export function isUntallied({ startEpoch, commodity }: RunLot, first: number): boolean {
  return commodity === 0 && startEpoch - first === UNTALLIED;
}

/** Before the tally: somebody asserts what will be the consensus. */
export async function challengeEarly(crowd: Crowd, epoch: number, first: number): Promise<void> {
  for (const lot of crowd.lots.filter(({ closingEpoch, commodity }) => closingEpoch === epoch && commodity === 0)) {
    if (lot.startEpoch - first === EMPTY) await challenge(crowd, lot, 1, 0);
  }
}

/** In the tally windows: some challenge, before or after the tally; evidence of others is handed in. */
export async function challengeRounds(crowd: Crowd, epoch: number, first: number): Promise<void> {
  for (const lot of crowd.lots.filter(({ closingEpoch, commodity }) => closingEpoch === epoch && commodity === 0)) {
    const plan = CHALLENGED[lot.startEpoch - first];
    const isMoot = isUntallied(lot, first);
    if (plan === undefined && !isMoot) continue;
    for (const [i, offset] of (plan?.offsets ?? [2]).entries()) await challenge(crowd, lot, i, offset);
    const { disputes } = crowd.commune.contracts;
    const caseId = await disputes.read.caseOfRound([lot.lotId]);
    await submitEvidence(crowd, caseId, crowd.producer);
    crowd.rounds.push({ lot, caseId, course: plan?.course ?? [] });
    if (!isMoot) lot.scoringEpoch = null;
  }
}

/** The same account challenges twice; bonds rise from one to the next but for the first, which is the highest. */
async function challenge({ commune, parameters }: Crowd, lot: RunLot, i: number, offset: number): Promise<void> {
  const { disputes } = commune.contracts;
  const { account } = commune.actor(i % 2 === 0 ? CHALLENGER : AUDITOR);
  const values = lot.truth.map((value, k) => value + Math.round((parameters[k]?.tolerance ?? 0) * offset));
  const bond = i === 0 ? 10n * BOND : BOND + BigInt(i) * 1_000_000n;
  const args = [lot.lotId, values, bond, documentDigest({ lot: lot.lotId, i })] as const;
  // More than the arbitrator costs: what is over comes back.
  const value = (await disputes.read.arbitrationCost()) + 1_000n;
  await sent(commune, 'challenge', disputes.write.challenge(args, { account, value }));
}

async function submitEvidence({ commune }: Crowd, caseId: bigint, { account }: Actor): Promise<void> {
  const args = [caseId, documentDigest({ case: Number(caseId) })] as const;
  await sent(commune, 'evidence', commune.contracts.disputes.write.submitEvidence(args, { account }));
}

/** After the closing epoch the rounds come before the court; one case turns out to be about nothing. */
export async function referRounds(crowd: Crowd, epoch: number): Promise<void> {
  const { disputes } = crowd.commune.contracts;
  for (const { lot, caseId, course } of crowd.rounds) {
    if (lot.closingEpoch !== epoch - 1) continue;
    await sent(crowd.commune, 'refer', disputes.write.refer([lot.lotId], keeper(crowd.commune)));
    const { state, disputeId } = await disputes.read.caseOf([caseId]);
    if (state === PENDING) crowd.courses.set(Number(disputeId), course);
  }
}

/** Cases about lots as such, and about models; in one the court never comes together. */
export async function disputeListings(crowd: Crowd, world: World, epoch: number, first: number): Promise<void> {
  const { commune } = crowd;
  const { disputes } = commune.contracts;
  const plan = LISTED[epoch - first];
  const value = await disputes.read.arbitrationCost();
  const options = { account: commune.actor(CHALLENGER).account, value };
  if (plan !== undefined) {
    const lot = crowd.lots.find((one) => one.commodity === 0 && one.startEpoch === first + plan.offered);
    if (lot === undefined) throw new Error(`no lot was offered in epoch ${plan.offered} of the run`);
    const args = [lot.lotId, plan.ground, BOND, documentDigest({ plan })] as const;
    await sent(commune, 'dispute listing', disputes.write.disputeListing(args, options));
    await remember(crowd, await disputes.read.caseOfListing([lot.lotId]), plan.course);
  }
  if (epoch - first === MODELS_DISPUTED) {
    for (const [i, course] of MODELS.entries()) {
      const { modelId } = world.models[i] ?? { modelId: 0 };
      const args = [modelId, COUNTERFEIT, BOND, documentDigest({ modelId })] as const;
      await sent(commune, 'dispute model', disputes.write.disputeModel(args, options));
      await remember(crowd, await disputes.read.caseOfModel([modelId]), course);
    }
  }
}

/** @param course null: nobody ever arms the court */
async function remember(crowd: Crowd, caseId: bigint, course: Course | null): Promise<void> {
  const { disputeId } = await crowd.commune.contracts.disputes.read.caseOf([caseId]);
  if (course === null) crowd.neglected.add(Number(disputeId));
  else crowd.courses.set(Number(disputeId), course);
}

/** Carries out what was ruled; rounds can be scored then, and producers put up bonds that were taken. */
export async function carryOut(crowd: Crowd): Promise<void> {
  const { commune } = crowd;
  const { disputes, evaluations } = commune.contracts;
  const count = await disputes.read.caseCount();
  for (let caseId = 1n; caseId <= count; caseId++) {
    const { state } = await disputes.read.caseOf([caseId]);
    if (state !== RULED) continue;
    await sent(commune, 'execute case', disputes.write.execute([caseId], keeper(commune)));
    const round = crowd.rounds.find((one) => one.caseId === caseId);
    if (round === undefined) continue;
    round.lot.scoringEpoch = (await evaluations.read.roundOf([round.lot.lotId])).scoringEpoch;
  }
  await renewBonds(crowd);
}

async function renewBonds({ commune, commodityIds, producer }: Crowd): Promise<void> {
  const { commodities } = commune.contracts;
  const required = await commodities.read.bondRequired();
  for (const id of commodityIds) {
    const { bond, pledged, retired } = await commodities.read.commodityOf([id]);
    if (retired || bond >= required + pledged) continue;
    const args = [id, NEW_BOND] as const;
    await sent(commune, 'bond', commodities.write.topUpBond(args, { account: producer.account }));
  }
}

/** Ends the case that no court came together for, whose ruling then comes too late; credits and coins are paid once. */
export async function lapse(crowd: Crowd): Promise<void> {
  const { commune } = crowd;
  const { disputes } = commune.contracts;
  const count = await disputes.read.caseCount();
  for (let caseId = 1n; caseId <= count; caseId++) {
    const { state } = await disputes.read.caseOf([caseId]);
    if (state !== COLLECTING && state !== PENDING) continue;
    await sent(commune, 'lapse', disputes.write.lapse([caseId], keeper(commune)));
  }
  await carryOut(crowd);
}

/** Pays what Disputes owes, so that later credits stay. */
export async function payOut({ commune }: Crowd): Promise<void> {
  const { disputes } = commune.contracts;
  const { account } = commune.actor(AUDITOR);
  if ((await disputes.read.creditOf([account.address])) > 0n)
    await sent(commune, 'withdraw', disputes.write.withdraw([account.address], keeper(commune)));
  if ((await disputes.read.coinsOf([account.address])) > 0n)
    await sent(commune, 'withdraw', disputes.write.withdrawCoins([account.address], keeper(commune)));
  await sent(commune, 'audit fund', disputes.write.collectAuditFund(keeper(commune)));
}

/** Challengers get what the court paid back of what they paid for it. */
export async function reclaim({ commune }: Crowd): Promise<void> {
  const { court, disputes } = commune.contracts;
  let reclaimed = 0;
  const count = await disputes.read.caseCount();
  for (let caseId = 1n; caseId <= count; caseId++) {
    const one = await disputes.read.caseOf([caseId]);
    if (one.disputeId === 0n || (await court.read.refundOf([one.disputeId])) <= one.reclaimed) continue;
    // The last one waits.
    if (++reclaimed > 2) return;
    await sent(commune, 'reclaim', disputes.write.reclaimFees([caseId], keeper(commune)));
  }
  if (reclaimed === 0) throw new Error('the court paid nothing back');
}
