import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** The document behind a lot. */
export interface LotDocument {
  readonly lotCode: string;
  /** ISO 8601 dates. */
  readonly productionDate: string;
  readonly bestBefore: string | null;
  readonly facility: Localized;
}

export interface LotDates {
  readonly production: string;
  /** Empty: it keeps. */
  readonly bestBefore: string;
}

export type LotDateProblem = 'missing' | 'notADate' | 'inFuture' | 'beforeProduction';

/** What is wrong with the dates of a lot. @param today ISO 8601 date on the chain */
export function checkLotDates(dates: LotDates, today: string): { [Field in keyof LotDates]?: LotDateProblem } {
  const { production, bestBefore } = dates;
  const problems: { -readonly [Field in keyof LotDates]?: LotDateProblem } = {};
  if (production === '') problems.production = 'missing';
  else if (!isDate(production)) problems.production = 'notADate';
  else if (production > today) problems.production = 'inFuture';
  if (bestBefore !== '') {
    if (!isDate(bestBefore)) problems.bestBefore = 'notADate';
    else if (isDate(production) && bestBefore <= production) problems.bestBefore = 'beforeProduction';
  }
  return problems;
}

/** Date of a moment in UTC. @param seconds Unix seconds */
export function isoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** A day that exists, written as 2026-11-05. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
