import type { Address } from 'viem';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { platformsMessages } from './messages.ts';

/** What a platform is called: by its operator where he is known, else by its number. */
export function usePlatformName(number: number, operator: Address | undefined): string {
  const text = useText(platformsMessages);
  const name = useAccountName(operator);
  return name ?? text('platforms.number', { number: String(number) });
}
