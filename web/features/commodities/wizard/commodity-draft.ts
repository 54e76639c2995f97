import { blankCommodityForm, type CommodityForm } from '../commodity-document.ts';
import { COMMISSION_BPS, FEE_BPS } from '../terms-example.ts';

/** A commodity that is being written; kept in this browser. */
export interface CommodityDraft {
  readonly modelNumber: number | null;
  readonly form: CommodityForm;
  /** As typed. */
  readonly gtin: string;
  readonly feeBps: number;
  readonly commissionBps: number;
}

export const COMMODITY_DRAFT_KEY = 'drafts.commodity';

/** Reads what is kept; whatever is missing or of another type begins blank. */
export function readCommodityDraft(found: unknown): CommodityDraft {
  const kept = (typeof found === 'object' && found !== null ? found : {}) as Partial<
    Record<keyof CommodityDraft, unknown>
  >;
  const form = (typeof kept.form === 'object' && kept.form !== null ? kept.form : {}) as Record<string, unknown>;
  const fields = Object.entries(blankCommodityForm).map(([name, blank]) => [
    name,
    typeof form[name] === 'string' ? form[name] : blank,
  ]);
  return {
    modelNumber: typeof kept.modelNumber === 'number' ? kept.modelNumber : null,
    form: Object.fromEntries(fields) as CommodityForm,
    gtin: typeof kept.gtin === 'string' ? kept.gtin : '',
    feeBps: typeof kept.feeBps === 'number' ? kept.feeBps : FEE_BPS.usual,
    commissionBps: typeof kept.commissionBps === 'number' ? kept.commissionBps : COMMISSION_BPS.usual,
  };
}
