import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Power } from '../../../shared/ui/power.tsx';
import { Tooltip } from '../../../shared/ui/tooltip.tsx';
import { recordMessages } from '../record-messages.ts';
import { reportMessages } from '../report-messages.ts';
import { ComparedValues } from './compared-values.tsx';
import { RewardCard } from './reward-card.tsx';
import type { OwnReport, ReportLot } from './use-report-lot.ts';

const VERDICTS = { FINAL: 'Final', UNPROVEN: 'Unproven', VOIDED: 'Voided' } as const;

/** What became of a revealed report: its values beside the consensus, its scores, its reward with the formula filled in. */
export function Outcome({ lot, report }: { lot: ReportLot; report: OwnReport }) {
  const text = useText(reportMessages);
  const record = useText(recordMessages);
  const format = useFormat();
  const { round } = lot;
  const state = round?.state ?? 'OPEN';
  const verdict = state in VERDICTS ? VERDICTS[state as keyof typeof VERDICTS] : null;
  const { accuracy, quality, bucket } = report;
  return (
    <Section title={text('report.outcome')}>
      {verdict && (
        <Notice kind={verdict === 'Final' ? 'success' : 'warning'}>{text(`report.verdict.${verdict}`)}</Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <ComparedValues lot={lot} values={report.values ?? []} />
        </Card>
        <div className="grid gap-6">
          {accuracy !== null && accuracy !== undefined && quality !== null && quality !== undefined && (
            <Card className="grid gap-3">
              {round?.closed && (
                <span>
                  <Badge tone={report.won ? 'jade' : 'neutral'}>
                    {record(report.won ? 'record.wonYes' : 'record.wonNo')}
                  </Badge>
                </span>
              )}
              <Facts
                facts={[
                  [
                    <Tooltip key="a" tip={text('report.accuracyHelp')}>
                      {text('report.accuracy')}
                    </Tooltip>,
                    format.points((accuracy * 10_000) / 256),
                  ],
                  [
                    <Tooltip key="q" tip={text('report.qualityHelp')}>
                      {text('report.quality')}
                    </Tooltip>,
                    format.points((quality * 10_000) / 256),
                  ],
                  [
                    text('report.bucket'),
                    round?.winningBucket
                      ? text('report.bucketValue', { bucket: bucket ?? 0, winning: round.winningBucket })
                      : text('report.bucketOnly', { bucket: bucket ?? 0 }),
                  ],
                  [text('report.powerEarned'), <Power key="p" amount={BigInt(report.powerEarned)} />],
                  [text('report.nominated'), <Money key="n" amount={report.nominated} />],
                ]}
              />
            </Card>
          )}
          {round?.closed && quality !== null && quality !== undefined && (
            <RewardCard round={round} quality={quality} nominated={BigInt(report.nominated)} />
          )}
          {report.state === 'CLAIMED' && (
            <Card className="grid gap-3">
              <h3 className="font-medium">{text('report.paid')}</h3>
              <Facts
                facts={[
                  [text('report.bondBack'), <Money key="b" amount={report.bondReturned} />],
                  [text('report.reward'), <Money key="r" amount={report.reward} sign />],
                  ...(report.penalty === '0'
                    ? []
                    : [[text('report.penalty'), <Money key="l" amount={report.penalty} />] as const]),
                ]}
              />
            </Card>
          )}
        </div>
      </div>
    </Section>
  );
}
