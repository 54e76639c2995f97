import { ExternalLink } from 'lucide-react';
import type { Hex } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { uiMessages } from './ui-messages.ts';

/** Leads to a transaction in the chain's explorer; nothing where there is none. */
export function ExplorerLink({ hash }: { hash: Hex }) {
  const text = useText(uiMessages);
  const { explorerUrl } = useAppConfig().chain;
  if (!explorerUrl) return null;
  return (
    <a
      href={`${explorerUrl}/tx/${hash}`}
      target="_blank"
      rel="noreferrer"
      aria-label={text('ui.explorer')}
      className="inline-grid size-8 place-items-center"
    >
      <ExternalLink aria-hidden="true" className="size-4" />
    </a>
  );
}
