import { UsersRound } from 'lucide-react';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../shared/ui/badge.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Power } from '../../shared/ui/power.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { CandidateName } from '../../shared/validators/candidate-name.tsx';
import { type Eligibility, eligibility, rulesAt, standingAt, type TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import { usePowers } from './use-powers.ts';
import type { ValidatorsData } from './validators-page.tsx';

export const ELIGIBILITY_TONES: Record<Eligibility, Tone> = {
  ready: 'jade',
  down: 'neutral',
  bond: 'amber',
  power: 'amber',
};

/** Everybody who stands or stood, those with the most backing first, as the next election to be changed sees them. */
export function CandidatesTable({ data, now: { countsFor } }: { data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const { candidates, protocol } = data;
  const powers = usePowers(
    countsFor,
    candidates.map(({ number }) => number),
  ).data;
  const rules = protocol && rulesAt(protocol, countsFor);
  if (!rules || candidates.length === 0) {
    return (
      <EmptyState icon={<UsersRound />} title={text('validators.noCandidates')}>
        {rules &&
          text('validators.noCandidatesHelp', {
            bond: format.token(rules.minSelfBond),
            power: format.amount(rules.minPower),
          })}
      </EmptyState>
    );
  }
  const rows = candidates
    .map((candidate) => {
      const standing = standingAt(candidate, countsFor);
      const power = powers?.get(candidate.number);
      return { candidate, standing, power, state: eligibility(standing, power, rules) };
    })
    .sort((a, b) => Number(b.standing.running) - Number(a.standing.running) || byBacking(a.candidate, b.candidate));
  return (
    <DataTable
      caption={text('validators.candidate')}
      rows={rows}
      first={10}
      rowKey={({ candidate }) => candidate.number}
      columns={[
        {
          key: 'candidate',
          label: text('validators.candidate'),
          cell: ({ candidate }) => <CandidateName candidate={candidate} linked />,
        },
        {
          key: 'state',
          label: text('validators.state'),
          cell: ({ state }) => <Badge tone={ELIGIBILITY_TONES[state]}>{text(`validators.state.${state}`)}</Badge>,
        },
        {
          key: 'named',
          label: text('validators.named'),
          numeric: true,
          cell: ({ candidate: { backing, backers } }) =>
            text('validators.namedBy', { amount: format.token(backing), count: backers }),
        },
        {
          key: 'bond',
          label: text('validators.selfBond'),
          numeric: true,
          cell: ({ standing }) => <Tokens amount={standing.bond} />,
        },
        {
          key: 'power',
          label: text('validators.powerShort'),
          numeric: true,
          cell: ({ power }) => (power === undefined ? '…' : <Power amount={power} />),
        },
        {
          key: 'commission',
          label: text('validators.commission'),
          numeric: true,
          cell: ({ standing }) => format.bps(standing.commissionBps),
        },
      ]}
    />
  );
}

function byBacking(a: { readonly backing: string }, b: { readonly backing: string }): number {
  const [x, y] = [BigInt(a.backing), BigInt(b.backing)];
  return x > y ? -1 : x < y ? 1 : 0;
}
