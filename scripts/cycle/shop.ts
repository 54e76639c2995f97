import { type Address, getAddress, type Hex, keccak256, stringToHex } from 'viem';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { localSalt } from '../local/report.ts';
import type { ProductMap } from './map-products.ts';
import { nominate } from './nominate.ts';
import type { OrderLine } from './order-line.ts';
import type { Random } from './random.ts';

/** How many of 10,000 orders come by a recommender. */
const RECOMMENDED_BPS = 3_000;

/** What the shop's side of a cycle is made of. */
export interface Shop {
  platformId: number;
  epoch: number;
  feeBps: number;
  commissionBps: number;
  products: ProductMap;
  /** Id on chain of each lot of the product map. */
  lotIds: readonly number[];
  /** Experiencer id and account of the customers who registered. */
  experiencers: ReadonlyMap<string, { id: number; address: Address }>;
  recommenderIds: readonly number[];
}

/** The receipt of one order line, with the line and the secret of its buyer. */
export interface Sale {
  line: OrderLine;
  receipt: Receipt;
  salt: Hex;
}

/** Turns the shop's order lines into the receipts of one epoch; buyers nominate as `nominate` says. */
export function sell(shop: Shop, lines: readonly OrderLine[], random: Random): Sale[] {
  const reporters = reportersByLot(shop, lines);
  return lines.map((line) => {
    const own = random.fork(`order ${line.line}`);
    const lot = shop.products.lotOf.get(line.stockCode) as number;
    const experiencer = shop.experiencers.get(line.customer);
    // Nobody has a record yet, so all candidates are alike.
    const candidates = [...(reporters.get(lot) ?? [])].map((id) => ({ id, score: 0 }));
    const recommenderId = own.chance(RECOMMENDED_BPS) ? own.pick(shop.recommenderIds) : 0;
    const salt = localSalt('buyer', line.line);
    const receipt: Receipt = {
      platformId: shop.platformId,
      epoch: shop.epoch,
      orderId: keccak256(stringToHex(`${line.invoice}/${line.line}`)),
      lotId: shop.lotIds[lot] as number,
      quantity: line.quantity,
      sales: line.sales,
      fee: feeOf(line.sales, shop.feeBps),
      commission: commissionOf(line.sales, shop.commissionBps, recommenderId),
      recommenderId,
      nomineeId: nominate({ experiencerId: experiencer?.id ?? 0 }, {}, candidates, own.fork('nominee')),
      buyerCommitment: buyerCommitment(experiencer?.address ?? walletOf(line.customer), salt),
    };
    return { line, receipt, salt };
  });
}

/** The wallet of a customer who only buys. */
function walletOf(customer: string): Address {
  return getAddress(`0x${keccak256(stringToHex(`customer ${customer}`)).slice(-40)}`);
}

function reportersByLot({ products, experiencers }: Shop, lines: readonly OrderLine[]): Map<number, Set<number>> {
  const reporters = new Map<number, Set<number>>();
  for (const { stockCode, customer } of lines) {
    const experiencer = experiencers.get(customer);
    if (experiencer === undefined) continue;
    const lot = products.lotOf.get(stockCode) as number;
    reporters.set(lot, (reporters.get(lot) ?? new Set()).add(experiencer.id));
  }
  return reporters;
}
