import type { Localized, Unit } from '../../../protocol/documents/quality-model/types.ts';

/** The document behind a commodity. */
export interface CommodityDocument {
  readonly name: Localized;
  readonly description: Localized;
  readonly brand: Localized;
  /** Producer's model or grade designation. */
  readonly model: string;
  /** ISO 3166-1 alpha-2 country. */
  readonly origin: { readonly country: string; readonly region: Localized };
  /** Decimal string in the unit. */
  readonly netContent: { readonly value: string; readonly unit: Unit };
}

/** The same as a form holds it, flat. */
export interface CommodityForm {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly descriptionZh: string;
  readonly descriptionEn: string;
  readonly brandZh: string;
  readonly brandEn: string;
  readonly designation: string;
  readonly country: string;
  readonly regionZh: string;
  readonly regionEn: string;
  readonly netContent: string;
  readonly netContentUnit: string;
}

export const blankCommodityForm: CommodityForm = {
  nameZh: '',
  nameEn: '',
  descriptionZh: '',
  descriptionEn: '',
  brandZh: '',
  brandEn: '',
  designation: '',
  country: 'CN',
  regionZh: '',
  regionEn: '',
  netContent: '',
  netContentUnit: 'g',
};

/** Units that goods are packed in, with their UN/ECE Recommendation 20 codes. */
export const CONTENT_UNITS: readonly Unit[] = [
  { ucum: 'g', rec20: 'GRM' },
  { ucum: 'kg', rec20: 'KGM' },
  { ucum: 'mL', rec20: 'MLT' },
  { ucum: 'L', rec20: 'LTR' },
  { ucum: 'm', rec20: 'MTR' },
  { ucum: 'm2', rec20: 'MTK' },
  { ucum: '{piece}', rec20: 'H87' },
];

export type CommodityFormProblem = 'missing' | 'badCountry' | 'badAmount';

const OPTIONAL: readonly (keyof CommodityForm)[] = ['designation', 'regionZh', 'regionEn'];
const COUNTRY = /^[A-Z]{2}$/;
/** A positive decimal without superfluous zeros in front. */
const AMOUNT = /^(?!0+(?:\.0+)?$)(0|[1-9]\d{0,8})(\.\d{1,6})?$/;

/** What is wrong with a form, by field; a form without problems makes a document. */
export function checkCommodityForm(form: CommodityForm): Partial<Record<keyof CommodityForm, CommodityFormProblem>> {
  const problems: Partial<Record<keyof CommodityForm, CommodityFormProblem>> = {};
  for (const field of Object.keys(blankCommodityForm) as (keyof CommodityForm)[]) {
    if (form[field].trim() === '' && !OPTIONAL.includes(field)) problems[field] = 'missing';
  }
  problems.country ??= COUNTRY.test(form.country) ? undefined : 'badCountry';
  problems.netContent ??= AMOUNT.test(form.netContent.trim()) ? undefined : 'badAmount';
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}

/** The document of a form without problems. A region said in one language only stands in both. */
export function commodityDocument(form: CommodityForm): CommodityDocument {
  const text = (zh: string, en: string): Localized => ({
    'zh-Hans': zh.trim() || en.trim(),
    en: en.trim() || zh.trim(),
  });
  const unit = CONTENT_UNITS.find(({ ucum }) => ucum === form.netContentUnit) ?? { ucum: form.netContentUnit };
  return {
    name: text(form.nameZh, form.nameEn),
    description: text(form.descriptionZh, form.descriptionEn),
    brand: text(form.brandZh, form.brandEn),
    model: form.designation.trim(),
    origin: { country: form.country, region: text(form.regionZh, form.regionEn) },
    netContent: { value: form.netContent.trim(), unit },
  };
}
