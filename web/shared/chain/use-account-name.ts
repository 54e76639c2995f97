import type { Address } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { shortHex } from '../format/short-hex.ts';
import { useLocalized } from '../i18n/use-localized.ts';

/** Name of an account: local chains know everybody; elsewhere nobody is named. */
export function useAccountName(address: Address | undefined): string | undefined {
  const { local } = useAppConfig();
  const localized = useLocalized();
  if (!address) return undefined;
  const account = local?.accounts.find((one) => one.address.toLowerCase() === address.toLowerCase());
  return account && localized(account.name);
}

/** The same for any account, with the ends of the address where nobody is named. */
export function useNameOf(): (address: Address) => string {
  const { local } = useAppConfig();
  const localized = useLocalized();
  return (address) => {
    const account = local?.accounts.find((one) => one.address.toLowerCase() === address.toLowerCase());
    return account ? localized(account.name) : shortHex(address);
  };
}
