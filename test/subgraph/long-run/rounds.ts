import { keccak256, numberToHex } from 'viem';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import { lowerWeightedMedian } from '../../../protocol/experience/lower-weighted-median.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { unsealLot } from '../../../scripts/local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../../../scripts/local/report.ts';
import { finalizeRound, ROUND_STATES, scoreRound } from '../../../scripts/local/run-round.ts';
import { type Crowd, keeper, type RunLot, type Tester } from './crowd.ts';
import { isUntallied } from './disputes.ts';
import { openHeldBack } from './trade.ts';

const FEW = 3;
const TALLY_PAGE = 5;
/** Balances are the asset's first storage slot. */
const BALANCES_SLOT = 0;

/** Everybody who bought a lot of the statement of `epoch` commits to a report on it. */
export async function commit(crowd: Crowd, epoch: number): Promise<void> {
  for (const lot of crowd.lots.filter(({ startEpoch }) => startEpoch === epoch)) {
    for (const { tester, receipt, salt } of lot.purchases) {
      if (tester === null || (lot.story === 'few' && lot.drafts.length >= FEW)) continue;
      const draft = {
        lotId: lot.lotId,
        experiencerId: tester.id,
        values: measure(crowd, lot),
        evidenceDigest: documentDigest({ lot: lot.lotId, tester: tester.id }),
        salt: localSalt('run report', lot.lotId, tester.id),
      };
      const statement = crowd.statements.find(
        ({ settled, platformId }) => settled.epoch === epoch && platformId === receipt.platformId,
      );
      if (statement === undefined) throw new Error(`epoch ${epoch} is not settled`);
      await commitReport(crowd.commune, tester.actor, draft, { receipt, salt, settled: statement.settled });
      lot.drafts.push({ tester, draft });
    }
  }
}

function measure({ random, parameters }: Crowd, { truth }: RunLot): number[] {
  return truth.map((value, i) => value + Math.round((random.normal() * (parameters[i]?.tolerance ?? 0)) / 3));
}

/** First half of the closing epoch. Now and then somebody forgets. */
export async function revealAll(crowd: Crowd, epoch: number): Promise<void> {
  for (const lot of closingIn(crowd, epoch)) {
    if (lot.story === 'silent') continue;
    for (const [i, { tester, draft }] of lot.drafts.entries()) {
      if (i > 0 || lot.story === 'few') await revealReport(crowd.commune, tester.actor, draft);
    }
    if (lot.story !== 'sealed') await unsealLot(crowd.commune, crowd.producer, lot);
  }
}

/** Second half of the closing epoch: in pages, two of which do not complete the count. */
export async function tallyAll(crowd: Crowd, epoch: number, first: number): Promise<void> {
  const { commune } = crowd;
  const { evaluations } = commune.contracts;
  for (const lot of closingIn(crowd, epoch)) {
    if (['few', 'sealed', 'silent'].includes(lot.story) || isUntallied(lot, first)) continue;
    const revealed: (DraftReport & { weight: bigint })[] = [];
    for (const { draft } of lot.drafts) {
      const { weight, state } = await evaluations.read.reportOf([lot.lotId, draft.experiencerId]);
      if (state === 2) revealed.push({ ...draft, weight });
    }
    const consensus = lot.truth.map((_, i) =>
      lowerWeightedMedian(revealed.map(({ values, weight }) => ({ value: values[i] ?? 0, weight }))),
    );
    const ids = revealed.map(({ experiencerId }) => experiencerId).toSorted((a, b) => a - b);
    for (let from = 0; from < ids.length; from += TALLY_PAGE) {
      const args = [lot.lotId, consensus, ids.slice(from, from + TALLY_PAGE)] as const;
      await sent(commune, 'tally', evaluations.write.tally(args, keeper(commune)));
    }
  }
}

/** The scoring epoch: scores, opens what was held back, and scores again. One report of a round stays unscored. */
export async function scoreAll(crowd: Crowd, epoch: number): Promise<void> {
  const lots = crowd.lots.filter(({ scoringEpoch }) => scoringEpoch === epoch);
  const finals: RunLot[] = [];
  for (const lot of lots) if (await isFinal(crowd, lot)) finals.push(lot);
  for (const lot of finals) await scoreRound(crowd.commune, lot.lotId, scorable(lot));
  await openHeldBack(crowd, epoch);
  const { evaluations, settlement } = crowd.commune.contracts;
  for (const { lotId } of finals) {
    const again = [];
    for (const id of scorable(finals.find((lot) => lot.lotId === lotId) as RunLot)) {
      const [{ nominated }, now] = await Promise.all([
        evaluations.read.reportOf([lotId, id]),
        settlement.read.nominatedOf([lotId, id]),
      ]);
      if (now > nominated) again.push(id);
    }
    if (again.length > 0) await scoreRound(crowd.commune, lotId, again);
  }
}

/** Finalizes a round that no court has ended. */
async function isFinal({ commune }: Crowd, { lotId }: RunLot): Promise<boolean> {
  const state = ROUND_STATES[(await commune.contracts.evaluations.read.roundOf([lotId])).state];
  const isOver = state !== 'Open' && state !== 'Tallied';
  return (isOver ? state : await finalizeRound(commune, lotId)) === 'Final';
}

/** The first never reveals, the second is never scored. */
function scorable({ drafts }: RunLot): number[] {
  return drafts.slice(2).map(({ draft }) => draft.experiencerId);
}

/** The claiming epoch: closes, pays (once the asset refuses) and sweeps; the last reporter's claim is left to others. */
export async function payAll(crowd: Crowd, epoch: number): Promise<void> {
  const { commune } = crowd;
  const { evaluations } = commune.contracts;
  for (const lot of crowd.lots.filter(({ scoringEpoch }) => scoringEpoch === epoch - 1)) {
    await sent(commune, 'close', evaluations.write.close([lot.lotId], keeper(commune)));
    const leaves = lot.lotId % 3 === 0;
    for (const [i, { tester }] of lot.drafts.entries()) {
      if (leaves && i === lot.drafts.length - 1) continue;
      if (lot.lotId % 4 === 0 && i === 2 + (lot.lotId % 8)) await claimRefused(crowd, lot.lotId, tester);
      else await sent(commune, 'claim', evaluations.write.claim([lot.lotId, tester.id], keeper(commune)));
    }
    const { winnersLeft, closed, state } = await evaluations.read.roundOf([lot.lotId]);
    if (winnersLeft === 0 && (closed || state === 4)) {
      await sent(commune, 'sweep', evaluations.write.sweepLeftover([lot.lotId], keeper(commune)));
    }
  }
}

/** A claim that the asset refuses to pay, as the contract's balance is gone for a moment. */
async function claimRefused({ commune }: Crowd, lotId: number, { id }: Tester): Promise<void> {
  const { asset, evaluations } = commune.contracts;
  const { provider } = commune.connection;
  const key = `${evaluations.address.slice(2).padStart(64, '0')}${BALANCES_SLOT.toString().padStart(64, '0')}`;
  const slot = keccak256(`0x${key}`);
  const before = await asset.read.balanceOf([evaluations.address]);
  const set = (value: bigint) =>
    provider.request({
      method: 'hardhat_setStorageAt',
      params: [asset.address, slot, numberToHex(value, { size: 32 })],
    });
  await set(0n);
  await sent(commune, 'claim', evaluations.write.claim([lotId, id], keeper(commune)));
  await set(before);
}

function closingIn({ lots }: Crowd, epoch: number): RunLot[] {
  return lots.filter(({ closingEpoch }) => closingEpoch === epoch);
}
