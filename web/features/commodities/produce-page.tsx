import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { commoditiesMessages } from './messages.ts';

export function ProducePage() {
  const text = useText(commoditiesMessages);
  return <Page title={text('commodities.title')}>{null}</Page>;
}
