import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { Coins } from '../../../shared/ui/coins.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import type { CourtRoundParts } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';

type Seat = Pick<CourtRoundParts['seats'][number], 'coherence' | 'coins' | 'tokens' | 'penalty'>;

const TONES: Record<Seat['coherence'], Tone> = {
  OPEN: 'sky',
  COHERENT: 'jade',
  INCOHERENT: 'danger',
  SILENT: 'danger',
  SPARED: 'neutral',
};

/** What became of a vote: with or against the ruling, earned or lost. */
export function DutyOutcome({ seat: { coherence, coins, tokens, penalty } }: { seat: Seat }) {
  const text = useText(courtMessages);
  if (coherence === 'OPEN') return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={TONES[coherence]}>{text(`court.coherence.${coherence}`)}</Badge>
      {coins !== '0' && (
        <span>
          + <Coins amount={coins} />
        </span>
      )}
      {tokens !== '0' && (
        <span>
          + <Tokens amount={tokens} />
        </span>
      )}
      {penalty !== '0' && (
        <span className="text-danger">
          − <Tokens amount={penalty} />
        </span>
      )}
    </span>
  );
}
