import { encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import type { Chain } from '../chain/connect-chain.ts';
import type { Duty } from './duty.ts';
import type { ReportHistory, RoundHistory } from './round-history.ts';

/** Reports that are scored in one call. */
const SCORE_PAGE = 20;

type Contracts = Pick<Chain, 'contracts'>;

/** After the closing epoch, unless it waits for a ruling. */
export function finalizeDuty({ contracts }: Contracts, round: RoundHistory, epoch: number): Duty | null {
  const endsByItself = round.state === 'Open' || (round.state === 'Tallied' && !round.isHeld);
  if (!endsByItself || epoch <= round.closingEpoch) return null;
  return {
    key: `finalize/${round.lotId}`,
    to: contracts.evaluations,
    data: encodeFunctionData({ abi: abis.evaluations, functionName: 'finalize', args: [round.lotId] }),
    doneBy: ['RoundAlreadyFinal'],
  };
}

/** In the scoring epoch: reports that have no score, or to whose authors more was nominated since. */
export function scoreDuties({ contracts }: Contracts, round: RoundHistory, epoch: number): Duty[] {
  if (round.state !== 'Final' || epoch !== round.scoringEpoch) return [];
  const due = [...round.reports.values()].filter((report) => isScoreDue(round, report));
  const pages = Array.from({ length: Math.ceil(due.length / SCORE_PAGE) }, (_, i) =>
    due.slice(i * SCORE_PAGE, (i + 1) * SCORE_PAGE),
  );
  return pages.map((page) => {
    const ids = page.map(({ experiencerId }) => experiencerId);
    const nominated = ids.reduce((sum, id) => sum + (round.nominated.get(id) ?? 0n), 0n);
    return {
      key: `score/${round.lotId}/${ids.join(',')}/${nominated}`,
      to: contracts.evaluations,
      data: encodeFunctionData({ abi: abis.evaluations, functionName: 'score', args: [round.lotId, ids] }),
      doneBy: ['AlreadyScored'],
    };
  });
}

function isScoreDue(round: RoundHistory, { experiencerId, revealed, scoredNominations, isClaimed }: ReportHistory) {
  if (revealed === null || isClaimed) return false;
  return scoredNominations === null || (round.nominated.get(experiencerId) ?? 0n) > scoredNominations;
}

/** After the scoring epoch. */
export function closeDuty({ contracts }: Contracts, round: RoundHistory, epoch: number): Duty | null {
  const isFinal = round.state !== 'Open' && round.state !== 'Tallied';
  if (!isFinal || round.isClosed || epoch <= round.scoringEpoch) return null;
  return {
    key: `close/${round.lotId}`,
    to: contracts.evaluations,
    data: encodeFunctionData({ abi: abis.evaluations, functionName: 'close', args: [round.lotId] }),
    doneBy: ['RoundAlreadyClosed'],
  };
}

/** Bonds and rewards of reporters who did not come for them themselves. */
export function claimDuties({ contracts }: Contracts, round: RoundHistory, epoch: number, delay: number): Duty[] {
  if (!round.isClosed || epoch < round.scoringEpoch + 1 + delay) return [];
  return [...round.reports.values()]
    .filter(({ isClaimed }) => !isClaimed)
    .map(({ experiencerId }) => ({
      key: `claim/${round.lotId}/${experiencerId}`,
      to: contracts.evaluations,
      data: encodeFunctionData({ abi: abis.evaluations, functionName: 'claim', args: [round.lotId, experiencerId] }),
      doneBy: ['AlreadyClaimed'],
    }));
}

/** What nobody won, once everybody was paid. */
export function sweepDuty({ contracts }: Contracts, round: RoundHistory): Duty | null {
  const allPaid = [...round.reports.values()].every(({ revealed, isClaimed }) => revealed === null || isClaimed);
  if (!round.isClosed || !allPaid || round.prizeLeft === 0n) return null;
  return {
    key: `sweep/${round.lotId}`,
    to: contracts.evaluations,
    data: encodeFunctionData({ abi: abis.evaluations, functionName: 'sweepLeftover', args: [round.lotId] }),
    doneBy: [],
  };
}
