import {
  checkList,
  checkLocalized,
  checkRecord,
  checkText,
  isIntegerWithin,
  isRecord,
  isText,
  type Json,
  shown,
} from './checks.ts';
import type { Report } from './problem.ts';
import { fractionDigits, isDecimal, toScaled } from './scaled.ts';

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const UINT32_MAX = 2 ** 32 - 1;
const WEIGHT_MAX = 10_000;

/** Everything about one parameter that does not depend on the others. */
export function checkParameter(parameter: Json, standards: ReadonlySet<string>, path: string, report: Report): void {
  if (!isText(parameter.code) || !/^[A-Z0-9_]{1,12}$/.test(parameter.code)) report(`${path}/code`, 'CODE_INVALID');
  checkLocalized(parameter.name, `${path}/name`, report);
  if (!['quantity', 'grade'].includes(parameter.kind as string)) report(`${path}/kind`, 'KIND_INVALID');
  if (!['twoSided', 'atLeast', 'atMost'].includes(parameter.direction as string)) {
    report(`${path}/direction`, 'DIRECTION_INVALID');
  }
  if (!isIntegerWithin(parameter.weightBps, 1, WEIGHT_MAX)) report(`${path}/weightBps`, 'WEIGHT_INVALID');
  for (const flag of ['critical', 'sealed']) {
    if (typeof parameter[flag] !== 'boolean') report(`${path}/${flag}`, 'FLAG_INVALID');
  }
  checkUnit(parameter.unit, `${path}/unit`, report);
  checkMethod(parameter.method, standards, `${path}/method`, report);
  checkInstruments(parameter.instruments, `${path}/instruments`, report);
  checkLimitSource(parameter, standards, path, report);
  if (isIntegerWithin(parameter.decimals, 0, 9)) checkNumbersOf(parameter, parameter.decimals, path, report);
  else report(`${path}/decimals`, 'DECIMALS_INVALID');
}

function checkUnit(value: unknown, path: string, report: Report): void {
  const unit = checkRecord(value, path, report);
  if (!unit) return;
  if (!isText(unit.ucum) || !/^[!-~]+$/.test(unit.ucum)) report(`${path}/ucum`, 'UNIT_INVALID');
  if (unit.rec20 !== undefined && !(isText(unit.rec20) && /^[A-Z0-9]{2,3}$/.test(unit.rec20))) {
    report(`${path}/rec20`, 'REC20_INVALID');
  }
}

function checkCitation(citation: Json, standards: ReadonlySet<string>, path: string, report: Report): void {
  if (isRecord(citation.clause)) checkLocalized(citation.clause, `${path}/clause`, report);
  else checkText(citation.clause, `${path}/clause`, report);
  if (!standards.has(citation.standard as string)) {
    report(`${path}/standard`, 'STANDARD_UNKNOWN', { given: shown(citation.standard) });
  }
}

function checkMethod(value: unknown, standards: ReadonlySet<string>, path: string, report: Report): void {
  const method = checkRecord(value, path, report);
  if (!method) return;
  checkCitation(method, standards, path, report);
  checkLocalized(method.name, `${path}/name`, report);
  checkLocalized(method.conditions, `${path}/conditions`, report);
  if (!isIntegerWithin(method.replicates, 1, 100)) report(`${path}/replicates`, 'REPLICATES_INVALID');
}

function checkInstruments(value: unknown, path: string, report: Report): void {
  const instruments = checkList(value, path, report);
  if (instruments?.length === 0) report(path, 'INSTRUMENTS_MISSING');
  for (const [i, instrument] of (instruments ?? []).entries()) checkLocalized(instrument, `${path}/${i}`, report);
}

function checkLimitSource(parameter: Json, standards: ReadonlySet<string>, path: string, report: Report): void {
  const source = checkRecord(parameter.limitSource, `${path}/limitSource`, report) ?? {};
  for (const side of ['min', 'max']) {
    if (!['standard', 'plausible'].includes(source[side] as string)) {
      report(`${path}/limitSource/${side}`, 'LIMIT_SOURCE_INVALID');
    }
  }
  if (parameter.requirement !== undefined) {
    const requirement = checkRecord(parameter.requirement, `${path}/requirement`, report);
    if (requirement) checkCitation(requirement, standards, `${path}/requirement`, report);
    if (requirement?.grade !== undefined) checkLocalized(requirement.grade, `${path}/requirement/grade`, report);
  } else if (source.min === 'standard' || source.max === 'standard') {
    report(`${path}/requirement`, 'REQUIREMENT_MISSING');
  }
}

/** Limits and tolerance must be exact integers of 10^−decimals that fit their type on chain. */
function checkNumbersOf(parameter: Json, decimals: number, path: string, report: Report): void {
  const limits = checkRecord(parameter.limits, `${path}/limits`, report);
  if (limits) {
    const [min, max] = (['min', 'max'] as const).map((side) => {
      const value = scaled(limits[side], decimals, `${path}/limits/${side}`, report);
      if (value !== undefined && (value < INT32_MIN || value > INT32_MAX)) {
        report(`${path}/limits/${side}`, 'LIMIT_TOO_LARGE', { given: shown(limits[side]), decimals });
      }
      return value;
    });
    if (min !== undefined && max !== undefined && min >= max) {
      report(`${path}/limits`, 'LIMITS_EMPTY', { min: shown(limits.min), max: shown(limits.max) });
    }
  }
  const tolerance = scaled(parameter.tolerance, decimals, `${path}/tolerance`, report);
  const given = shown(parameter.tolerance);
  if (tolerance !== undefined && tolerance <= 0) report(`${path}/tolerance`, 'TOLERANCE_TOO_SMALL', { given });
  if (tolerance !== undefined && tolerance > UINT32_MAX) {
    report(`${path}/tolerance`, 'TOLERANCE_TOO_LARGE', { given, decimals });
  }
}

/** The integer, infinite where it is too large to be one. */
function scaled(value: unknown, decimals: number, path: string, report: Report): number | undefined {
  if (!isText(value) || !isDecimal(value)) {
    report(path, 'DECIMAL_INVALID');
  } else if (fractionDigits(value) > decimals) {
    report(path, 'DECIMAL_TOO_PRECISE', { given: value, decimals });
  } else {
    const magnitude = Number(value) * 10 ** decimals;
    return Number.isSafeInteger(Math.round(magnitude)) ? toScaled(value, decimals) : Math.sign(magnitude) * Infinity;
  }
  return undefined;
}
