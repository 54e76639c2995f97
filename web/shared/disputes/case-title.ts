import type { CaseSummaryFragment } from '../../generated/graphql.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { disputeMessages } from './dispute-messages.ts';

type Named = Pick<CaseSummaryFragment, 'kind' | 'lot' | 'model'>;

/** What a case is about, as a line. */
export function useCaseTitle(): (one: Named) => string {
  const text = useText(disputeMessages);
  const localized = useLocalized();
  return ({ kind, lot, model }) => {
    const document = lot ? lot.commodity.document : model?.latestRevision?.document;
    const name = document ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn }) : '';
    if (lot) {
      const id = kind === 'EVALUATION' ? 'disputes.title.EVALUATION' : 'disputes.title.LISTING';
      return text(id, { name, lot: lot.lotCode });
    }
    return text('disputes.title.MODEL', { name: name || String(model?.number ?? '') });
  };
}
