import { Lock } from 'lucide-react';
import type { ModelParameter, QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { RangePlot } from '../../shared/charts/range-plot.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { twinMessages } from './messages.ts';
import { MethodFacts } from './method-facts.tsx';
import type { ParameterView } from './parameter-view.ts';
import { withUnit } from './unit-text.ts';

interface Props {
  parameter: ParameterView;
  /** From the model's document; undefined while it cannot be had. */
  document: { readonly parameter: ModelParameter; readonly model: QualityModelDocument } | undefined;
  /** When the seal is opened, or that it never was. */
  aboutSeal: string;
}

/** One parameter: what is allowed, claimed and measured, and how it is measured one tap away. */
export function ParameterRow({ parameter, document, aboutSeal }: Props) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { decimals, unit, claim, consensus, legalMin, legalMax, gradeBps } = parameter;
  const plain = (value: number) => format.value(value, decimals);
  const shown = (value: number) => withUnit(plain(value), unit);
  const name = localized(parameter.name);
  const label = text('twin.plot', {
    name,
    from: plain(legalMin),
    to: shown(legalMax),
    claim: claim === null ? 'none' : shown(claim),
    measured: consensus === null ? 'none' : shown(consensus),
    count: parameter.reports.length,
  });
  return (
    <li className="grid gap-2 border-t border-line py-5 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-2 text-lg font-medium">
          {name}
          {parameter.critical && (
            <Badge tone="amber">
              <Tooltip tip={text('twin.criticalTip')}>{text('twin.critical')}</Tooltip>
            </Badge>
          )}
          {parameter.wasSealed && (
            <Badge tone="sky">
              <Lock aria-hidden="true" className="size-3.5" />
              <Tooltip tip={text('twin.sealedTip')}>{text('twin.wasSealed')}</Tooltip>
            </Badge>
          )}
          {parameter.contested && (
            <Badge tone="danger">
              <Tooltip tip={text('twin.contestedTip')}>{text('twin.contested')}</Tooltip>
            </Badge>
          )}
        </h3>
        {gradeBps !== null && <GradePoints bps={gradeBps} />}
      </div>
      <dl className="grid grid-cols-3 gap-3 text-sm">
        <Value
          term={text('twin.claimed')}
          value={claim === null ? text('twin.stillSealed') : shown(claim)}
          isKnown={claim !== null}
        />
        <Value
          term={text('twin.measured')}
          value={consensus === null ? text('twin.notMeasured') : shown(consensus)}
          isKnown={consensus !== null}
          strong
        />
        <Value
          term={text('twin.allowed')}
          value={text('twin.range', { from: plain(legalMin), to: shown(legalMax) })}
          isKnown
        />
      </dl>
      <RangePlot
        label={label}
        legalMin={legalMin}
        legalMax={legalMax}
        claim={claim}
        measured={consensus}
        tolerance={parameter.tolerance}
        reports={parameter.reports}
      />
      {claim === null && <p className="text-sm text-muted">{aboutSeal}</p>}
      <Disclosure summary={text('twin.method')}>
        <MethodFacts parameter={parameter} document={document} />
      </Disclosure>
    </li>
  );
}

function Value({
  term,
  value,
  isKnown,
  strong = false,
}: {
  term: string;
  value: string;
  isKnown: boolean;
  strong?: boolean;
}) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className={isKnown ? `numbers text-base ${strong ? 'font-semibold' : ''}` : 'text-base text-muted italic'}>
        {value}
      </dd>
    </div>
  );
}

function GradePoints({ bps }: { bps: number }) {
  const text = useText(twinMessages);
  const format = useFormat();
  const tone = bps >= 8_000 ? 'jade' : bps >= 6_000 ? 'amber' : 'danger';
  return <Badge tone={tone}>{text('twin.points', { points: format.points(bps) })}</Badge>;
}
