import { checkParameter } from './check-parameter.ts';
import { checkList, checkLocalized, checkNumbers, checkRecord, checkText, isRecord, isText } from './checks.ts';
import { type Problem, problem, type Report } from './problem.ts';

const PARAMETERS_MAX = 8;
const WEIGHT_SUM = 10_000;

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const RAW_SHA256_CID = /^bafkrei[a-z2-7]{52}$/;
const CAIP10_EVM = /^eip155:[1-9]\d*:0x[0-9a-fA-F]{40}$/;
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** All that is wrong with a quality model document, whatever it is; a document without problems can be published. */
export function validateQualityModel(document: unknown): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, code, values) => problems.push(problem(path, code, values));
  const model = checkRecord(document, '', report);
  if (!model) return problems;

  checkNumbers(model, '', report);
  checkText(model.modelId, '/modelId', report);
  if (!isText(model.version) || !SEMVER.test(model.version)) report('/version', 'VERSION_INVALID');
  if (model.supersedes !== null && !(isText(model.supersedes) && RAW_SHA256_CID.test(model.supersedes))) {
    report('/supersedes', 'SUPERSEDES_INVALID');
  }
  checkLocalized(model.name, '/name', report);
  checkLocalized(model.summary, '/summary', report);
  const category = checkRecord(model.category, '/category', report);
  if (category) for (const key of ['schemeID', 'code']) checkText(category[key], `/category/${key}`, report);
  for (const [i, author] of (checkList(model.authors, '/authors', report) ?? []).entries()) {
    if (!isText(author) || !CAIP10_EVM.test(author)) report(`/authors/${i}`, 'AUTHOR_INVALID');
  }
  checkParameters(model.parameters, checkStandards(model.standards, report), report);
  return problems;
}

/** Returns the keys under which standards can be cited. */
function checkStandards(value: unknown, report: Report): ReadonlySet<string> {
  const keys = new Set<string>();
  const standards = checkList(value, '/standards', report);
  if (standards?.length === 0) report('/standards', 'STANDARD_COUNT');
  for (const [i, item] of (standards ?? []).entries()) {
    const path = `/standards/${i}`;
    const standard = checkRecord(item, path, report);
    if (!standard) continue;
    for (const key of ['key', 'id', 'issuer']) checkText(standard[key], `${path}/${key}`, report);
    checkLocalized(standard.title, `${path}/title`, report);
    if (!isText(standard.issueDate) || !DATE.test(standard.issueDate)) report(`${path}/issueDate`, 'DATE_INVALID');
    if (standard.url !== undefined && !(isText(standard.url) && /^https:\/\/\S+$/.test(standard.url))) {
      report(`${path}/url`, 'URL_INVALID');
    }
    if (!isText(standard.key)) continue;
    if (keys.has(standard.key)) report(`${path}/key`, 'STANDARD_DUPLICATE', { given: standard.key });
    keys.add(standard.key);
  }
  return keys;
}

function checkParameters(value: unknown, standards: ReadonlySet<string>, report: Report): void {
  const parameters = checkList(value, '/parameters', report);
  if (!parameters) return;
  if (parameters.length < 1 || parameters.length > PARAMETERS_MAX) {
    report('/parameters', 'PARAMETER_COUNT', { given: parameters.length });
  }
  const codes = new Set<unknown>();
  for (const [i, item] of parameters.entries()) {
    const path = `/parameters/${i}`;
    const parameter = checkRecord(item, path, report);
    if (!parameter) continue;
    checkParameter(parameter, standards, path, report);
    if (!isText(parameter.code)) continue;
    if (codes.has(parameter.code)) report(`${path}/code`, 'CODE_DUPLICATE', { given: parameter.code });
    codes.add(parameter.code);
  }
  const records = parameters.filter(isRecord);
  const weights = records.map(({ weightBps }) => (typeof weightBps === 'number' ? weightBps : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum !== WEIGHT_SUM) report('/parameters', 'WEIGHT_SUM', { given: sum });
  if (!records.some(({ sealed }) => sealed === true)) report('/parameters', 'NONE_SEALED');
}
