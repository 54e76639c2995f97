import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { modelsMessages } from './messages.ts';

export function ModelsPage() {
  const text = useText(modelsMessages);
  return <Page title={text('models.title')}>{null}</Page>;
}
