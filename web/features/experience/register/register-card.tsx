import { useMemo } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { experienceMessages } from '../messages.ts';
import { registerExperiencer } from '../transactions/register-experiencer.ts';

/** What it means to be an experiencer, and the one transaction that makes one. */
export function RegisterCard() {
  const text = useText(experienceMessages);
  const request = useMemo(registerExperiencer, []);
  return (
    <Card className="grid gap-4 border-jade">
      <h2 className="font-display text-xl font-semibold sm:text-2xl">{text('experience.registerTitle')}</h2>
      <p className="max-w-prose">{text('experience.registerHelp')}</p>
      <ul className="grid max-w-prose list-disc gap-1 pl-5 text-muted">
        <li>{text('experience.registerPoint1')}</li>
        <li>{text('experience.registerPoint2')}</li>
        <li>{text('experience.registerPoint3')}</li>
      </ul>
      <TransactionButton request={request}>{text('experience.register')}</TransactionButton>
    </Card>
  );
}
