import { lowerWeightedMedian } from '../../protocol/experience/lower-weighted-median.ts';
import { accountIndex } from './accounts.ts';
import { type Commune, sent } from './deploy-local.ts';
import type { DraftReport } from './report.ts';

/** States of a round, in the order of the contract's enum. */
export const ROUND_STATES = ['Open', 'Tallied', 'Final', 'Unproven', 'Voided'] as const;

const TALLY_PAGE = 100;
const SCORE_PAGE = 20;

/** What a keeper does in the tally window: computes the medians and proposes them, page by page. */
export async function tallyRound(commune: Commune, lotId: number, revealed: readonly DraftReport[]): Promise<number[]> {
  const { evaluations } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  const reports = revealed.toSorted((a, b) => a.experiencerId - b.experiencerId);
  const weights = await Promise.all(
    reports.map(async ({ experiencerId }) => (await evaluations.read.reportOf([lotId, experiencerId])).weight),
  );
  const parameters = reports[0]?.values.length ?? 0;
  const consensus = Array.from({ length: parameters }, (_, i) =>
    lowerWeightedMedian(reports.map(({ values }, k) => ({ value: values[i] ?? 0, weight: weights[k] ?? 0n }))),
  );
  for (let from = 0; from < reports.length; from += TALLY_PAGE) {
    const ids = reports.slice(from, from + TALLY_PAGE).map(({ experiencerId }) => experiencerId);
    await sent(commune, 'tally', evaluations.write.tally([lotId, consensus, ids], { account }));
  }
  return consensus;
}

/** Ends the closing epoch of a lot; gives the state of its round. */
export async function finalizeRound(commune: Commune, lotId: number): Promise<(typeof ROUND_STATES)[number]> {
  const { evaluations } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  await sent(commune, 'finalize', evaluations.write.finalize([lotId], { account }));
  return ROUND_STATES[(await evaluations.read.roundOf([lotId])).state] ?? 'Open';
}

/** Scores reports in batches. */
export async function scoreRound(commune: Commune, lotId: number, experiencerIds: readonly number[]): Promise<void> {
  const { account } = commune.actor(accountIndex.keeper);
  for (let from = 0; from < experiencerIds.length; from += SCORE_PAGE) {
    const ids = experiencerIds.slice(from, from + SCORE_PAGE);
    await sent(commune, 'score', commune.contracts.evaluations.write.score([lotId, ids], { account }));
  }
}

/** Fixes the winners and the pot; from now on rewards can be claimed. */
export async function closeRound(commune: Commune, lotId: number): Promise<void> {
  const { account } = commune.actor(accountIndex.keeper);
  await sent(commune, 'close', commune.contracts.evaluations.write.close([lotId], { account }));
}

/** Fixes the winners, pays every report of the lot, and carries what is left. */
export async function payRound(commune: Commune, lotId: number, experiencerIds: readonly number[]): Promise<void> {
  const { evaluations } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  await closeRound(commune, lotId);
  for (const experiencerId of experiencerIds) {
    await sent(commune, 'claim', evaluations.write.claim([lotId, experiencerId], { account }));
  }
  await sent(commune, 'sweep leftover', evaluations.write.sweepLeftover([lotId], { account }));
}
