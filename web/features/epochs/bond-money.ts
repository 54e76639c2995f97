/** What a bond paid for a receipt that was not settled, as the index tells it. */
interface PaidCase {
  readonly slash: { readonly reward: string; readonly audit: string } | null;
  readonly compensation: {
    readonly expertShare: string;
    readonly potShare: string;
    readonly commission: string;
    readonly communeShare: string;
    readonly auditShare: string;
  } | null;
}

export const BOND_PAYEES = ['experts', 'pots', 'recommenders', 'commune', 'challengers', 'audit'] as const;
export type BondPayee = (typeof BOND_PAYEES)[number];

/** Whom the bonds paid in all for receipts of an epoch; null: they paid nobody. Smallest units. */
export function bondMoney(cases: readonly PaidCase[]): Record<BondPayee, bigint> | null {
  const total = { experts: 0n, pots: 0n, recommenders: 0n, commune: 0n, challengers: 0n, audit: 0n };
  for (const { slash, compensation } of cases) {
    total.challengers += BigInt(slash?.reward ?? 0);
    total.audit += BigInt(slash?.audit ?? 0) + BigInt(compensation?.auditShare ?? 0);
    total.experts += BigInt(compensation?.expertShare ?? 0);
    total.pots += BigInt(compensation?.potShare ?? 0);
    total.recommenders += BigInt(compensation?.commission ?? 0);
    total.commune += BigInt(compensation?.communeShare ?? 0);
  }
  return Object.values(total).some((amount) => amount > 0n) ? total : null;
}
