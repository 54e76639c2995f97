import type { Address } from 'viem';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { FaucetButton } from '../../../shared/local/faucet-button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useBalances } from '../../../shared/wallet/use-balances.ts';
import { reportMessages } from '../report-messages.ts';

/** Says that the account cannot pay the bond, before a wallet has to; nothing when it can. */
export function BondBalance({ account, bond }: { account: Address; bond: bigint }) {
  const text = useText(reportMessages);
  const format = useFormat();
  const { local } = useAppConfig();
  const balance = useBalances(account).data?.asset;
  if (balance === undefined || balance >= bond) return null;
  return (
    <Notice kind="warning" action={local && <FaucetButton address={account} />}>
      {text('report.balanceLow', { amount: format.amount(balance) })}
    </Notice>
  );
}
