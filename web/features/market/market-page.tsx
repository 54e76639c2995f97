import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { marketMessages } from './messages.ts';

export function MarketPage() {
  const text = useText(marketMessages);
  return <Page title={text('market.title')}>{null}</Page>;
}
