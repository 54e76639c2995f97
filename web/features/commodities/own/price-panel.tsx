import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Listing } from '../../../../relay/api/catalogue.ts';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { HttpError } from '../../../shared/http/http-error.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useRelayQuery } from '../../../shared/relay/use-relay-query.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { commoditiesMessages } from '../messages.ts';
import { useTellOthers } from '../offer/use-tell-others.ts';
import { TextInput } from '../wizard/text-input.tsx';

const NOT_FOUND = 404;

/** Price of a lot at the platform, and how many units are left. */
export function PricePanel({ lotNumber, isOver }: { lotNumber: number; isOver: boolean }) {
  const text = useText(commoditiesMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const { setPrice } = useTellOthers();
  const [typed, setTyped] = useState('');
  const query = useRelayQuery<Listing>(`/catalogue/${lotNumber}`);
  const amount = parseAmount(typed);
  const change = useMutation({
    mutationFn: (price: bigint) => setPrice(lotNumber, price),
    onSuccess: () => {
      setTyped('');
      return queries.invalidateQueries({ queryKey: ['relay'] });
    },
  });
  const listing = query.data;
  const isUnpriced = query.error instanceof HttpError && query.error.status === NOT_FOUND;
  const isFixed = listing !== undefined && listing.available < listing.units;
  return (
    <Section title={text('produce.price')} intro={text('produce.priceIntro')}>
      <Card className="grid gap-6 md:grid-cols-2">
        <div className="grid content-start gap-4">
          {listing && (
            <Facts
              facts={[
                [text('produce.priceNow'), <Money key="price" amount={listing.unitPrice} />],
                [text('produce.units'), format.number(listing.units)],
                [text('produce.available'), format.number(listing.available)],
              ]}
            />
          )}
          {isFixed && <p className="text-sm text-muted">{text('produce.priceFixed')}</p>}
          {query.error && !isUnpriced && <Notice kind="warning">{text('produce.priceOff')}</Notice>}
        </div>
        {!isOver && !isFixed && (
          <form
            className="grid content-start justify-items-start gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (amount) change.mutate(amount);
            }}
          >
            <TextInput
              label={text('produce.priceNew')}
              inputMode="decimal"
              value={typed}
              onChange={setTyped}
              error={typed !== '' && !amount ? text('produce.badAmount') : undefined}
            />
            <Button type="submit" busy={change.isPending} disabled={!amount} data-tour="set-price">
              {text('produce.priceSet')}
            </Button>
            {change.error && <ErrorState error={change.error} />}
          </form>
        )}
      </Card>
    </Section>
  );
}
