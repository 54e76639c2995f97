import { Link } from '@tanstack/react-router';
import { formatEther, type Address as Hex } from 'viem';
import { useDisconnect } from 'wagmi';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { FaucetButton } from '../../shared/local/faucet-button.tsx';
import { Address } from '../../shared/ui/address.tsx';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { useOpenConnect } from '../../shared/wallet/connect-context.ts';
import { useBalances } from '../../shared/wallet/use-balances.ts';
import { walletMessages } from '../../shared/wallet/wallet-messages.ts';

interface Props {
  address: Hex;
  onClose: () => void;
}

/** The connected account: balances, switch, disconnect. */
export function AccountDialog({ address, onClose }: Props) {
  const text = useText(walletMessages);
  const format = useFormat();
  const { local, chain } = useAppConfig();
  const balances = useBalances(address);
  const { mutate: disconnect } = useDisconnect();
  const openConnect = useOpenConnect();
  return (
    <Dialog open onClose={onClose} title={<Address address={address} />} shape="side">
      <div className="grid gap-6">
        <QueryView query={balances}>
          {({ asset, token, gas }) => (
            <Facts
              facts={[
                [text('wallet.balance'), <Money key="asset" amount={asset} />],
                [text('wallet.tokens'), <Tokens key="token" amount={token} />],
                [
                  text('wallet.gasMoney'),
                  `${format.number(Number(Number(formatEther(gas)).toFixed(4)))} ${chain.nativeCurrency.symbol}`,
                ],
              ]}
            />
          )}
        </QueryView>
        <div className="flex flex-wrap gap-3">
          <Link to="/account" className={buttonClass()} onClick={onClose}>
            {text('wallet.page')}
          </Link>
          {local && <FaucetButton address={address} />}
          <Button
            onClick={() => {
              onClose();
              openConnect();
            }}
          >
            {text('wallet.switch')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              disconnect({});
              onClose();
            }}
          >
            {text('wallet.disconnect')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
