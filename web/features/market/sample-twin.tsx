import { Link } from '@tanstack/react-router';
import { graphql } from '../../generated/gql.ts';
import { RangePlot } from '../../shared/charts/range-plot.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Grade, Stamp } from '../../shared/ui/seal.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { marketMessages } from './messages.ts';

const sampleQuery = graphql(`
  query SampleTwin {
    lots(first: 1, where: { state: TRUSTED }, orderBy: gradeBps, orderDirection: desc) {
      number
      lotCode
      gradeBps
      reports
      commodity { document { nameZh nameEn } }
      claims(orderBy: position, first: 3) {
        position code claim consensus
        parameter { decimals legalMin legalMax tolerance text { nameZh nameEn unit } }
      }
      round { reports(first: 100) { values } }
    }
  }
`);

/** The best verdict there is, as a specimen of what this is about. */
export function SampleTwin() {
  const text = useText(marketMessages);
  const localized = useLocalized();
  const format = useFormat();
  const query = useSubgraph(sampleQuery, {});
  const lot = query.data?.lots[0];
  if (query.isPending) return <Skeleton className="h-80 rounded-2xl" />;
  if (!lot) return null;
  const { document } = lot.commodity;
  return (
    <figure className="grid gap-4 rounded-2xl border border-line bg-surface p-6 shadow-card">
      <div className="flex items-center justify-between gap-4">
        <div className="flex items-center gap-3">
          <Stamp kind="Trusted" size="medium" />
          <p className="leading-tight">
            <Link
              to="/lots/$number"
              params={{ number: String(lot.number) }}
              className="font-display text-lg font-semibold underline-offset-4 hover:underline"
            >
              {document ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn }) : lot.lotCode}
            </Link>
            <br />
            <span className="text-sm text-muted">{lot.lotCode}</span>
          </p>
        </div>
        {lot.gradeBps != null && <Grade bps={lot.gradeBps} />}
      </div>
      <ul className="grid gap-1">
        {lot.claims.map(({ code, claim, consensus, position, parameter }) => {
          const { decimals, legalMin, legalMax, text: names } = parameter;
          const name = names ? localized({ 'zh-Hans': names.nameZh, en: names.nameEn }) : code;
          const values = lot.round.reports.flatMap((report) => report.values?.[position] ?? []);
          const shown = (value: number | null | undefined) => (value == null ? '–' : format.value(value, decimals));
          const figures = text('market.sampleFigures', { claimed: shown(claim), measured: shown(consensus) });
          return (
            <li key={code}>
              <p className="flex justify-between gap-4 text-sm">
                <span>{name}</span>
                <span className="numbers text-muted">{figures}</span>
              </p>
              <RangePlot
                label={`${name}: ${figures}`}
                legalMin={legalMin}
                legalMax={legalMax}
                claim={claim ?? null}
                measured={consensus ?? null}
                tolerance={Number(parameter.tolerance)}
                reports={values}
              />
            </li>
          );
        })}
      </ul>
      <figcaption className="border-t border-line pt-3 text-sm text-muted">
        {text('market.sampleCaption', { count: lot.reports })}
      </figcaption>
    </figure>
  );
}
