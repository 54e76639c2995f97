import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { experienceMessages } from '../messages.ts';

interface NamedLot {
  readonly number: number;
  readonly commodity: { readonly document?: { readonly nameZh: string; readonly nameEn: string } | null };
}

/** Name of a lot's commodity where it is known. */
export function useLotName(): (lot: NamedLot) => string {
  const text = useText(experienceMessages);
  const localized = useLocalized();
  return ({ number, commodity: { document } }) =>
    document
      ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn })
      : text('experience.unnamed', { lot: String(number) });
}
