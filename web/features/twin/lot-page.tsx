import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { twinMessages } from './messages.ts';

export function LotPage() {
  const text = useText(twinMessages);
  return <Page title={text('twin.title')}>{null}</Page>;
}
