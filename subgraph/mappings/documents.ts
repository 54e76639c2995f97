import { Bytes, dataSource, JSONValue, json } from '@graphprotocol/graph-ts';
import { eitherOf, itemsOf, localizedOf, memberOf, objectOf, stringOf } from '../entities/json';
import { CommodityDocument, LotDocument, ModelDocument, ParameterText, ProfileDocument } from '../generated/schema';

export function handleModelDocument(content: Bytes): void {
  const root = parse(content);
  if (root === null) return;
  const document = new ModelDocument(dataSource.stringParam());
  const name = localizedOf(root, 'name');
  const summary = localizedOf(root, 'summary');
  const category = memberOf(root, 'category');
  document.nameZh = name.zh;
  document.nameEn = name.en;
  document.summaryZh = summary.zh;
  document.summaryEn = summary.en;
  document.version = stringOf(root, 'version');
  document.categoryCode = stringOf(category, 'code');
  document.categoryScheme = stringOf(category, 'schemeID');
  const standards = itemsOf(memberOf(root, 'standards'));
  document.standards = standards.map<string>((standard) => stringOf(standard, 'id'));
  document.json = content.toString();
  document.save();
  const parameters = itemsOf(memberOf(root, 'parameters'));
  const seen = new Set<string>();
  for (let i = 0; i < parameters.length; i++) {
    const code = stringOf(parameters[i], 'code');
    if (code.length == 0 || seen.has(code)) continue;
    seen.add(code);
    recordText(document.id, code, parameters[i], standards);
  }
}

export function handleCommodityDocument(content: Bytes): void {
  const root = parse(content);
  if (root === null) return;
  const document = new CommodityDocument(dataSource.stringParam());
  const name = localizedOf(root, 'name');
  const description = localizedOf(root, 'description');
  const brand = localizedOf(root, 'brand');
  const origin = memberOf(root, 'origin');
  const region = localizedOf(origin, 'region');
  const netContent = memberOf(root, 'netContent');
  document.nameZh = name.zh;
  document.nameEn = name.en;
  document.descriptionZh = description.zh;
  document.descriptionEn = description.en;
  document.brandZh = brand.zh;
  document.brandEn = brand.en;
  document.designation = stringOf(root, 'model');
  document.originCountry = stringOf(origin, 'country');
  document.originRegionZh = region.zh;
  document.originRegionEn = region.en;
  document.netContent = stringOf(netContent, 'value');
  document.netContentUnit = stringOf(memberOf(netContent, 'unit'), 'ucum');
  document.json = content.toString();
  document.save();
}

export function handleLotDocument(content: Bytes): void {
  const root = parse(content);
  if (root === null) return;
  const document = new LotDocument(dataSource.stringParam());
  const facility = localizedOf(root, 'facility');
  const bestBefore = stringOf(root, 'bestBefore');
  document.lotCode = stringOf(root, 'lotCode');
  document.productionDate = stringOf(root, 'productionDate');
  if (bestBefore.length > 0) document.bestBefore = bestBefore;
  document.facilityZh = facility.zh;
  document.facilityEn = facility.en;
  document.json = content.toString();
  document.save();
}

export function handleProfileDocument(content: Bytes): void {
  const root = parse(content);
  if (root === null) return;
  const document = new ProfileDocument(dataSource.stringParam());
  const name = localizedOf(root, 'name');
  const about = localizedOf(root, 'about');
  document.nameZh = name.zh;
  document.nameEn = name.en;
  document.aboutZh = about.zh;
  document.aboutEn = about.en;
  document.json = content.toString();
  document.save();
}

/** The document's object; null: it is none. */
function parse(content: Bytes): JSONValue | null {
  const parsed = json.try_fromBytes(content);
  if (parsed.isError || objectOf(parsed.value) === null) return null;
  return parsed.value;
}

function recordText(document: string, code: string, parameter: JSONValue, standards: Array<JSONValue>): void {
  const text = new ParameterText(`${document}/${code}`);
  const name = localizedOf(parameter, 'name');
  const method = memberOf(parameter, 'method');
  const methodName = localizedOf(method, 'name');
  text.document = document;
  text.code = code;
  text.nameZh = name.zh;
  text.nameEn = name.en;
  text.unit = stringOf(memberOf(parameter, 'unit'), 'ucum');
  text.methodZh = methodName.zh;
  text.methodEn = methodName.en;
  text.methodStandard = standardOf(standards, stringOf(method, 'standard'));
  const clause = eitherOf(method, 'clause');
  text.methodClauseZh = clause.zh;
  text.methodClauseEn = clause.en;
  text.save();
}

function standardOf(standards: Array<JSONValue>, key: string): string {
  for (let i = 0; i < standards.length; i++) {
    if (stringOf(standards[i], 'key') == key) return stringOf(standards[i], 'id');
  }
  return '';
}
