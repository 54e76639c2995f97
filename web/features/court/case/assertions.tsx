import type { ReactNode } from 'react';
import { disputeMessages } from '../../../shared/disputes/dispute-messages.ts';
import { inTolerances } from '../../../shared/disputes/in-tolerances.ts';
import { unitName } from '../../../shared/format/unit-name.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { type Column, DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import type { CaseDetails } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';

type Challenge = CaseDetails['challenges'][number];

const TONES: Record<Challenge['state'], Tone> = {
  STANDING: 'sky',
  REPLACED: 'neutral',
  EMPTY: 'danger',
  WON: 'jade',
  LOST: 'danger',
  RETURNED: 'neutral',
};

/** Who asserts what, and with how much at stake; in an evaluation value by value beside the consensus. */
export function Assertions({ one }: { one: CaseDetails }) {
  const text = useText(courtMessages);
  const { challenges, kind } = one;
  return (
    <Section
      title={text(kind === 'EVALUATION' ? 'court.assertions' : 'court.assertion')}
      intro={kind === 'EVALUATION' && text('court.assertionsHelp')}
    >
      {kind === 'EVALUATION' && one.lot && <Vectors one={one} lot={one.lot} />}
      <DataTable
        caption={text('court.assertion')}
        rows={challenges}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            label: text('court.challenger'),
            cell: ({ challenger, choice, ordinal }) => (
              <span className="flex flex-wrap items-center gap-2">
                {kind === 'EVALUATION' && <span className="numbers font-medium">{nameOf(choice, ordinal)}</span>}
                <Address address={challenger.id} plain />
              </span>
            ),
          },
          {
            key: 'bond',
            label: text('court.bond'),
            numeric: true,
            cell: ({ bond }) => <Money amount={bond} />,
          },
          {
            key: 'state',
            label: text('court.state'),
            cell: ({ state }) => <Badge tone={TONES[state]}>{text(`court.challenge.${state}`)}</Badge>,
          },
        ]}
      />
    </Section>
  );
}

/** A challenge by the number that jurors see: choice 2 is challenge 1. */
function nameOf(choice: number | null | undefined, ordinal: number): string {
  return `R′${choice ? choice - 1 : ordinal}`;
}

type Lot = NonNullable<CaseDetails['lot']>;
type Parameter = Lot['revision']['parameters'][number];

/** Every asserted vector beside what the reports agree on. */
function Vectors({ one, lot }: { one: CaseDetails; lot: Lot }) {
  const text = useText(courtMessages);
  const disputes = useText(disputeMessages);
  const format = useFormat();
  const localized = useLocalized();
  const reported = one.round?.talliedConsensus ?? null;
  const shown = one.challenges.filter(({ state }) => state !== 'REPLACED');
  const off = (value: number, position: number, tolerance: string): ReactNode => {
    if (!reported) return null;
    const distance = inTolerances(value, reported[position] ?? 0, Number(tolerance));
    if (distance === 0) return null;
    return (
      <span className={distance > 1 ? 'block text-sm text-danger' : 'block text-sm text-muted'}>
        {text('court.offBy', { count: format.number(distance) })}
      </span>
    );
  };
  const columns: Column<Parameter>[] = [
    {
      key: 'name',
      label: text('court.parameter'),
      cell: ({ code, critical, text: named }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {named ? localized({ 'zh-Hans': named.nameZh, en: named.nameEn }) : code}
          {named && <span className="text-sm text-muted">{unitName(named.unit)}</span>}
          {critical && <Badge tone="amber">{text('court.critical')}</Badge>}
        </span>
      ),
    },
    {
      key: 'claim',
      label: text('court.claimed'),
      numeric: true,
      cell: ({ position, decimals }) => {
        const claim = lot.claims.find((row) => row.position === position)?.claim;
        return claim === null || claim === undefined ? '–' : format.value(claim, decimals);
      },
    },
    {
      key: 'reported',
      label: text('court.reported'),
      numeric: true,
      cell: ({ position, decimals }) => (reported ? format.value(reported[position] ?? 0, decimals) : '–'),
    },
    ...shown.map(
      ({ id, values, choice, ordinal }): Column<Parameter> => ({
        key: id,
        label: nameOf(choice, ordinal),
        numeric: true,
        cell: ({ position, decimals, tolerance }) => (
          <>
            {format.value(values[position] ?? 0, decimals)}
            {off(values[position] ?? 0, position, tolerance)}
          </>
        ),
      }),
    ),
  ];
  return (
    <DataTable
      caption={`${text('court.assertions')}: ${disputes('disputes.number', { number: String(one.number) })}`}
      rows={lot.revision.parameters}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}
