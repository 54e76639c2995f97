import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { CourtPhase } from '../local/court-phases.ts';
import type { OpenProposal } from '../residents/agenda.ts';
import type { OpenDispute } from '../residents/docket.ts';
import { phaseAt } from './phase.ts';
import { comingDecisions, type VoterDuty } from './vote-calendar.ts';

/** What the clock comes to next. */
export interface Coming {
  /** Unix seconds. */
  readonly at: number;
  readonly what: Localized;
  /** Both `null`: a phase of the epoch. */
  readonly disputeId: number | null;
  /** Decimal. */
  readonly proposalId: string | null;
}

/** What a juror has to do now, while a window is open. */
export interface JurorDuty {
  readonly kind: 'commit' | 'reveal';
  readonly disputeId: bigint;
  readonly round: number;
  readonly candidateId: number;
  /** Unix seconds. */
  readonly until: number;
}

const PHASE_ENDS: Partial<Record<CourtPhase, Localized>> = {
  Evidence: { 'zh-Hans': '举证期结束，抽选陪审团', en: 'evidence is in, the jury is drawn' },
  Commit: { 'zh-Hans': '陪审投票截止', en: 'votes must be in' },
  Reveal: { 'zh-Hans': '公开选票截止', en: 'votes must be opened' },
  Appeal: { 'zh-Hans': '上诉期结束，裁决生效', en: 'no more appeal, the ruling stands' },
};

/** Times after `now` at which a window of an open dispute ends: there somebody has to have acted, or something begins. */
export function deadlinesOf(disputes: readonly OpenDispute[], now: number): number[] {
  return disputes.map(({ endsAt, phase }) => (phase === 'Final' ? 0 : endsAt)).filter((time) => time > now);
}

/** The next phase of the epoch, or an earlier deadline of the court or of a decision. */
export function comingUp(
  clock: EpochClock,
  now: number,
  disputes: readonly OpenDispute[],
  proposals: readonly OpenProposal[] = [],
): Coming {
  const { epoch, phase, nextPhaseAt } = phaseAt(clock, now);
  const half: Coming = {
    at: nextPhaseAt,
    what:
      phase === 'first'
        ? { 'zh-Hans': `第 ${epoch} 周期下半程：计票`, en: `second half of epoch ${epoch}: tally` }
        : { 'zh-Hans': `第 ${epoch + 1} 周期开始`, en: `epoch ${epoch + 1} begins` },
    disputeId: null,
    proposalId: null,
  };
  return disputes
    .filter(({ endsAt, phase: courtPhase }) => courtPhase !== 'Final' && endsAt > now)
    .map(deadlineOf)
    .concat(comingDecisions(proposals, now))
    .reduce((first, one) => (one.at < first.at ? one : first), half);
}

function deadlineOf({ disputeId, caseId, endsAt, phase }: OpenDispute): Coming {
  const what = PHASE_ENDS[phase] ?? { 'zh-Hans': '', en: '' };
  const [zh, en] =
    caseId === 0n ? [`争议 ${disputeId}`, `dispute ${disputeId}`] : [`第 ${caseId} 号案`, `case ${caseId}`];
  return {
    at: endsAt,
    what: { 'zh-Hans': `${zh}：${what['zh-Hans']}`, en: `${en}: ${what.en}` },
    disputeId: Number(disputeId),
    proposalId: null,
  };
}

/** What jurors can still do in the windows that are open. */
export function dutiesOf(disputes: readonly OpenDispute[]): JurorDuty[] {
  return disputes.flatMap(({ disputeId, round, phase, jury, ballots, endsAt }) => {
    const [kind, waiting] =
      phase === 'Commit' ? (['commit', 'none'] as const) : phase === 'Reveal' ? (['reveal', 'committed'] as const) : [];
    if (kind === undefined) return [];
    return jury.flatMap((candidateId, seat): JurorDuty[] => {
      const isWaiting = ballots[seat]?.state === waiting;
      return isWaiting ? [{ kind, disputeId, round, candidateId, until: endsAt }] : [];
    });
  });
}

/** What a visitor has to do himself before the clock goes on. */
export type VisitorDuty = JurorDuty | VoterDuty;

/** The first of somebody's duties that he did not have before. */
export function newDuty(before: readonly VisitorDuty[], after: readonly VisitorDuty[]): VisitorDuty | undefined {
  const keyOf = (duty: VisitorDuty) =>
    duty.kind === 'vote' ? `vote/${duty.proposalId}` : `${duty.kind}/${duty.disputeId}/${duty.round}`;
  const known = new Set(before.map(keyOf));
  return after.find((duty) => !known.has(keyOf(duty)));
}

/** Why the clock stops before the time that was asked for. */
export function haltAt(duty: VisitorDuty): Localized {
  if (duty.kind === 'vote') {
    return {
      'zh-Hans': `提案“${duty.title}”开始表决，您有表决权；时钟已停在这里`,
      en: `The vote on “${duty.title}” has begun, and you have power in it: the clock has stopped here`,
    };
  }
  const { kind, disputeId } = duty;
  return kind === 'commit'
    ? {
        'zh-Hans': `您被抽选为争议 ${disputeId} 的陪审员，请先投票；时钟已停在这里`,
        en: `You were drawn as a juror in dispute ${disputeId}: vote first. The clock has stopped here`,
      }
    : {
        'zh-Hans': `争议 ${disputeId} 进入公开选票阶段，请先公开您的选票；时钟已停在这里`,
        en: `Votes in dispute ${disputeId} are being opened: open yours first. The clock has stopped here`,
      };
}
