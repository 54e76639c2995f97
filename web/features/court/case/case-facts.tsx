import { Link } from '@tanstack/react-router';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Coins } from '../../../shared/ui/coins.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import type { CaseDetails } from '../court-queries.ts';
import { courtMessages } from '../messages.ts';

const LINK = 'text-jade underline underline-offset-4';

/** Parties, dates and numbers. */
export function CaseFacts({ one }: { one: CaseDetails }) {
  const text = useText(courtMessages);
  const { lot, model, producer, expert, dispute } = one;
  const dates = [
    ['court.openedAt', one.openedAt],
    ['court.referredAt', one.referredAt],
    ['court.ruledAt', one.ruledAt],
    ['court.closedAt', one.closedAt],
    ['court.lapsesAt', one.closedAt ? null : one.deadline],
  ] as const;
  return (
    <Section title={text('court.about')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <Facts
            facts={[
              ...(lot
                ? [
                    [
                      text('court.lot'),
                      <Link key="l" to="/lots/$number" params={{ number: String(lot.number) }} className={LINK}>
                        {lot.lotCode}
                      </Link>,
                    ] as const,
                  ]
                : []),
              ...(model
                ? [
                    [
                      text('court.model'),
                      <Link key="m" to="/models/$number" params={{ number: String(model.number) }} className={LINK}>
                        {String(model.number)}
                      </Link>,
                    ] as const,
                  ]
                : []),
              ...(producer ? [[text('court.producer'), <Address key="p" address={producer.id} />] as const] : []),
              [text('court.expert'), <Address key="e" address={expert.id} />],
            ]}
          />
        </Card>
        <Card>
          <Facts
            facts={[
              ...dates.flatMap(([id, time]) => (time ? [[text(id), <Timestamp key={id} at={time} />] as const] : [])),
              ...(one.cost === '0' ? [] : [[text('court.cost'), <Coins key="c" amount={one.cost} />] as const]),
              ...(dispute ? [[text('court.disputeNumber'), String(dispute.number)] as const] : []),
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
