import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { CandidateName } from '../../shared/validators/candidate-name.tsx';
import { validatorsMessages } from './messages.ts';
import type { ValidatorsData } from './validators-page.tsx';

type Slash = ValidatorsData['seatSlashes'][number];

/** What judgments took from validators. */
export function Slashes({ slashes }: { slashes: readonly Slash[] }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  return (
    <Section title={text('validators.slashes')}>
      {slashes.length === 0 ? (
        <p className="text-muted">{text('validators.slashesNone')}</p>
      ) : (
        <DataTable
          caption={text('validators.slashes')}
          rows={slashes}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              label: text('validators.slashWho'),
              cell: ({ candidate }) => <CandidateName candidate={candidate} linked />,
            },
            {
              key: 'why',
              label: text('validators.slashWhy'),
              cell: ({ jurorSeat }) => {
                const coherence = jurorSeat?.coherence;
                const why = coherence === 'INCOHERENT' || coherence === 'SILENT' ? coherence : 'other';
                return text(`validators.slash.${why}`);
              },
            },
            {
              key: 'case',
              label: text('validators.slashCase'),
              cell: ({ jurorSeat }) => (jurorSeat ? <In jurorSeat={jurorSeat} /> : '–'),
            },
            {
              key: 'taken',
              label: text('validators.slashTaken'),
              numeric: true,
              cell: ({ taken, asked }) =>
                taken === asked ? (
                  <Tokens amount={taken} />
                ) : (
                  text('validators.slashOf', { taken: format.token(taken), asked: format.token(asked) })
                ),
            },
            {
              key: 'when',
              label: text('validators.when'),
              numeric: true,
              cell: ({ timestamp }) => <Timestamp at={timestamp} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function In({ jurorSeat: { dispute } }: { jurorSeat: NonNullable<Slash['jurorSeat']> }) {
  const text = useText(validatorsMessages);
  if (!dispute.case) return text('validators.slashDispute', { number: String(dispute.number) });
  const number = String(dispute.case.number);
  return (
    <Link to="/court/$id" params={{ id: number }} className="text-jade underline underline-offset-4">
      {text('validators.slashIn', { number })}
    </Link>
  );
}
