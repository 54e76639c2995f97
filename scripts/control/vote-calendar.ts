import type { Address } from 'viem';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { OpenProposal } from '../residents/agenda.ts';
import { residentsVoteAt } from '../residents/vote.ts';
import type { Coming } from './court-calendar.ts';

/** A vote that somebody has power in and has not cast. */
export interface VoterDuty {
  readonly kind: 'vote';
  readonly proposalId: bigint;
  readonly title: string;
  /** Unix seconds. */
  readonly until: number;
}

interface Turn {
  readonly at: number;
  readonly what: Localized;
}

/** Times after `now` at which a vote begins, residents vote, it ends, or what was queued can be executed. */
export function turnsOf(proposals: readonly OpenProposal[], now: number): number[] {
  return proposals
    .flatMap((one) => [...turns(one).map(({ at }) => at), ...(one.state === 'Active' ? [residentsVoteAt(one)] : [])])
    .filter((time) => time > now);
}

/** The next of them that concerns a visitor. */
export function comingDecisions(proposals: readonly OpenProposal[], now: number): Coming[] {
  return proposals.flatMap((one) =>
    turns(one)
      .filter(({ at }) => at > now)
      .map(({ at, what }) => ({
        at,
        what: {
          'zh-Hans': `提案“${one.title}”：${what['zh-Hans']}`,
          en: `proposal “${one.title}”: ${what.en}`,
        },
        disputeId: null,
        proposalId: String(one.proposalId),
      })),
  );
}

/** Votes that an account could cast now. */
export async function votesLeft(
  { contracts }: Pick<Commune, 'contracts'>,
  proposals: readonly OpenProposal[],
  account: Address,
): Promise<VoterDuty[]> {
  const { governor } = contracts;
  const active = proposals.filter(({ state }) => state === 'Active');
  const duties = active.map(async ({ proposalId, title, snapshot, deadline }): Promise<VoterDuty[]> => {
    const [hasVoted, power] = await Promise.all([
      governor.read.hasVoted([proposalId, account]),
      governor.read.getVotes([account, BigInt(snapshot)]),
    ]);
    return hasVoted || power === 0n ? [] : [{ kind: 'vote', proposalId, title, until: deadline }];
  });
  return (await Promise.all(duties)).flat();
}

/** A state lasts through the last second of its time. */
function turns({ state, snapshot, deadline, eta }: OpenProposal): Turn[] {
  switch (state) {
    case 'Pending':
      return [{ at: snapshot + 1, what: { 'zh-Hans': '表决开始', en: 'the vote begins' } }];
    case 'Active':
      return [{ at: deadline + 1, what: { 'zh-Hans': '表决结束', en: 'the vote ends' } }];
    case 'Queued':
      return [{ at: eta, what: { 'zh-Hans': '公示期满，可以执行', en: 'its delay is over, it can be executed' } }];
    default:
      return [];
  }
}
