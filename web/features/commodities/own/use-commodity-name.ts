import type { Localized } from '../../../../protocol/documents/quality-model/types.ts';
import { useJsonDocument } from '../../../shared/documents/use-document.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';

interface Named {
  readonly documentCid: string;
  readonly document: { readonly nameZh: string; readonly nameEn: string } | null;
}

/** Name of a commodity. The index reads documents a little later than blocks; meanwhile it is read here. */
export function useCommodityName({ document, documentCid }: Named): string | undefined {
  const localized = useLocalized();
  const fresh = useJsonDocument<{ name?: Partial<Localized> } | null>(document ? null : documentCid);
  if (document) return localized({ 'zh-Hans': document.nameZh, en: document.nameEn });
  const { 'zh-Hans': zh, en } = fresh.data?.name ?? {};
  return typeof zh === 'string' && typeof en === 'string' ? localized({ 'zh-Hans': zh, en }) : undefined;
}
