import { Link } from '@tanstack/react-router';
import { FileCheck2, FlaskConical, ShieldCheck, Trophy } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Identicon } from '../../shared/ui/identicon.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import type { ParameterView } from './parameter-view.ts';
import { reportMessages } from './report-messages.ts';
import type { TwinLot, TwinReport } from './twin-query.ts';
import { withUnit } from './unit-text.ts';

const EvidenceDialog = lazy(() =>
  import('./evidence-dialog.tsx').then(({ EvidenceDialog: dialog }) => ({ default: dialog })),
);

const SHOWN_AT_FIRST = 5;
/** Quality and accuracy are parts of 256. */
const FULL = 256;

/** Who measured the lot, what he found, and what he put at stake. */
export function ReportList({ lot, parameters }: { lot: TwinLot; parameters: readonly ParameterView[] }) {
  const text = useText(reportMessages);
  const ui = useText(uiMessages);
  const [all, setAll] = useState(false);
  const { reports, totalWeight } = lot.round;
  const shown = all ? reports : reports.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={text('twin.reports')} intro={reports.length > 0 && text('twin.reportsIntro')}>
      {reports.length === 0 ? (
        <EmptyState icon={<FlaskConical />} title={text('twin.noReports')}>
          {text('twin.noReportsHelp')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {shown.map((report) => (
            <li key={report.experiencer.number}>
              <ReportCard
                report={report}
                parameters={parameters}
                totalWeight={BigInt(totalWeight)}
                isOver={lot.state !== 'OFFERED'}
              />
            </li>
          ))}
        </ul>
      )}
      {!all && reports.length > SHOWN_AT_FIRST && (
        <Button className="justify-self-center" onClick={() => setAll(true)}>
          {ui('ui.more')} ({reports.length - SHOWN_AT_FIRST})
        </Button>
      )}
    </Section>
  );
}

interface CardProps {
  report: TwinReport;
  parameters: readonly ParameterView[];
  totalWeight: bigint;
  isOver: boolean;
}

function ReportCard({ report, parameters, totalWeight, isOver }: CardProps) {
  const text = useText(reportMessages);
  const format = useFormat();
  const name = useReporterName(report);
  const { experiencer, values, weight, evidenceCid } = report;
  const [open, setOpen] = useState(false);
  const share = weight && totalWeight > 0n ? Number((BigInt(weight) * 10_000n) / totalWeight) : null;
  return (
    <Card className="grid gap-3 sm:p-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <Link
          to="/experiencers/$id"
          params={{ id: String(experiencer.number) }}
          className="flex min-h-11 items-center gap-3 rounded-lg"
        >
          <Identicon address={experiencer.account.id} className="size-9" />
          <span className="grid leading-tight">
            <span className="font-medium underline-offset-4 hover:underline">{name}</span>
            <span className="text-sm text-muted">
              {text('twin.recordOf', { scored: experiencer.scored, won: experiencer.won })}
            </span>
          </span>
        </Link>
        <span className="flex flex-wrap gap-2">
          <Badge tone="jade">
            <ShieldCheck aria-hidden="true" className="size-3.5" />
            <Tooltip tip={text('twin.boughtTip')}>{text('twin.bought')}</Tooltip>
          </Badge>
          <Badge>
            <Tooltip tip={text('twin.stakedTip')}>
              {text('twin.staked', { amount: format.amount(report.bond) })}
            </Tooltip>
          </Badge>
          {report.won && (
            <Badge tone="seal">
              <Trophy aria-hidden="true" className="size-3.5" />
              {text('twin.won')}
            </Badge>
          )}
        </span>
      </header>
      {values ? (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:flex-wrap">
          {parameters.map((parameter) => (
            <ReportedValue key={parameter.code} parameter={parameter} value={values[parameter.position]} />
          ))}
        </dl>
      ) : (
        <p className="text-muted italic">{text(isOver ? 'twin.notRevealed' : 'twin.hidden')}</p>
      )}
      {values && (
        <footer className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 text-sm text-muted">
          <span className="numbers flex flex-wrap gap-x-5">
            {share !== null && <span>{text('twin.share', { percent: format.bps(share) })}</span>}
            {report.quality != null && (
              <span>{text('twin.quality', { percent: format.bps(Math.floor((report.quality * 10_000) / FULL)) })}</span>
            )}
            {BigInt(report.reward) > 0n && (
              <span>{text('twin.rewarded', { amount: format.amount(report.reward) })}</span>
            )}
          </span>
          {evidenceCid && (
            <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
              <FileCheck2 aria-hidden="true" className="size-4" />
              {text('twin.evidence')}
              <span className="sr-only">: {name}</span>
            </Button>
          )}
        </footer>
      )}
      <Suspense>
        {open && evidenceCid && (
          <EvidenceDialog cid={evidenceCid} name={name} parameters={parameters} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Card>
  );
}

function ReportedValue({ parameter, value }: { parameter: ParameterView; value: number | undefined }) {
  const localized = useLocalized();
  const format = useFormat();
  return (
    <div>
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
