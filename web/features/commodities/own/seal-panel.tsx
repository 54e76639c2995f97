import type { LotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import type { SealedLotQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { commoditiesMessages } from '../messages.ts';
import { ExportVault } from './export-vault.tsx';
import { SealForm } from './seal-form.tsx';

type Lot = NonNullable<SealedLotQuery['lot']>;

interface Props {
  lot: Lot;
  schedule: LotSchedule;
  /** Chain time, Unix seconds. */
  now: number;
}

/** The seal of a lot through its life: waiting, to be opened, open, or missed. */
export function SealPanel({ lot, schedule, now }: Props) {
  const text = useText(commoditiesMessages);
  const format = useFormat();
  const amount = format.amount(lot.sealCharge);
  const { revealFrom, revealUntil, closingEpoch } = schedule;
  if (lot.unsealed) {
    return (
      <Section title={text('unseal.title')}>
        <Notice kind="success" title={text('unseal.done')}>
          {text('unseal.doneHelp')}
        </Notice>
      </Section>
    );
  }
  if (now >= revealUntil) {
    return (
      <Section title={text('unseal.title')}>
        <Notice kind="error" title={text('unseal.missed')}>
          {text('unseal.missedHelp', { amount })}
        </Notice>
      </Section>
    );
  }
  const isOpen = now >= revealFrom;
  return (
    <Section title={text('unseal.title')}>
      <Card className="grid gap-5">
        <p className="font-display text-2xl font-semibold" role="timer">
          {isOpen ? (
            <span className="text-danger">{text('unseal.now', { duration: format.duration(revealUntil - now) })}</span>
          ) : (
            text('unseal.wait', { duration: format.duration(revealFrom - now) })
          )}
          <span className="sr-only">
            <CountDown until={isOpen ? revealUntil : revealFrom} />
          </span>
        </p>
        <p className="max-w-prose text-muted">
          {text('unseal.waitHelp', {
            epoch: String(closingEpoch),
            from: format.dateTime(revealFrom),
            until: format.dateTime(revealUntil),
            amount,
          })}
        </p>
        <SealForm lot={lot} canOpen={isOpen} />
        {!isOpen && (
          <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
            <ExportVault />
            <span className="flex-1 basis-64">{text('unseal.exportHelp')}</span>
          </div>
        )}
      </Card>
    </Section>
  );
}
