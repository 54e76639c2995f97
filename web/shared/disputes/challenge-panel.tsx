import { useState } from 'react';
import { disputeSchedule } from '../../../protocol/disputes/dispute-schedule.ts';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { CountDown } from '../ui/count-down.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAccount } from '../wallet/use-account.ts';
import { ChallengeDialog } from './challenge-dialog.tsx';
import { disputeMessages } from './dispute-messages.ts';

interface Props {
  lot: { readonly number: number; readonly startEpoch: number; readonly epochs: number };
  /** Reports that are open. */
  revealed: number;
}

/** As many as a tally needs. */
const LEAST_REPORTS = 5;

/** In the tally window of a round: a way to challenge its consensus; nothing at other times. */
export function ChallengePanel({ lot, revealed }: Props) {
  const text = useText(disputeMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const account = useAccount();
  const [open, setOpen] = useState(false);
  const { challengeFrom, challengeUntil } = disputeSchedule(clock, lot.startEpoch, lot.epochs);
  if (now === undefined || now < challengeFrom || now >= challengeUntil || revealed < LEAST_REPORTS) return null;
  return (
    <>
      <Notice
        kind="warning"
        title={
          <>
            {text('disputes.window')} <CountDown until={challengeUntil} />
          </>
        }
        action={account && <Button onClick={() => setOpen(true)}>{text('disputes.challenge')}</Button>}
      >
        {text('disputes.windowHelp')}
      </Notice>
      <ChallengeDialog lotId={lot.number} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
