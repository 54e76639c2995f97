import type { Localized, Unit } from '../../../protocol/documents/quality-model/types.ts';

/** A unit that people measure goods in. */
export interface KnownUnit extends Unit {
  readonly name: Localized;
}

export interface UnitGroup {
  readonly name: Localized;
  readonly units: readonly KnownUnit[];
}

const unit = (ucum: string, rec20: string | undefined, zh: string, en: string): KnownUnit => ({
  ucum,
  ...(rec20 && { rec20 }),
  name: { 'zh-Hans': zh, en },
});

/** Common units in UCUM with their UN/ECE Recommendation 20 codes, most used first in each group. */
export const unitGroups: readonly UnitGroup[] = [
  {
    name: { 'zh-Hans': '含量与比例', en: 'Content and ratio' },
    units: [
      unit('%', 'P1', '百分比', 'percent'),
      unit('mg/kg', 'NA', '毫克每千克', 'milligram per kilogram'),
      unit('ug/kg', 'J33', '微克每千克', 'microgram per kilogram'),
      unit('g/kg', 'GK', '克每千克', 'gram per kilogram'),
      unit('g/(100.g)', undefined, '克每百克', 'gram per 100 grams'),
      unit('mg/L', 'M1', '毫克每升', 'milligram per litre'),
      unit('g/L', 'GL', '克每升', 'gram per litre'),
      unit('mg/dm2', undefined, '毫克每平方分米', 'milligram per square decimetre'),
      unit('meq/kg', undefined, '毫克当量每千克', 'milliequivalent per kilogram'),
      unit('[ppm]', '59', '百万分之一', 'parts per million'),
      unit('1', 'C62', '无量纲', 'number without unit'),
      unit('[pH]', 'Q30', '酸碱度', 'pH'),
    ],
  },
  {
    name: { 'zh-Hans': '质量、体积与尺寸', en: 'Mass, volume and size' },
    units: [
      unit('g', 'GRM', '克', 'gram'),
      unit('kg', 'KGM', '千克', 'kilogram'),
      unit('mg', 'MGM', '毫克', 'milligram'),
      unit('mL', 'MLT', '毫升', 'millilitre'),
      unit('L', 'LTR', '升', 'litre'),
      unit('mm', 'MMT', '毫米', 'millimetre'),
      unit('cm', 'CMT', '厘米', 'centimetre'),
      unit('um', '4H', '微米', 'micrometre'),
      unit('g/m2', 'GM', '克每平方米', 'gram per square metre'),
      unit('g/cm3', '23', '克每立方厘米', 'gram per cubic centimetre'),
    ],
  },
  {
    name: { 'zh-Hans': '电与能量', en: 'Electricity and energy' },
    units: [
      unit('V', 'VLT', '伏', 'volt'),
      unit('mV', '2Z', '毫伏', 'millivolt'),
      unit('A', 'AMP', '安', 'ampere'),
      unit('mA.h', 'E09', '毫安时', 'milliampere hour'),
      unit('W', 'WTT', '瓦', 'watt'),
      unit('mW', 'C31', '毫瓦', 'milliwatt'),
      unit('W.h', 'WHR', '瓦时', 'watt hour'),
      unit('Ohm', 'OHM', '欧', 'ohm'),
      unit('kJ', 'KJO', '千焦', 'kilojoule'),
    ],
  },
  {
    name: { 'zh-Hans': '温度、时间与速度', en: 'Temperature, time and speed' },
    units: [
      unit('Cel', 'CEL', '摄氏度', 'degree Celsius'),
      unit('K', 'KEL', '开（温差）', 'kelvin (difference)'),
      unit('s', 'SEC', '秒', 'second'),
      unit('min', 'MIN', '分钟', 'minute'),
      unit('h', 'HUR', '小时', 'hour'),
      unit('d', 'DAY', '天', 'day'),
      unit('mm/s', 'C16', '毫米每秒', 'millimetre per second'),
    ],
  },
  {
    name: { 'zh-Hans': '力、压力与声光', en: 'Force, pressure, sound and light' },
    units: [
      unit('N', 'NEW', '牛', 'newton'),
      unit('Pa', 'PAL', '帕', 'pascal'),
      unit('kPa', 'KPA', '千帕', 'kilopascal'),
      unit('MPa', 'MPA', '兆帕', 'megapascal'),
      unit('mPa.s', 'C24', '毫帕秒', 'millipascal second'),
      unit('dB', '2N', '分贝', 'decibel'),
      unit('lm', 'LUM', '流明', 'lumen'),
      unit('cd/m2', 'A24', '坎德拉每平方米', 'candela per square metre'),
    ],
  },
  {
    name: { 'zh-Hans': '计数与级别', en: 'Counts and grades' },
    units: [
      unit('{piece}', 'H87', '件', 'piece'),
      unit('{grade}', undefined, '级', 'grade'),
      unit('{score}', undefined, '分', 'score'),
      unit('[CFU]/g', undefined, '菌落数每克', 'colony-forming units per gram'),
      unit('[CFU]/mL', undefined, '菌落数每毫升', 'colony-forming units per millilitre'),
    ],
  },
];
