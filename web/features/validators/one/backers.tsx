import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorDetails } from '../validator-page.tsx';

/** Voters who name a candidate, with their whole stakes. */
export function Backers({ nominations }: Pick<ValidatorDetails, 'nominations'>) {
  const text = useText(validatorsMessages);
  return (
    <Section title={text('validators.backers')}>
      {nominations.length === 0 ? (
        <p className="text-muted">{text('validators.backersNone')}</p>
      ) : (
        <DataTable
          caption={text('validators.backers')}
          rows={nominations}
          first={8}
          rowKey={({ voter }) => voter.number}
          columns={[
            {
              key: 'voter',
              label: text('validators.voter', { number: '' }),
              cell: ({ voter, listed }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <Address address={voter.account.id} plain />
                  <span className="text-sm text-muted">
                    {text('validators.voter', { number: String(voter.number) })}
                  </span>
                  {!listed && <Badge>{text('validators.notCounted')}</Badge>}
                </span>
              ),
            },
            {
              key: 'stake',
              label: text('validators.atStake'),
              numeric: true,
              cell: ({ stake }) => <Tokens amount={stake} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
