import type { OrderLine } from './order-line.ts';

/** Name of the lot that holds all products without a lot of their own. */
export const ASSORTED = 'Assorted';

/** Products that are sold and judged as one. */
export interface ProductLot {
  /** 0, 1, 2 … in the order of the list. */
  readonly index: number;
  /** The stock code, the name from the lots file, or `Assorted`. */
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
 * Gives every product a lot of its own or, from the `count`th on, a place in the last lot, `Assorted`: `count` − 1 best sellers by
 * revenue (equal revenue: by stock code) and the rest, or every product alone where there are no more than `count`.
 */
export function mapBestSellers(lines: readonly OrderLine[], count = 12): ProductMap {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`The number of lots must be 1 or more, not ${count}`);
  const products = rankProducts(lines);
  const own = products.length <= count ? products.length : count - 1;
  const groups = new Map(products.slice(0, own).map((product) => [product.stockCode, [product]]));
  return toProductMap(own < products.length ? [...groups, [ASSORTED, products.slice(own)]] : [...groups]);
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
