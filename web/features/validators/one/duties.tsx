import { Link } from '@tanstack/react-router';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorDetails } from '../validator-page.tsx';

type Duty = ValidatorDetails['juryDuties'][number];

const TONES: Record<Duty['coherence'], Tone> = {
  OPEN: 'sky',
  COHERENT: 'jade',
  INCOHERENT: 'danger',
  SILENT: 'danger',
  SPARED: 'neutral',
};

/** Juries that he was drawn for. */
export function Duties({ duties }: { duties: readonly Duty[] }) {
  const text = useText(validatorsMessages);
  if (duties.length === 0) return null;
  return (
    <Section title={text('validators.duties')}>
      <DataTable
        caption={text('validators.duties')}
        rows={duties}
        first={8}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            label: text('validators.what'),
            cell: ({ dispute, round }) => {
              const name = text('validators.duty', { number: String(dispute.number), round: String(round.index + 1) });
              if (!dispute.case) return name;
              return (
                <Link
                  to="/court/$id"
                  params={{ id: String(dispute.case.number) }}
                  className="text-jade underline underline-offset-4"
                >
                  {name}
                </Link>
              );
            },
          },
          {
            key: 'outcome',
            label: text('validators.outcome'),
            cell: ({ coherence }) => <Badge tone={TONES[coherence]}>{text(`validators.coherence.${coherence}`)}</Badge>,
          },
          {
            key: 'lost',
            label: text('validators.slashTaken'),
            numeric: true,
            cell: ({ penalty }) => (penalty === '0' ? '–' : <Tokens amount={penalty} />),
          },
          {
            key: 'when',
            label: text('validators.when'),
            numeric: true,
            cell: ({ drawnAt }) => <Timestamp at={drawnAt} />,
          },
        ]}
      />
    </Section>
  );
}
