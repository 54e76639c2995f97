import { type ReactNode, useMemo, useState } from 'react';
import { isAddressEqual } from 'viem';
import { useEpoch } from '../../../shared/chain/use-epoch.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { platformsMessages } from '../messages.ts';
import type { PlatformDetails } from '../platform-page.tsx';
import { acceptOperator, collectPledges, withdrawBond } from '../transactions/run-platform.ts';
import { DepositForm, HandOverForm, KeyForm, LeaveForm, PlacesForm } from './operator-forms.tsx';

const TASKS = {
  deposit: DepositForm,
  leave: LeaveForm,
  rotate: KeyForm,
  places: PlacesForm,
  hand: HandOverForm,
} as const;
type Task = keyof typeof TASKS;

/** What only the operator can do, and whoever was offered the role. */
export function OperatorPanel({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const account = useAccount()?.address;
  const { operator, pendingOperator, number } = platform;
  const accept = useMemo(() => acceptOperator(number), [number]);
  if (!account) return null;
  const isOffered = pendingOperator !== null && isAddressEqual(account, pendingOperator.id as typeof account);
  return (
    <>
      {isOffered && (
        <Notice
          title={text('platforms.offered')}
          action={
            <TransactionButton request={accept} terse>
              {text('platforms.accept')}
            </TransactionButton>
          }
        >
          {text('platforms.offeredHelp')}
        </Notice>
      )}
      {isAddressEqual(account, operator.id as typeof account) && <Tasks platform={platform} />}
    </>
  );
}

function Tasks({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const [task, setTask] = useState<Task | null>(null);
  const Form = task && TASKS[task];
  const close = () => setTask(null);
  return (
    <Card className="grid gap-4 border-jade">
      <div>
        <h2 className="font-display text-xl font-semibold">{text('platforms.run')}</h2>
        <p className="text-muted">{text('platforms.runHelp')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {(Object.keys(TASKS) as Task[]).map((one) => (
          <Button key={one} onClick={() => setTask(one)}>
            {text(`platforms.${one}`)}
          </Button>
        ))}
      </div>
      <Ready platform={platform} />
      <Dialog open={task !== null} onClose={close} title={task && text(`platforms.${task}`)}>
        {Form && <Form platform={platform} onDone={close} />}
      </Dialog>
    </Card>
  );
}

/** Money that waits for the operator. */
function Ready({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const { nativeCurrency } = useAppConfig().chain;
  const epoch = useEpoch()?.epoch ?? 0;
  const { number, leaving, leaveEpoch, bond, challengePledgesWon, demandPledgesWon } = platform;
  const requests = useMemo(
    () => ({
      withdraw: withdrawBond(number),
      receipts: collectPledges(number, 'platforms'),
      leaves: collectPledges(number, 'demands'),
    }),
    [number],
  );
  const collect = (wei: string) =>
    text('platforms.collect', {
      amount: format.gas(BigInt(wei), nativeCurrency.decimals),
      symbol: nativeCurrency.symbol,
    });
  const isDue = leaveEpoch !== null && epoch >= leaveEpoch;
  const amount = BigInt(leaving) < BigInt(bond) ? BigInt(leaving) : BigInt(bond);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4 empty:hidden">
      {isDue && (
        <Row label={text('platforms.leaving')} request={requests.withdraw}>
          {text('platforms.withdraw', { amount: format.amount(amount) })}
        </Row>
      )}
      {challengePledgesWon !== '0' && (
        <Row label={text('platforms.pledges')} request={requests.receipts}>
          {collect(challengePledgesWon)}
        </Row>
      )}
      {demandPledgesWon !== '0' && (
        <Row label={text('platforms.pledges')} request={requests.leaves}>
          {collect(demandPledgesWon)}
        </Row>
      )}
    </div>
  );
}

function Row({ label, request, children }: { label: string; request: TransactionRequest; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <span className="text-sm text-muted">{label}</span>
      <TransactionButton request={request} kind="secondary" terse>
        {children}
      </TransactionButton>
    </div>
  );
}
