import { Link } from '@tanstack/react-router';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { twinMessages } from './messages.ts';

interface Props {
  model: number;
  revision: number;
  document: { readonly nameZh: string; readonly nameEn: string } | null | undefined;
}

/** The model that a lot is measured by, with the revision it is bound to. */
export function ModelLink({ model, revision, document }: Props) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const name = document ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn }) : `#${model}`;
  return (
    <Link to="/models/$number" params={{ number: String(model) }} className="text-jade underline underline-offset-4">
      {text('twin.revision', { name, number: revision })}
    </Link>
  );
}
