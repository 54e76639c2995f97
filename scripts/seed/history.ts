import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import type { HistoricOrder, HistoricStatement, History } from '../../relay/import/types.ts';
import { now } from '../local/time.ts';
import type { Sale, World } from './world.ts';

/** What the relay has to know of the seeded history, as of the chain's latest block. */
export async function historyOf(world: World): Promise<History> {
  const time = await now(world.commune);
  const statements = await statementsOf(world);
  const orderFiles = new Set(statements.map(({ dataDigest }) => cidFromDigest(dataDigest)));
  return {
    prices: world.lots.map(({ lotId, seed }) => ({ lotId, unitPrice: seed.unitPrice })),
    documents: [...world.documents.blocks].filter(([cid]) => !orderFiles.has(cid)).map(([, block]) => block),
    orders: world.sales
      .toSorted((a, b) => a.times.createdAt - b.times.createdAt)
      .map((sale) => historicOrder(sale, world, time)),
    statements,
  };
}

function historicOrder({ lot, receipt, buyer, nonce, times }: Sale, { statements }: World, now: number): HistoricOrder {
  const before = (time: number) => (time <= now ? time : null);
  const settledAt = statements.has(receipt.epoch) ? times.settledAt : before(times.settledAt);
  return {
    buyer,
    unitPrice: lot.seed.unitPrice,
    commitmentNonce: nonce,
    receipt: settledAt === null ? { ...receipt, epoch: 0 } : receipt,
    createdAt: times.createdAt,
    paidAt: times.paidAt,
    shippedAt: before(times.shippedAt),
    deliveredAt: before(times.deliveredAt),
    settledAt,
  };
}

async function statementsOf({ commune, statements }: World): Promise<HistoricStatement[]> {
  const { settlement } = commune.contracts;
  const { platformId, publicClient } = commune;
  const events = await settlement.getEvents.StatementCommitted({ platformId }, { fromBlock: 0n });
  const time = await now(commune);
  return Promise.all(
    events.map(async ({ args, transactionHash, blockNumber }) => {
      const { epoch = 0, opensAt = 0, statement } = args;
      if (statement === undefined || !statements.has(epoch)) throw new Error(`no statement of epoch ${epoch}`);
      const { timestamp } = await publicClient.getBlock({ blockNumber });
      // The seed opens every leaf as soon as it can.
      const opened = opensAt <= time;
      return { epoch, dataDigest: statement.dataDigest, transactionHash, postedAt: Number(timestamp), opened };
    }),
  );
}
