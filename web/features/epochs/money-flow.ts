import { lotShares } from '../../../protocol/settlement/lot-shares.ts';

/** Totals of orders in smallest units of the settlement asset, and the shares that they are settled by. */
export interface SettledMoney {
  readonly sales: bigint;
  readonly fees: bigint;
  readonly commissions: bigint;
  /** On top of the sales, paid by the platform. */
  readonly communeShare: bigint;
  /** Shares of the fees in basis points. */
  readonly expertBps: number;
  readonly experiencerBps: number;
}

export type FlowSource = 'sales' | 'fees' | 'platformTop';
export type FlowRecipient = (typeof RECIPIENTS)[number];
export type FlowNode = FlowSource | FlowRecipient;

export interface FlowLink {
  readonly from: FlowSource;
  readonly to: 'fees' | FlowRecipient;
  readonly amount: bigint;
}

/** Who is paid at the end, from the top of the picture downwards. */
export const RECIPIENTS = ['producer', 'recommenders', 'experiencers', 'platform', 'experts', 'commune'] as const;

/**
 * Where the money of statements goes. What buyers pay splits without remainder: the platforms keep what the shares leave of the fees.
 * Links without money are left out.
 */
export function moneyFlow(statements: readonly SettledMoney[]): FlowLink[] {
  const total = { sales: 0n, fees: 0n, commissions: 0n, communeShare: 0n, expert: 0n, pot: 0n };
  for (const statement of statements) {
    const { expert, pot } = lotShares(statement.fees, { ...statement, communeBps: 0 });
    total.sales += statement.sales;
    total.fees += statement.fees;
    total.commissions += statement.commissions;
    total.communeShare += statement.communeShare;
    total.expert += expert;
    total.pot += pot;
  }
  const { sales, fees, commissions, communeShare, expert, pot } = total;
  const links: FlowLink[] = [
    { from: 'sales', to: 'producer', amount: sales - fees - commissions },
    { from: 'sales', to: 'recommenders', amount: commissions },
    { from: 'sales', to: 'fees', amount: fees },
    { from: 'fees', to: 'experiencers', amount: pot },
    { from: 'fees', to: 'platform', amount: fees - expert - pot },
    { from: 'fees', to: 'experts', amount: expert },
    { from: 'platformTop', to: 'commune', amount: communeShare },
  ];
  return links.filter(({ amount }) => amount > 0n);
}

/** Part of a whole in basis points, cut off; 0 of nothing. */
export function partBps(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole);
}
