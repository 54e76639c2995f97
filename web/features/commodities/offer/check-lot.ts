import { checkLotCode } from '../../../../protocol/identity/lot-code.ts';
import { checkLotDates, type LotDateProblem } from '../lot-document.ts';
import type { LotDraft } from './lot-draft.ts';

const UNITS_MAX = 0xffff_ffff;

export interface LotProblems {
  readonly lotCode?: 'bad' | 'taken';
  readonly units?: 'bad';
  readonly production?: LotDateProblem;
  readonly bestBefore?: LotDateProblem;
  readonly facility?: 'missing';
}

/** What is wrong with the first page of a lot. @param taken codes of the commodity's lots; @param today ISO 8601 */
export function checkLot(draft: LotDraft, taken: readonly string[], today: string): LotProblems {
  const code = lotCodeProblem(draft.lotCode, taken);
  return {
    ...(code && { lotCode: code }),
    ...(readUnits(draft.units) === null && { units: 'bad' as const }),
    ...checkLotDates(draft, today),
    ...(draft.facilityZh.trim() === '' && draft.facilityEn.trim() === '' && { facility: 'missing' as const }),
  };
}

/** Units as typed; thousands may be parted. */
export function readUnits(typed: string): number | null {
  const digits = typed.replace(/[\s,，]/g, '');
  const units = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
  return units >= 1 && units <= UNITS_MAX ? units : null;
}

function lotCodeProblem(code: string, taken: readonly string[]): 'bad' | 'taken' | undefined {
  try {
    checkLotCode(code);
  } catch {
    return 'bad';
  }
  return taken.includes(code) ? 'taken' : undefined;
}
