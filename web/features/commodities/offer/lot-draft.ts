import type { ClaimTexts } from '../claims.ts';

/** A lot that is being written; kept in this browser. Texts as typed. */
export interface LotDraft {
  readonly lotCode: string;
  readonly units: string;
  readonly production: string;
  readonly bestBefore: string;
  readonly facilityZh: string;
  readonly facilityEn: string;
  /** Null: the current one. */
  readonly startEpoch: number | null;
  readonly epochs: number;
  readonly claims: ClaimTexts;
  readonly price: string;
  /** On local chains: what residents will measure; null: nothing is said. */
  readonly truth: ClaimTexts | null;
}

export function lotDraftKey(commodityNumber: number): string {
  return `drafts.lot.${commodityNumber}`;
}

/** Reads what is kept over a beginning; fields of another type are those of the beginning. */
export function readLotDraft(found: unknown, beginning: LotDraft): LotDraft {
  if (typeof found !== 'object' || found === null) return beginning;
  const kept = found as Partial<Record<keyof LotDraft, unknown>>;
  const text = (field: keyof LotDraft) => (typeof kept[field] === 'string' ? kept[field] : beginning[field]) as string;
  return {
    lotCode: text('lotCode'),
    units: text('units'),
    production: text('production'),
    bestBefore: text('bestBefore'),
    facilityZh: text('facilityZh'),
    facilityEn: text('facilityEn'),
    startEpoch: typeof kept.startEpoch === 'number' ? kept.startEpoch : beginning.startEpoch,
    epochs: typeof kept.epochs === 'number' ? kept.epochs : beginning.epochs,
    claims: readTexts(kept.claims) ?? beginning.claims,
    price: text('price'),
    truth: kept.truth === null ? null : (readTexts(kept.truth) ?? beginning.truth),
  };
}

function readTexts(found: unknown): ClaimTexts | null {
  if (typeof found !== 'object' || found === null) return null;
  return Object.fromEntries(Object.entries(found).filter(([, text]) => typeof text === 'string'));
}
