import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { ExperiencerName } from '../../../shared/experiencers/experiencer-name.tsx';
import { meanAccuracyBps, meanQualityBps, type TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { checkoutMessages } from '../checkout-messages.ts';

interface Props {
  record: TrackRecord;
  isSelf?: boolean;
  isQuiet?: boolean;
}

/** What a buyer weighs when he nominates somebody, in two lines. */
export function NomineeRecord({ record, isSelf = false, isQuiet = false }: Props) {
  const text = useText(checkoutMessages);
  const format = useFormat();
  const [mean, accuracy] = [meanQualityBps(record), meanAccuracyBps(record)];
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <ExperiencerName record={record} />
        {isSelf && <Badge tone="jade">{text('checkout.you')}</Badge>}
        {isQuiet && record.committed > 0 && <Badge>{text('checkout.inactive')}</Badge>}
      </div>
      <p className="numbers flex flex-wrap gap-x-3 text-sm text-muted">
        {mean === null || accuracy === null ? (
          text('checkout.noReports')
        ) : (
          <>
            <span className="text-ink">
              {text('checkout.assured')} <b>{format.points(assuredQualityBps(record))}</b>
            </span>
            <span>
              {text('checkout.meanQuality')} {format.points(mean)}
            </span>
            <span>
              {text('checkout.meanAccuracy')} {format.points(accuracy)}
            </span>
            <span>{text('checkout.reports', { won: record.won, scored: record.scored })}</span>
            <span>
              {text('checkout.nominatedFees')} {format.amount(record.nominatedFees)} USD
            </span>
          </>
        )}
      </p>
    </div>
  );
}
