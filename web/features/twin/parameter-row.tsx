import { Lock } from 'lucide-react';
import type { ModelParameter, QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { RangePlot } from '../../shared/charts/range-plot.tsx';
import { unitName } from '../../shared/format/unit-name.ts';
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
  /** In place of a measured value. */
  notMeasured: string;
}

/** One parameter: what is allowed, claimed and measured, and how it is measured one tap away. */
export function ParameterRow({ parameter, document, aboutSeal, notMeasured }: Props) {
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
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 border-t border-line py-4 [grid-template-areas:'name_grade''facts_facts''plot_plot''more_more'] first:border-t-0 first:pt-0 last:pb-0 lg:grid-cols-[minmax(0,6fr)_minmax(0,7fr)_5.5rem] lg:gap-y-0.5 lg:[grid-template-areas:'name_plot_grade''facts_more_more']">
      <h3 className="flex flex-wrap items-center gap-2 text-lg font-medium [grid-area:name]">
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
      {gradeBps !== null && (
        <div className="pt-0.5 text-right [grid-area:grade] lg:pt-2">
          <GradePoints bps={gradeBps} />
        </div>
      )}
      <dl className="grid grid-cols-[3fr_3fr_4fr] gap-3 text-sm [grid-area:facts]">
        <Value term={text('twin.claimed')} unit={claim === null ? '' : unit} isKnown={claim !== null}>
          {claim === null ? text('twin.stillSealed') : plain(claim)}
        </Value>
        <Value term={text('twin.measured')} unit={consensus === null ? '' : unit} isKnown={consensus !== null} strong>
          {consensus === null ? notMeasured : plain(consensus)}
        </Value>
        <Value term={text('twin.allowed')} unit={unit} isKnown isUnitSpared>
          {text('twin.range', { from: plain(legalMin), to: plain(legalMax) })}
        </Value>
      </dl>
      <div className="[grid-area:plot]">
        <RangePlot
          label={label}
          legalMin={legalMin}
          legalMax={legalMax}
          claim={claim}
          measured={consensus}
          tolerance={parameter.tolerance}
          reports={parameter.reports}
        />
      </div>
      <div className="[grid-area:more]">
        {claim === null && <p className="text-sm text-muted">{aboutSeal}</p>}
        <Disclosure summary={text('twin.method')}>
          <MethodFacts parameter={parameter} document={document} />
        </Disclosure>
      </div>
    </li>
  );
}

interface ValueProps {
  term: string;
  children: string;
  /** Stands smaller behind the value, or under it where there is no room. */
  unit: string;
  isKnown: boolean;
  strong?: boolean;
  /** On phones the values before it have said the unit. */
  isUnitSpared?: boolean;
}

function Value({ term, children, unit, isKnown, strong = false, isUnitSpared = false }: ValueProps) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className={isKnown ? `numbers text-base ${strong ? 'font-semibold' : ''}` : 'text-base text-muted'}>
        {children}
        {unitName(unit) && (
          <span className={isUnitSpared ? 'max-sm:sr-only' : undefined}>
            {' '}
            <span className="inline-block text-sm font-normal text-muted">{unitName(unit)}</span>
          </span>
        )}
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
