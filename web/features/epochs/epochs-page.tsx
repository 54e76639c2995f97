import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { epochsMessages } from './messages.ts';

export function EpochsPage() {
  const text = useText(epochsMessages);
  return <Page title={text('epochs.title')}>{null}</Page>;
}
