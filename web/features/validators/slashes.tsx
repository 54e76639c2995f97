import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
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
              cell: ({ jurorSeat }) => <Why jurorSeat={jurorSeat} />,
            },
            {
              key: 'taken',
              label: text('validators.slashTaken'),
              numeric: true,
              cell: ({ taken, asked }) =>
                text('validators.slashOf', { taken: format.token(taken), asked: format.token(asked) }),
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

function Why({ jurorSeat }: Pick<Slash, 'jurorSeat'>) {
  const text = useText(validatorsMessages);
  if (!jurorSeat) return text('validators.slash.other');
  const { coherence, dispute } = jurorSeat;
  const why = coherence === 'INCOHERENT' || coherence === 'SILENT' ? coherence : 'other';
  return (
    <span className="grid">
      <span>{text(`validators.slash.${why}`)}</span>
      {dispute.case ? (
        <Link
          to="/court/$id"
          params={{ id: String(dispute.case.number) }}
          className="text-sm text-jade underline underline-offset-4"
        >
          {text('validators.slashIn', { number: String(dispute.case.number) })}
        </Link>
      ) : (
        <span className="text-sm text-muted">
          {text('validators.slashDispute', { number: String(dispute.number) })}
        </span>
      )}
    </span>
  );
}
