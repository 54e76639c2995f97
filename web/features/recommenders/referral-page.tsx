import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { recommendersMessages } from './messages.ts';

export function ReferralPage() {
  const text = useText(recommendersMessages);
  return <Page title={text('recommenders.title')}>{null}</Page>;
}
