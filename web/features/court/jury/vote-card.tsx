import { useMemo } from 'react';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { courtPhase } from '../../../shared/disputes/case-phase.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { CourtRoundParts, DisputeParts } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';
import type { BallotPlace } from './ballot.ts';
import { CommitVote } from './commit-vote.tsx';
import { RevealVote } from './reveal-vote.tsx';

export interface Choice {
  readonly choice: number;
  readonly label: string;
}

interface Props {
  dispute: DisputeParts;
  round: CourtRoundParts;
  seat: CourtRoundParts['seats'][number];
  choices: readonly Choice[];
}

/** What the juror on a seat of the latest round has to do now. */
export function VoteCard({ dispute, round, seat, choices }: Props) {
  const text = useText(courtMessages);
  const format = useFormat();
  const now = useNow();
  const { chain, contracts } = useAppConfig();
  const place = useMemo(
    (): BallotPlace => ({
      chainId: chain.id,
      court: contracts.court,
      disputeId: dispute.number,
      round: round.index,
      seat: seat.seat,
      candidateId: seat.candidate.number,
    }),
    [chain.id, contracts.court, dispute.number, round.index, seat.seat, seat.candidate.number],
  );
  if (now === undefined) return null;
  const { phase, endsAt } = courtPhase(dispute, now);
  if (phase !== 'commit' && phase !== 'reveal') return null;
  const { lockPerSeat, incoherentBps, silentBps, feePerJuror } = dispute.parameters;
  const part = (bps: number) => format.token((BigInt(lockPerSeat) * BigInt(bps)) / 10_000n);
  const symbol = chain.nativeCurrency.symbol;
  return (
    <Card className="grid gap-4 border-seal">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-display text-xl font-semibold">
          {text('court.duty', { seat: String(seat.seat + 1), round: String(round.index + 1) })}
        </h2>
        {endsAt !== null && (
          <p className="text-muted">
            {text(phase === 'commit' ? 'court.commitEnds' : 'court.revealEnds')} <CountDown until={endsAt} />
          </p>
        )}
      </div>
      <p className="max-w-prose text-sm text-muted">
        {text('court.stakes', {
          fee: `${format.coin(BigInt(feePerJuror), chain.nativeCurrency.decimals)} ${symbol}`,
          incoherent: part(incoherentBps),
          silent: part(silentBps),
        })}
      </p>
      {seat.state === 'REVEALED' ? (
        <Notice kind="success">
          {text('court.youVoted', { vote: choices.find(({ choice }) => choice === seat.choice)?.label ?? '' })}
        </Notice>
      ) : seat.state === 'DRAWN' ? (
        phase === 'commit' ? (
          <CommitVote place={place} choices={choices} />
        ) : (
          <Notice kind="warning">{text('court.missed')}</Notice>
        )
      ) : (
        seat.commitment && (
          <RevealVote
            key={seat.commitment}
            place={place}
            choices={choices}
            commitment={seat.commitment}
            isOpen={phase === 'reveal'}
          />
        )
      )}
    </Card>
  );
}
