import { type ReactNode, useState } from 'react';
import type { ShareRates } from '../../../../protocol/settlement/share-rates.ts';
import { parseAmount } from '../../../shared/format/parse-amount.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { T } from '../../../shared/i18n/text.tsx';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { commoditiesMessages } from '../messages.ts';
import { COMMISSION_BPS, FEE_BPS, termsExample } from '../terms-example.ts';
import { wizardMessages } from '../wizard-messages.ts';
import { TextInput } from './text-input.tsx';

const STEP_BPS = 50;
const EXAMPLE = '100';

interface Props {
  feeBps: number;
  commissionBps: number;
  shares: ShareRates;
  onFee: (bps: number) => void;
  onCommission: (bps: number) => void;
}

/** The two rates of a commodity inside their coded bounds, and who gets what of a sale. */
export function TermsFields({ feeBps, commissionBps, shares, onFee, onCommission }: Props) {
  const text = useText(commoditiesMessages);
  const wizard = useText(wizardMessages);
  const format = useFormat();
  const [typed, setTyped] = useState(EXAMPLE);
  const amount = parseAmount(typed);
  const bounds = ({ min, max, usual }: typeof FEE_BPS | typeof COMMISSION_BPS) => ({
    min: format.bps(min),
    max: format.bps(max),
    usual: format.bps(usual),
  });
  const example = termsExample(amount ?? 0n, feeBps, commissionBps, shares);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="grid content-start gap-6">
        <Slider
          label={text('produce.fee')}
          hint={text('produce.feeHint', bounds(FEE_BPS))}
          value={feeBps}
          range={FEE_BPS}
          onChange={onFee}
        />
        <Slider
          label={text('produce.commission')}
          hint={text('produce.commissionHint', bounds(COMMISSION_BPS))}
          value={commissionBps}
          range={COMMISSION_BPS}
          onChange={onCommission}
        />
        <div className="max-w-48">
          <TextInput
            label={wizard('list.examplePrice')}
            inputMode="decimal"
            value={typed}
            onChange={setTyped}
            error={amount === null ? text('produce.badAmount') : undefined}
          />
        </div>
      </div>
      <div aria-live="polite" className="grid content-start gap-3 rounded-2xl bg-sunken p-5">
        <p className="text-sm text-muted">{text('produce.example', { amount: format.amount(amount ?? 0n) })}</p>
        <Facts
          facts={[
            [<strong key="you">{text('produce.exampleProducer')}</strong>, <Money key="a" amount={example.producer} />],
            [text('produce.exampleCommission'), <Money key="b" amount={example.commission} />],
            [text('produce.exampleExperiencers'), <Money key="c" amount={example.experiencers} />],
            [text('produce.examplePlatform'), <Money key="d" amount={example.platform} />],
            [text('produce.exampleExpert'), <Money key="e" amount={example.expert} />],
            [text('produce.exampleCommune'), <Money key="f" amount={example.commune} />],
          ]}
        />
      </div>
    </div>
  );
}

interface SliderProps {
  label: string;
  hint: ReactNode;
  value: number;
  range: { min: number; max: number };
  onChange: (bps: number) => void;
}

function Slider({ label, hint, value, range, onChange }: SliderProps) {
  const format = useFormat();
  return (
    <Field
      label={
        <T
          from={commoditiesMessages}
          id="produce.rate"
          values={{ name: label, rate: format.bps(value) }}
          components={{ 0: <span className="numbers font-semibold text-jade" /> }}
        />
      }
      hint={hint}
    >
      {(control) => (
        <input
          {...control}
          type="range"
          min={range.min}
          max={range.max}
          step={STEP_BPS}
          value={value}
          aria-valuetext={format.bps(value)}
          className="h-11 w-full accent-jade"
          onChange={({ target }) => onChange(Number(target.value))}
        />
      )}
    </Field>
  );
}
