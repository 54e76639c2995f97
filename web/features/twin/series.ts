import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { SeriesPoint } from '../../shared/charts/series-plot.tsx';
import type { TwinFinding } from './twin-query.ts';

/** One parameter of a commodity over its lots. Values in units of 10^−decimals. */
export interface Series {
  readonly code: string;
  readonly name: Localized;
  readonly unit: string;
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly points: readonly SeriesPoint[];
}

/**
 * Series of the parameters that have a verdict, in the order of the newest revision. A property keeps its code when a model is
 * revised; where its decimals changed, only lots with those of the newest one are comparable.
 */
export function seriesOf(findings: readonly TwinFinding[]): Series[] {
  const byCode = Map.groupBy(
    findings.filter(({ consensus }) => consensus != null),
    ({ code }) => code,
  );
  return [...byCode.values()]
    .flatMap((all) => {
      const newest = all.at(-1);
      if (!newest) return [];
      const { parameter, code, position } = newest;
      const comparable = all.filter((one) => one.parameter.decimals === parameter.decimals);
      const name = parameter.text
        ? { 'zh-Hans': parameter.text.nameZh, en: parameter.text.nameEn }
        : { 'zh-Hans': code, en: code };
      const points = comparable.map(({ lot, claim, consensus }) => ({
        key: lot.lotCode,
        claim: claim ?? null,
        measured: consensus ?? null,
      }));
      const { decimals, legalMin, legalMax } = parameter;
      return [
        { position, series: { code, name, unit: parameter.text?.unit ?? '', decimals, legalMin, legalMax, points } },
      ];
    })
    .sort((a, b) => a.position - b.position)
    .map(({ series }) => series);
}
