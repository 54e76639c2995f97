import type { Config } from 'wagmi';
import { getConnection, sendTransaction, signTypedData } from 'wagmi/actions';
import type { Wallet } from './send-press.ts';

/** The wallet that is connected, as a press uses it. @param chainId of the commune */
export function walletOf(wagmi: Config, chainId: number): Wallet {
  return {
    account: () => getConnection(wagmi).address,
    signPermit: (permit, account) => signTypedData(wagmi, { ...permit, account }),
    send: (transaction) => sendTransaction(wagmi, { ...transaction, chainId }),
  };
}
