import { useText } from '../../shared/i18n/use-text.ts';
import { Page } from '../../shared/ui/page.tsx';
import { experienceMessages } from './messages.ts';

export function ExperiencerPage() {
  const text = useText(experienceMessages);
  return <Page title={text('experience.title')}>{null}</Page>;
}
