import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { WagmiProvider } from 'wagmi';
import { AppConfigContext } from '../shared/config/use-app-config.ts';
import { i18n } from '../shared/i18n/i18n.ts';
import { createWalletConfig } from '../shared/wallet/create-wallet-config.ts';
import type { AppConfig } from './config.ts';
import { createQueryClient } from './query-client.ts';
import { router } from './router.ts';

/** Everything that pages need around them. */
export function App({ config }: { config: AppConfig }) {
  const [wallets] = useState(() => createWalletConfig(config));
  const [queries] = useState(createQueryClient);
  return (
    <I18nProvider i18n={i18n}>
      <AppConfigContext value={config}>
        <WagmiProvider config={wallets}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </WagmiProvider>
      </AppConfigContext>
    </I18nProvider>
  );
}
