import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { NumberInput } from '../../../shared/ui/number-input.tsx';
import type { ClaimTexts } from '../claims.ts';
import type { ParameterView } from '../parameter-view.ts';
import { wizardMessages } from '../wizard-messages.ts';

interface Props {
  parameters: readonly ParameterView[];
  claims: ClaimTexts;
  onChange: (claims: ClaimTexts) => void;
  strict: boolean;
  /** Values may lie outside of the legal range, as measured ones can. */
  free?: boolean;
}

/** A claim for every parameter: open ones, and sealed ones that stay here. */
export function ClaimFields({ parameters, ...rest }: Props) {
  const text = useText(wizardMessages);
  const groups = (['open', 'sealed'] as const).map((kind) => ({
    kind,
    members: parameters.filter(({ sealed }) => sealed === (kind === 'sealed')),
  }));
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-muted">{text('offer.claimsIntro')}</p>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ kind, members }) => (
          <Card key={kind} className={kind === 'sealed' ? 'grid gap-4 border-seal/40' : 'grid gap-4'}>
            <div>
              <h3 className="font-medium">{text(`offer.${kind}`)}</h3>
              <p className="text-sm text-muted">{text(`offer.${kind}Intro`)}</p>
            </div>
            <ClaimInputs parameters={members} {...rest} />
          </Card>
        ))}
    </div>
  );
}

/** One number field a parameter, with what is legal and what costs points. */
export function ClaimInputs({ parameters, claims, onChange, strict, free = false }: Props) {
  const text = useText(wizardMessages);
  const localized = useLocalized();
  const format = useFormat();
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {parameters.map(({ code, name, unit, decimals, legalMin, legalMax, tolerance, direction, critical }) => (
        <NumberInput
          key={code}
          label={localized(name)}
          unit={unit}
          text={claims[code] ?? ''}
          onText={(typed) => onChange({ ...claims, [code]: typed })}
          decimals={decimals}
          {...(!free && { min: legalMin, max: legalMax })}
          error={strict && (claims[code] ?? '').trim() === '' ? text('list.problem.missing') : undefined}
          hint={[
            text('offer.range', {
              min: format.value(legalMin, decimals),
              max: format.value(legalMax, decimals),
              unit,
            }),
            text('offer.tolerance', { tolerance: format.value(tolerance, decimals), unit }),
            text(`offer.bad.${direction}`),
            critical ? text('offer.critical') : '',
          ].join(' ')}
        />
      ))}
    </div>
  );
}
