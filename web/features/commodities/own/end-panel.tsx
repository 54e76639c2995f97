import { useMemo, useState } from 'react';
import { useEpoch } from '../../../shared/chain/use-epoch.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { commoditiesMessages } from '../messages.ts';
import { retireCommodity } from '../transactions/retire-commodity.ts';
import { withdrawCommodityBond } from '../transactions/withdraw-commodity-bond.ts';
import type { OwnCommodityData } from './own-commodity.tsx';

/** `BOND_DELAY_EPOCHS` of contracts/commodities. */
const BOND_DELAY_EPOCHS = 8;

/** Retires a commodity and gets its bond back. */
export function EndPanel({ commodity }: Pick<OwnCommodityData, 'commodity'>) {
  const text = useText(commoditiesMessages);
  const epoch = useEpoch();
  const [asking, setAsking] = useState(false);
  const { number, retired, bond, lotCount, lastClosingEpoch } = commodity;
  const retirement = useMemo(() => retireCommodity(number), [number]);
  const withdrawal = useMemo(() => withdrawCommodityBond(number), [number]);
  const freeFrom = lotCount === 0 ? 0 : lastClosingEpoch + BOND_DELAY_EPOCHS;
  const isFree = epoch !== undefined && epoch.epoch >= freeFrom;
  if (retired && bond === '0') return null;
  return (
    <Section title={text('produce.end')} intro={text('produce.endIntro')}>
      <Card className="grid gap-3">
        {!retired && (
          <div>
            <Button kind="danger" onClick={() => setAsking(true)}>
              {text('produce.retire')}
            </Button>
          </div>
        )}
        {retired && !isFree && <p>{text('produce.bondFree', { epoch: String(freeFrom) })}</p>}
        {retired && isFree && <TransactionButton request={withdrawal}>{text('produce.withdraw')}</TransactionButton>}
      </Card>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text('produce.retireTitle')}>
        <div className="grid gap-4">
          <p>{text('produce.endIntro')}</p>
          <p>{text('produce.retireSure')}</p>
          <TransactionButton kind="danger" request={retirement} onDone={() => setAsking(false)}>
            {text('produce.retire')}
          </TransactionButton>
        </div>
      </Dialog>
    </Section>
  );
}
