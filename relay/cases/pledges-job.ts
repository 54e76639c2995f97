import { and, inArray, sql } from 'drizzle-orm';
import { type Address, encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import { chainHead } from '../chain/chain-head.ts';
import { planTransaction } from '../chain/outbox/plan-transaction.ts';
import { chainTransactions } from '../chain/outbox/tables.ts';
import type { Job } from '../jobs/job.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';

/** Won pledges are fetched when they are so many times what that costs. */
const WORTH = 5n;

/** Pledges of cases that were answered pay the operator's gas. */
export function pledgesJob(relay: Relay): Job {
  return {
    name: 'pledges',
    async run() {
      const { platforms, demands } = relay.chain.contracts;
      return (await collect(relay, platforms)) + (await collect(relay, demands));
    },
  };
}

async function collect(relay: Relay, keeper: Address): Promise<number> {
  const { chain, db } = relay;
  const purpose = `pledges/${keeper.toLowerCase()}`;
  const won = await atHead(relay, purpose, () =>
    chain.client.readContract({
      address: keeper,
      abi: abis.platforms,
      functionName: 'pledgesWonBy',
      args: [chain.platformId],
    }),
  );
  if (won === 0n || (await isOnItsWay(relay, purpose))) return 0;
  const data = encodeFunctionData({ abi: abis.platforms, functionName: 'collectPledges', args: [chain.platformId] });
  const cost = await atHead(relay, `${purpose}/cost`, async () => {
    const gas = await chain.client.estimateGas({ account: chain.operator.address, to: keeper, data });
    return gas * (await chain.client.getGasPrice());
  });
  if (won < cost * WORTH) return 0;
  const head = (await chainHead(db))?.blockNumber ?? 0n;
  const plan = { sender: 'operator', to: keeper, data, doneBy: ['NothingToWithdraw'] } as const;
  return (await planTransaction(db, { ...plan, purpose: `${purpose}/${head}` })) ? 1 : 0;
}

async function isOnItsWay({ db }: Relay, purpose: string): Promise<boolean> {
  const rows = await db
    .select({ id: chainTransactions.id })
    .from(chainTransactions)
    .where(
      and(
        sql`starts_with(${chainTransactions.purpose}, ${`${purpose}/`})`,
        inArray(chainTransactions.state, ['planned', 'sent']),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
