import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { Lot, World } from '../seed/world.ts';

/** The contract's enum. */
export const LOT_STATES = ['None', 'Offered', 'Trusted', 'Flagged', 'Unproven', 'Suspended'] as const;

export interface LotStatus {
  readonly lot: Lot;
  readonly state: Localized;
  /** Points out of 100, when the round has ended. */
  readonly grade: string;
  readonly reports: number;
}

const ENDED: Record<(typeof LOT_STATES)[number], Localized> = {
  None: { 'zh-Hans': '无', en: 'none' },
  Offered: { 'zh-Hans': '待测评', en: 'offered' },
  Trusted: { 'zh-Hans': '可信', en: 'Trusted' },
  Flagged: { 'zh-Hans': '警示', en: 'Flagged' },
  Unproven: { 'zh-Hans': '未证实', en: 'Unproven' },
  Suspended: { 'zh-Hans': '已停售', en: 'Suspended' },
};

/** Sold out of its window, not judged yet. */
const MEASURED: Localized = { 'zh-Hans': '测评中', en: 'being measured' };
const ON_SALE: Localized = { 'zh-Hans': '在售', en: 'on sale' };

/** What the chain says of every lot now. */
export async function lotStatuses({ commune, lots }: World): Promise<LotStatus[]> {
  const { commodities } = commune.contracts;
  return Promise.all(
    lots.map(async (lot) => {
      const [{ state, gradeBps }, isSellable] = await Promise.all([
        commodities.read.lotOf([lot.lotId]),
        commodities.read.isSellable([lot.lotId]),
      ]);
      const name = LOT_STATES[state] ?? 'None';
      const isOver = name !== 'Offered';
      return {
        lot,
        state: isOver ? ENDED[name] : isSellable ? ON_SALE : MEASURED,
        grade: isOver ? (gradeBps / 100).toFixed(1) : '',
        reports: lot.reports.filter(({ committed }) => committed).length,
      };
    }),
  );
}
