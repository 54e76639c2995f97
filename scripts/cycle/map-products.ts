import type { OrderLine } from './order-line.ts';

/** Name of the lot that holds all products without a lot of their own. */
export const ASSORTED = 'Assorted';

/** Products that are sold and judged as one. */
export interface ProductLot {
  /** 0, 1, 2 … in the order of the list. */
  readonly index: number;
  /** The best seller's stock code, the name from the lots file, or `Assorted`. */
  readonly name: string;
  /** Description of the lot's best seller. */
  readonly description: string;
  /** Best sellers first. */
  readonly stockCodes: readonly string[];
  readonly orderLines: number;
  readonly units: bigint;
  /** In millionths. */
  readonly sales: bigint;
}

export interface ProductMap {
  readonly lots: readonly ProductLot[];
  /** The lot's index by stock code; holds every code of the lines given. */
  readonly lotOf: ReadonlyMap<string, number>;
}

type Product = Omit<ProductLot, 'index' | 'name' | 'stockCodes'> & { readonly stockCode: string };

/**
 * Deals the products, best sellers first (by revenue, then by stock code), to `count` lots in turn, so that every lot has many
 * buyers: a lot needs at least seven independent reports. A lot is called after its best seller.
 */
export function mapEvenly(lines: readonly OrderLine[], count = 6): ProductMap {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`The number of lots must be 1 or more, not ${count}`);
  const groups: [string, Product[]][] = [];
  for (const [i, product] of rankProducts(lines).entries()) {
    const group = groups[i % count];
    if (group === undefined) groups.push([product.stockCode, [product]]);
    else group[1].push(product);
  }
  return toProductMap(groups);
}

/**
 * Gives the products to the lots of a plan (lot name by stock code, see `readLots`), in the order of the plan; products that it
 * does not name go to the last lot, `Assorted`. Lots of which nothing was sold are left out: compare with `lots`.
 */
export function mapByPlan(lines: readonly OrderLine[], plan: ReadonlyMap<string, string>): ProductMap {
  const groups = new Map<string, Product[]>([...plan.values()].map((name) => [name, []]));
  for (const product of rankProducts(lines)) {
    const name = plan.get(product.stockCode) ?? ASSORTED;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(product);
  }
  return toProductMap([...groups].filter(([, products]) => products.length > 0));
}

function toProductMap(groups: readonly (readonly [string, readonly Product[]])[]): ProductMap {
  const lots = groups.map(([name, products], index) => ({
    index,
    name,
    description: products[0]?.description ?? '',
    stockCodes: products.map((product) => product.stockCode),
    orderLines: products.reduce((sum, product) => sum + product.orderLines, 0),
    units: products.reduce((sum, product) => sum + product.units, 0n),
    sales: products.reduce((sum, product) => sum + product.sales, 0n),
  }));
  const lotOf = new Map(lots.flatMap((lot) => lot.stockCodes.map((stockCode) => [stockCode, lot.index] as const)));
  return { lots, lotOf };
}

/** The products of the lines, the highest revenue first. */
function rankProducts(lines: readonly OrderLine[]): Product[] {
  const products = new Map<string, Product>();
  for (const { stockCode, description, quantity, sales } of lines) {
    const sum = products.get(stockCode);
    products.set(stockCode, {
      stockCode,
      description: sum?.description || description,
      orderLines: (sum?.orderLines ?? 0) + 1,
      units: (sum?.units ?? 0n) + BigInt(quantity),
      sales: (sum?.sales ?? 0n) + sales,
    });
  }
  return [...products.values()].sort(bySales);
}

function bySales(a: Product, b: Product): number {
  if (a.sales !== b.sales) return a.sales > b.sales ? -1 : 1;
  return a.stockCode < b.stockCode ? -1 : 1;
}
