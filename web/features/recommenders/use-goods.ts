import { graphql } from '../../generated/gql.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { recommendersMessages } from './messages.ts';

const GOODS = graphql(/* GraphQL */ `
  query RecommendableGoods {
    commodities(first: 1000, where: { retired: false }, orderBy: number) {
      number
      commissionBps
      document {
        nameZh
        nameEn
      }
    }
  }
`);

export interface Good {
  readonly number: number;
  readonly commissionBps: number;
  readonly name: string;
}

/** Everything that can be recommended, by name in the reader's language. */
export function useGoods(): readonly Good[] {
  const text = useText(recommendersMessages);
  const localized = useLocalized();
  const found = useSubgraph(GOODS, {}, { select: ({ commodities }) => commodities }).data ?? [];
  return found.map(({ number, commissionBps, document }) => ({
    number,
    commissionBps,
    name: document
      ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn })
      : text('recommenders.commodity', { id: String(number) }),
  }));
}
