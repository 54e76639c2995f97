import type { ReactNode } from 'react';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Facts } from '../../shared/ui/facts.tsx';
import { commodityText } from './commodity-text.ts';
import { twinMessages } from './messages.ts';
import type { TwinLot } from './twin-query.ts';
import { withUnit } from './unit-text.ts';

interface Props {
  gtin: string | null | undefined;
  document: TwinLot['commodity']['document'];
  /** Rows before those of the product. */
  children?: readonly (readonly [ReactNode, ReactNode])[];
}

/** What the product is, as its producer's document says. */
export function ProductFacts({ gtin, document, children = [] }: Props) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const [locale] = useLocale();
  const product = document && commodityText(document);
  const country = product?.country && new Intl.DisplayNames(locale, { type: 'region' }).of(product.country);
  const rows: readonly (readonly [ReactNode, ReactNode])[] = product
    ? [
        [text('twin.brand'), localized(product.brand)],
        [text('twin.designation'), product.designation],
        [
          text('twin.origin'),
          [localized(product.region), country].filter(Boolean).join(locale === 'en' ? ', ' : ' · '),
        ],
        [text('twin.netContent'), withUnit(product.netContent, product.netContentUnit)],
      ]
    : [];
  return (
    <Facts
      facts={[...children, [text('twin.gtin'), gtin ?? text('twin.noGtin')], ...rows.filter(([, value]) => value)]}
    />
  );
}
