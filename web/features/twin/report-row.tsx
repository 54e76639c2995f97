import { Link } from '@tanstack/react-router';
import { ChevronDown, FileCheck2, ShieldCheck, Trophy } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { classNames } from '../../shared/ui/class-names.ts';
import { Identicon } from '../../shared/ui/identicon.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import type { ParameterView } from './parameter-view.ts';
import { reportMessages } from './report-messages.ts';
import { isSlashedReport, type TwinReport } from './twin-query.ts';
import { withUnit } from './unit-text.ts';

const EvidenceDialog = lazy(() =>
  import('./evidence-dialog.tsx').then(({ EvidenceDialog: dialog }) => ({ default: dialog })),
);

/** Quality and accuracy are parts of 256. */
const FULL = 256;

interface Props {
  report: TwinReport;
  parameters: readonly ParameterView[];
  totalWeight: bigint;
  /** Whether the round is over, so that what is not revealed never will be. */
  isOver: boolean;
}

/** One report. On phones a line that opens; on wide screens everything. */
export function ReportRow({ report, parameters, totalWeight, isOver }: Props) {
  const text = useText(reportMessages);
  const format = useFormat();
  const name = useReporterName(report);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { experiencer, values, weight } = report;
  // What a court has set aside counts for nothing.
  const share =
    weight && totalWeight > 0n && !isSlashedReport(report) ? Number((BigInt(weight) * 10_000n) / totalWeight) : null;
  const record = { id: String(experiencer.number) };
  const picture = <Identicon address={experiencer.account.id} className="size-9" />;
  const sample = text('twin.recordOf', { scored: experiencer.scored, won: experiencer.won });
  return (
    <article className="sm:grid sm:gap-3 sm:px-5 sm:py-4">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-16 w-full items-center gap-3 px-4 py-2.5 text-left -outline-offset-2 sm:hidden"
      >
        {picture}
        <Named name={<span className="font-medium">{name}</span>} sample={sample} />
        <span className="ml-auto flex shrink-0 items-center gap-2 text-sm text-muted">
          {report.won && <Won bare />}
          {isSlashedReport(report) && <Badge tone="danger">{text('twin.slashed')}</Badge>}
          {share !== null && (
            <span className="numbers">
              <span aria-hidden="true">{format.bps(share)}</span>
              <span className="sr-only">{text('twin.share', { percent: format.bps(share) })}</span>
            </span>
          )}
          <ChevronDown
            aria-hidden="true"
            className={classNames('size-5 transition-transform', isOpen && 'rotate-180')}
          />
        </span>
      </button>
      <header className="hidden flex-wrap items-center justify-between gap-3 sm:flex">
        <Link to="/experiencers/$id" params={record} className="group flex min-h-11 items-center gap-3 rounded-lg">
          {picture}
          <Named
            name={<span className="font-medium underline-offset-4 group-hover:underline">{name}</span>}
            sample={sample}
          />
        </Link>
        <Stake report={report} />
      </header>
      <div id={id} className={classNames('gap-3 px-4 pb-4 sm:grid sm:p-0', isOpen ? 'grid' : 'hidden')}>
        <div className="flex flex-wrap items-center justify-between gap-2 sm:hidden">
          <Stake report={report} />
          <Link
            to="/experiencers/$id"
            params={record}
            className="inline-flex min-h-11 items-center text-jade underline underline-offset-4"
          >
            {text('twin.toRecord')}
          </Link>
        </div>
        {values ? (
          <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
            {parameters.map((parameter) => (
              <ReportedValue key={parameter.code} parameter={parameter} value={values[parameter.position]} />
            ))}
          </dl>
        ) : (
          <p className="text-muted">{text(isOver ? 'twin.notRevealed' : 'twin.hidden')}</p>
        )}
        {values && <Outcome report={report} name={name} share={share} parameters={parameters} />}
      </div>
    </article>
  );
}

function Named({ name, sample }: { name: ReactNode; sample: string }) {
  return (
    <span className="grid min-w-0 leading-tight">
      <span className="truncate">{name}</span>
      <span className="text-sm text-muted">{sample}</span>
    </span>
  );
}

/** That he bought it, what he put at stake, and whether he won. */
function Stake({ report }: { report: TwinReport }) {
  const text = useText(reportMessages);
  const format = useFormat();
  return (
    <span className="flex flex-wrap gap-2">
      {report.won && <Won />}
      {isSlashedReport(report) && (
        <Badge tone="danger">
          <Tooltip tip={text('twin.slashedTip')}>{text('twin.slashed')}</Tooltip>
        </Badge>
      )}
      <Badge tone="jade">
        <ShieldCheck aria-hidden="true" className="size-3.5" />
        <Tooltip tip={text('twin.boughtTip')}>{text('twin.bought')}</Tooltip>
      </Badge>
      <Badge>
        <Tooltip tip={text('twin.stakedTip')}>{text('twin.staked', { amount: format.amount(report.bond) })}</Tooltip>
      </Badge>
    </span>
  );
}

function Won({ bare = false }: { bare?: boolean }) {
  const text = useText(reportMessages);
  return (
    <Badge tone="seal">
      <Trophy aria-hidden="true" className="size-3.5" />
      <span className={bare ? 'sr-only' : undefined}>{text('twin.won')}</span>
    </Badge>
  );
}

interface OutcomeProps {
  report: TwinReport;
  name: string;
  /** Of the weight of all reports, in basis points. */
  share: number | null;
  parameters: readonly ParameterView[];
}

/** What the report counted for, what it earned, and the evidence behind it. */
function Outcome({ report, name, share, parameters }: OutcomeProps) {
  const text = useText(reportMessages);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { quality, reward, evidenceCid } = report;
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 text-sm text-muted">
      <span className="numbers flex flex-wrap gap-x-5">
        {share !== null && <span>{text('twin.share', { percent: format.bps(share) })}</span>}
        {quality != null && (
          <span>{text('twin.quality', { percent: format.bps(Math.floor((quality * 10_000) / FULL)) })}</span>
        )}
        {BigInt(reward) > 0n && <span>{text('twin.rewarded', { amount: format.amount(reward) })}</span>}
      </span>
      {evidenceCid && (
        <Button kind="quiet" size="small" className="-mx-3 max-sm:min-h-11" onClick={() => setOpen(true)}>
          <FileCheck2 aria-hidden="true" className="size-4" />
          {text('twin.evidence')}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
      <Suspense>
        {isOpen && evidenceCid && (
          <EvidenceDialog cid={evidenceCid} name={name} parameters={parameters} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </footer>
  );
}

function ReportedValue({ parameter, value }: { parameter: ParameterView; value: number | undefined }) {
  const localized = useLocalized();
  const format = useFormat();
  return (
    <div className="flex flex-col justify-between">
      <dt className="text-sm text-muted">{localized(parameter.name)}</dt>
      <dd className="numbers">
        {value === undefined ? '–' : withUnit(format.value(value, parameter.decimals), parameter.unit)}
      </dd>
    </div>
  );
}

/** Profile name, else the name of a local account, else the number. */
function useReporterName({ experiencer }: TwinReport): string {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const known = useAccountName(experiencer.account.id);
  const { profile } = experiencer;
  if (profile) return localized({ 'zh-Hans': profile.nameZh, en: profile.nameEn });
  return known ?? text('twin.reporter', { number: String(experiencer.number) });
}
