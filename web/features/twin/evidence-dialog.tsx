import { useMemo } from 'react';
import { DocumentFile } from '../../shared/documents/document-file.tsx';
import { useJsonDocument } from '../../shared/documents/use-document.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import type { ParameterView } from './parameter-view.ts';
import { type ReadReport, type ReadResult, readReport } from './report-document.ts';
import { reportMessages } from './report-messages.ts';
import { withUnit } from './unit-text.ts';

interface Props {
  cid: string;
  name: string;
  parameters: readonly ParameterView[];
  onClose: () => void;
}

/** A report's document, hashed in this browser before it is shown. */
export function EvidenceDialog({ cid, name, parameters, onClose }: Props) {
  const text = useText(reportMessages);
  const document = useJsonDocument<unknown>(cid);
  return (
    <Dialog open onClose={onClose} title={text('twin.evidenceOf', { name })} shape="wide">
      <QueryView query={document}>{(data) => <Evidence cid={cid} document={data} parameters={parameters} />}</QueryView>
    </Dialog>
  );
}

function Evidence({
  cid,
  document,
  parameters,
}: {
  cid: string;
  document: unknown;
  parameters: readonly ParameterView[];
}) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const report = useMemo(() => readReport(document), [document]);
  const files = report.results.flatMap(({ evidence }) => evidence);
  return (
    <div className="grid gap-6">
      <Notice kind="success">
        {text('twin.hashGood')}
        <span className="mt-1 flex items-center gap-1 text-muted">
          {text('twin.fingerprint')} <span className="font-mono">{shortHex(cid, 8)}</span>
          <CopyButton value={cid} label={text('twin.fingerprint')} />
        </span>
      </Notice>
      <Results report={report} parameters={parameters} />
      <section className="grid gap-3">
        <h3 className="font-medium">{text('twin.files')}</h3>
        {files.length === 0 && <p className="text-muted">{text('twin.noFiles')}</p>}
        <ul className="grid gap-3 sm:grid-cols-2">
          {files.map((file) => (
            <li key={file.cid}>
              <DocumentFile cid={file.cid} name={text('twin.openFile', { mime: file.mime })} />
            </li>
          ))}
        </ul>
      </section>
      <Facts
        facts={[
          [text('twin.instrumentsUsed'), report.instruments.map(localized).join(' · ') || '–'],
          [text('twin.conflicts'), report.conflicts || text('twin.noConflicts')],
        ]}
      />
      <Disclosure summary={text('twin.raw')}>
        <pre className="max-h-80 overflow-auto rounded-lg bg-sunken p-3 text-sm">
          {JSON.stringify(document, null, 2)}
        </pre>
      </Disclosure>
    </div>
  );
}

function Results({ report, parameters }: { report: ReadReport; parameters: readonly ParameterView[] }) {
  const text = useText(reportMessages);
  const localized = useLocalized();
  const parameterOf = ({ code }: ReadResult) => parameters.find((parameter) => parameter.code === code);
  const factor = report.results.find(({ uncertainty }) => uncertainty)?.uncertainty?.k ?? '2';
  return (
    <DataTable
      caption={text('twin.values')}
      rows={report.results}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          label: text('twin.measuredParameter'),
          cell: (row) => {
            const parameter = parameterOf(row);
            return parameter ? localized(parameter.name) : row.code;
          },
        },
        {
          key: 'readings',
          label: text('twin.readings'),
          numeric: true,
          cell: ({ readings }) => readings.join(' · ') || '–',
        },
        {
          key: 'value',
          label: text('twin.value'),
          numeric: true,
          cell: (row) =>
            row.notTestedReason
              ? text('twin.notTested', { reason: row.notTestedReason })
              : withUnit(row.value, parameterOf(row)?.unit),
        },
        {
          key: 'uncertainty',
          label: text('twin.uncertainty', { k: factor }),
          numeric: true,
          cell: ({ uncertainty }) => (uncertainty ? `± ${uncertainty.expanded}` : '–'),
        },
      ]}
    />
  );
}
