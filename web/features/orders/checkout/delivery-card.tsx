import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, Select } from '../../../shared/ui/input.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import { COUNTRIES, type DeliveryDraft } from './delivery.ts';

interface Props {
  draft: DeliveryDraft;
  isOptional: boolean;
  /** Why the order cannot be sent with this. */
  error?: string | undefined;
  onChange: (draft: DeliveryDraft) => void;
}

/** Where the goods go, and who gets to know. */
export function DeliveryCard({ draft, isOptional, error, onChange }: Props) {
  const text = useText(checkoutMessages);
  const [locale] = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-display text-xl font-semibold">{text('checkout.delivery')}</h2>
        {isOptional && <p className="text-muted">{text('checkout.deliveryLocal')}</p>}
        <p className="text-sm text-muted">{text('checkout.deliveryPrivacy')}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={text('checkout.recipient')} optional={isOptional}>
          {(control) => (
            <Input
              {...control}
              autoComplete="name"
              maxLength={100}
              value={draft.recipient}
              onChange={(event) => onChange({ ...draft, recipient: event.target.value })}
            />
          )}
        </Field>
        <Field label={text('checkout.country')} optional={isOptional}>
          {(control) => (
            <Select
              {...control}
              autoComplete="country"
              value={draft.country}
              onChange={(event) => onChange({ ...draft, country: event.target.value })}
            >
              {COUNTRIES.map((code) => (
                <option key={code} value={code}>
                  {names.of(code)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="sm:col-span-2">
          <Field label={text('checkout.address')} optional={isOptional} error={error}>
            {(control) => (
              <Input
                {...control}
                autoComplete="street-address"
                maxLength={300}
                value={draft.address}
                onChange={(event) => onChange({ ...draft, address: event.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
    </Card>
  );
}
