import type { Localized, QualityModelDocument, Unit } from '../../../protocol/documents/quality-model/types.ts';

/** A person or firm of the demonstration. All of them are invented. */
export interface Role<Key extends string = string> {
  readonly key: Key;
  readonly name: Localized;
  readonly about: Localized;
}

export type ExpertKey = 'grain' | 'teaAndHoney' | 'textile' | 'foodContact' | 'electronics';

export type ProducerKey = 'beiling' | 'yunxiu' | 'baihua' | 'olivar' | 'qiming' | 'qinghe';

export type ModelKey =
  | 'rice'
  | 'greenTea'
  | 'honey'
  | 'oliveOil'
  | 'medicalMask'
  | 'infantGarment'
  | 'plasticFoodBox'
  | 'powerBank'
  | 'usbCharger';

export interface SeedModel {
  readonly key: ModelKey;
  /** Who publishes it. The document's `authors` are filled in with his account. */
  readonly expert: ExpertKey;
  readonly document: QualityModelDocument;
}

export type CommodityKey =
  | 'riceLongGrain'
  | 'riceOrganic'
  | 'teaSpring'
  | 'teaDaily'
  | 'honeyAcacia'
  | 'honeyLinden'
  | 'oliveOil'
  | 'powerBank'
  | 'charger'
  | 'mask'
  | 'bodysuit'
  | 'lunchBox';

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

export interface SeedCommodity {
  readonly key: CommodityKey;
  readonly producer: ProducerKey;
  readonly model: ModelKey;
  /** GTIN-14 under 952, the GS1 prefix for demonstrations; null: the good has none (0 on chain). */
  readonly gtin: string | null;
  readonly feeBps: number;
  readonly commissionBps: number;
  readonly document: CommodityDocument;
}

/** Integers in units of 10^−decimals, by parameter code. */
export type ScaledValues = Readonly<Record<string, number>>;

export interface SeedLot {
  readonly commodity: CommodityKey;
  /** GS1 AI (10): at most 20 characters of set 82. */
  readonly lotCode: string;
  /** At `presentEpoch`: rewards can be claimed, buyers report, or it is on sale. */
  readonly stage: 'finished' | 'running' | 'offered';
  /**
   * Whether the claims are true: `exaggerated` is off by more than one tolerance, but never in a critical parameter; `colluded` fails
   * in a critical one, and bought reports say the contrary until a court overturns them.
   */
  readonly story: 'honest' | 'exaggerated' | 'criticalFailure' | 'colluded';
  /** First epoch of sale; 0 is the first epoch of the seeded history. */
  readonly startEpoch: number;
  readonly epochs: 1 | 2 | 3;
  /** Smallest units (10^−6) of the settlement asset. */
  readonly unitPrice: bigint;
  readonly units: number;
  /** What the producer says, sealed parameters included. */
  readonly claims: ScaledValues;
  /** What a perfect measurement would find; reporters scatter around it. */
  readonly truth: ScaledValues;
  readonly production: {
    /** Days from production to the first epoch of sale. */
    readonly daysBeforeSale: number;
    readonly shelfLifeDays: number | null;
    readonly facility: Localized;
  };
}

export interface LotDocument {
  readonly lotCode: string;
  /** ISO 8601 dates. */
  readonly productionDate: string;
  readonly bestBefore: string | null;
  readonly facility: Localized;
}
