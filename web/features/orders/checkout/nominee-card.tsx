import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isActive } from '../../../shared/experiencers/is-active.ts';
import type { TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import { NomineeDialog } from './nominee-dialog.tsx';
import { NomineeRecord } from './nominee-record.tsx';
import type { Proposal } from './propose-nominee.ts';

interface Props {
  proposal: Proposal;
  ranked: readonly TrackRecord[];
  /** 0: nobody. */
  nomineeId: number;
  ownId: number;
  epoch: number;
  onChoose: (id: number) => void;
}

const REASONS = { best: 'checkout.reasonBest', self: 'checkout.reasonSelf', nobody: 'checkout.reasonNobody' } as const;

/** Whom the buyer trusts with his share of the fee: what it means, who is proposed and why, and a way to choose. */
export function NomineeCard({ proposal, ranked, nomineeId, ownId, epoch, onChoose }: Props) {
  const text = useText(checkoutMessages);
  const [open, setOpen] = useState(false);
  const chosen = ranked.find(({ id }) => id === nomineeId);
  const isProposed = (proposal.nominee?.id ?? 0) === nomineeId;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-display text-xl font-semibold">{text('checkout.nominate')}</h2>
        <p className="text-muted">{text('checkout.nominateIntro')}</p>
      </div>
      <div className="grid gap-2 rounded-xl bg-sunken p-4">
        {chosen ? (
          <NomineeRecord record={chosen} isSelf={chosen.id === ownId} isQuiet={!isActive(chosen, epoch)} />
        ) : (
          <div className="grid gap-1">
            <span className="font-medium">{text('checkout.chooseNobody')}</span>
            <span className="text-sm text-muted">{text('checkout.chooseNobodyHelp')}</span>
          </div>
        )}
        {isProposed && <p className="text-sm text-jade">{text(REASONS[proposal.reason])}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setOpen(true)}>{text('checkout.change')}</Button>
        {chosen && (
          <Link to="/experiencers/$id" params={{ id: String(chosen.id) }} className={buttonClass('quiet')}>
            {text('checkout.record')}
          </Link>
        )}
      </div>
      {ownId === 0 && (
        <p className="text-sm text-muted">
          {text('checkout.selfRegister')}{' '}
          <Link to="/experience" className="font-medium text-jade underline underline-offset-4">
            {text('checkout.register')}
          </Link>
        </p>
      )}
      <NomineeDialog
        open={open}
        onClose={() => setOpen(false)}
        ranked={ranked}
        chosen={nomineeId}
        ownId={ownId}
        epoch={epoch}
        onChoose={onChoose}
      />
    </Card>
  );
}
