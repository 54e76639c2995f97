import type { ShareRates } from '../../../../protocol/settlement/share-rates.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import type { ClaimTexts } from '../claims.ts';
import { commoditiesMessages } from '../messages.ts';
import type { ParameterView } from '../parameter-view.ts';
import { termsExample } from '../terms-example.ts';
import { TextInput } from '../wizard/text-input.tsx';
import { wizardMessages } from '../wizard-messages.ts';
import { ClaimInputs } from './claim-fields.tsx';

interface Props {
  price: string;
  rates: { readonly feeBps: number; readonly commissionBps: number };
  shares: ShareRates;
  parameters: readonly ParameterView[];
  claims: ClaimTexts;
  truth: ClaimTexts | null;
  strict: boolean;
  onPrice: (typed: string) => void;
  onTruth: (truth: ClaimTexts | null) => void;
}

/** Price of a unit, and on demo chains what residents will measure. */
export function PriceFields({ price, rates, shares, parameters, claims, truth, strict, onPrice, onTruth }: Props) {
  const text = useText(wizardMessages);
  const produce = useText(commoditiesMessages);
  const { local } = useAppConfig();
  const amount = parseAmount(price);
  const isBad = amount === null || amount === 0n;
  const example = termsExample(amount ?? 0n, rates.feeBps, rates.commissionBps, shares);
  return (
    <div className="grid gap-6">
      <Card className="grid gap-6 sm:grid-cols-2">
        <TextInput
          label={text('offer.priceLabel')}
          hint={text('offer.priceHint')}
          inputMode="decimal"
          value={price}
          onChange={onPrice}
          error={isBad && (strict || price !== '') ? text('offer.priceBad') : undefined}
        />
        <Facts
          facts={[
            [
              <strong key="you">{produce('produce.exampleProducer')}</strong>,
              <Money key="a" amount={example.producer} />,
            ],
            [produce('produce.fee'), <Money key="b" amount={example.fee} />],
            [produce('produce.exampleCommission'), <Money key="c" amount={example.commission} />],
          ]}
        />
      </Card>
      {local && (
        <Card className="grid gap-5 border-sky/40">
          <div className="grid gap-1">
            <h3 className="font-medium">{text('offer.truth')}</h3>
            <p className="max-w-prose text-muted">{text('offer.truthIntro')}</p>
          </div>
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-jade"
              checked={truth !== null}
              onChange={({ target }) => onTruth(target.checked ? claims : null)}
            />
            {text('offer.truthOn')}
          </label>
          {truth && <ClaimInputs parameters={parameters} claims={truth} onChange={onTruth} strict={strict} free />}
        </Card>
      )}
    </div>
  );
}
