import { Link } from '@tanstack/react-router';
import { ExperiencerName } from '../../../shared/experiencers/experiencer-name.tsx';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { CaseDetails } from '../court-queries.ts';
import type { Choice } from '../jury/vote-card.tsx';
import { courtMessages } from '../messages.ts';

/** The ruling, and who was paid or slashed by it; nothing before there is one. */
export function OutcomeSection({ one, choices }: { one: CaseDetails; choices: readonly Choice[] }) {
  const text = useText(courtMessages);
  const { ruling, moot, lapsed, winner, challenges, slashedReports } = one;
  if (moot) return <Notice>{text('court.moot')}</Notice>;
  if (ruling === null || ruling === undefined) return null;
  const won = winner && challenges.find(({ id }) => id === winner.id);
  const lost = challenges.filter(({ state }) => state === 'LOST' || state === 'EMPTY');
  const lostSum = lost.reduce((sum, { bond }) => sum + BigInt(bond), 0n);
  return (
    <Section title={text('court.ruling')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card className="grid gap-4">
          <p className="font-display text-2xl font-semibold">
            {choices.find(({ choice }) => choice === ruling)?.label}
          </p>
          {lapsed && <p className="text-muted">{text('court.lapsed')}</p>}
          {ruling === 0 && <p className="text-muted">{text('court.nobody')}</p>}
        </Card>
        <Card>
          <Facts
            facts={[
              ...(won ? [[text('court.right'), <Address key="w" address={won.challenger.id} plain />] as const] : []),
              [text('court.bounty'), <Money key="b" amount={one.bounty} exact />],
              [text('court.charged'), <Money key="c" amount={one.charged} />],
              [text('court.slashedReports'), <Money key="s" amount={one.slashed} />],
              [text('court.lostBonds'), <Money key="l" amount={lostSum} />],
            ]}
          />
        </Card>
      </div>
      {slashedReports.length > 0 && (
        <DataTable
          caption={text('court.slashedReports')}
          rows={slashedReports}
          first={6}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              label: text('court.slashedWho'),
              cell: ({ experiencer: { number, account, profile } }) => (
                <Link
                  to="/experiencers/$id"
                  params={{ id: String(number) }}
                  className="inline-flex underline-offset-4 hover:text-jade hover:underline"
                >
                  <ExperiencerName
                    record={{
                      id: number,
                      account: account.id,
                      name: profile && { 'zh-Hans': profile.nameZh, en: profile.nameEn },
                    }}
                  />
                </Link>
              ),
            },
            {
              key: 'lost',
              label: text('court.slashedBond'),
              numeric: true,
              cell: ({ penalty }) => <Money amount={penalty} exact />,
            },
            {
              key: 'bounty',
              label: text('court.slashedBounty'),
              numeric: true,
              cell: ({ bounty }) => <Money amount={bounty} exact />,
            },
          ]}
        />
      )}
    </Section>
  );
}
