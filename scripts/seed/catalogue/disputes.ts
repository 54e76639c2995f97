import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** What somebody hands in for one side of a case. */
export interface SeedEvidence {
  readonly name: Localized;
  readonly description: Localized;
}

/** A case about the listing of a lot that is open now. */
export interface SeedListingCase {
  readonly lotCode: string;
  /** Key of an experiencer or consumer. */
  readonly challenger: string;
  /** In the smallest unit of the settlement asset. */
  readonly bond: bigint;
  readonly challengerSays: SeedEvidence;
  readonly producerSays?: SeedEvidence;
}

/** The lot whose bought reports a court has overturned. */
export const lie = {
  lotCode: 'PIC/07',
  challenger: 'hexagonLab',
  /** In the smallest unit of the settlement asset. */
  bond: 300_000_000n,
  challengerSays: {
    name: {
      'zh-Hans': '五个账号报的就是厂家声称的数字',
      en: 'Five accounts report the very figures of the producer',
    },
    description: {
      'zh-Hans':
        '五个此前从无报告的账号各买十瓶，上报的每一项都与厂家声称值一字不差。其余十四份独立报告的 K268 都在 0.19 上下，酸度都在 0.6% 上下：这是掺了精炼油的油。附十四份报告的编号与我们的光谱图。',
      en: 'Five accounts without any earlier report bought ten bottles each and report, in every parameter, exactly what the producer claims. The fourteen independent reports all find a K268 near 0.19 and an acidity near 0.6 %: an oil cut with refined oil. The numbers of those reports and our spectra are listed.',
    },
  } satisfies SeedEvidence,
  producerSays: {
    name: { 'zh-Hans': '庄园的说明', en: 'Statement of the estate' },
    description: {
      'zh-Hans': '装瓶当日的自检结果符合声称值；运输途中的高温可能使油氧化。',
      en: 'Our own test on the day of bottling agreed with the claims; heat in transport may have oxidised the oil.',
    },
  } satisfies SeedEvidence,
  /** Position in the jury of the juror who believes the producer. */
  mistakenSeat: 2,
} as const;

/** The case in which jurors, the visitor's persona among them, vote now. The lot is what it says it is. */
export const vote: SeedListingCase = {
  lotCode: 'PIC/08',
  challenger: 'canteen',
  bond: 100_000_000n,
  challengerSays: {
    name: { 'zh-Hans': '新批次沿用旧批次的检验单', en: 'The new lot comes with the papers of the old one' },
    description: {
      'zh-Hans':
        '07 批刚因掺假被停售，08 批所附检验单的版式、仪器编号和日期格式与 07 批相同。我们要求停售 08 批，直到庄园交出原始图谱。',
      en: 'Lot 07 has just been suspended as adulterated. The certificate of lot 08 has the same layout, instrument number and form of dates. We ask to suspend lot 08 until the estate shows the raw spectra.',
    },
  },
  producerSays: {
    name: { 'zh-Hans': '08 批原始图谱', en: 'Raw spectra of lot 08' },
    description: {
      'zh-Hans': '08 批由新聘的独立实验室检验，仪器为同一型号，编号不同；原始图谱与采样录像一并附上。',
      en: 'Lot 08 was tested by an independent laboratory that we have newly engaged. The instrument is of the same type but has another number; raw spectra and a film of the sampling are attached.',
    },
  },
};

/** The case in which everybody can hand in evidence now. */
export const collecting: SeedListingCase = {
  lotCode: 'LB1000-B1',
  challenger: 'motherHe',
  bond: 80_000_000n,
  challengerSays: {
    name: { 'zh-Hans': '换了工厂，检验单却没换？', en: 'A new factory with the old certificate?' },
    description: {
      'zh-Hans':
        '上一批饭盒由台州代工厂生产，油脂浸泡实验没有通过。新批次说是自有车间生产，迁移量检验单却还写着代工厂的地址。',
      en: 'The last lot of this box came from a contract moulder in Taizhou and failed the test with fatty food. The new lot is said to come from Qinghe’s own shop, but the migration certificate still has the moulder’s address.',
    },
  },
};
