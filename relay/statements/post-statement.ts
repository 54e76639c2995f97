import { eq } from 'drizzle-orm';
import { encodeFunctionData, maxUint256 } from 'viem';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { statementArgument } from '../../protocol/settlement/contract-arguments.ts';
import { depositOf } from '../../protocol/settlement/deposit-of.ts';
import { packSums } from '../../protocol/settlement/sums.ts';
import { abis } from '../chain/abis.ts';
import { type Plan, planTransaction } from '../chain/outbox/plan-transaction.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import { statements } from './tables.ts';

type Statement = typeof statements.$inferSelect;

export function statementPurpose(epoch: number): string {
  return `statement/${epoch}`;
}

/** Plans the one transaction of a built statement, if none is on its way; gives how many transactions were planned. */
export async function postStatement(relay: Relay, statement: Statement): Promise<number> {
  const { chain, db } = relay;
  const { settlement } = chain.contracts;
  const { epoch, orders, sales, fees, commissions } = statement;
  const deposit = depositOf({ sales, fees, commissions }, await shareRates(relay)).total;
  const argument = statementArgument(
    chain.platformId,
    epoch,
    {
      lotRoot: present(statement.lotRoot),
      lotDepth: present(statement.lotDepth),
      recommenderRoot: present(statement.recommenderRoot),
      recommenderDepth: present(statement.recommenderDepth),
      totals: packSums({ sales, fees, commissions, count: BigInt(orders) }),
    },
    present(statement.dataDigest),
  );
  const allowance = await allowanceFor(relay, deposit);
  const plan: Plan = {
    purpose: statementPurpose(epoch),
    sender: 'operator',
    to: settlement,
    data: encodeFunctionData({ abi: abis.settlement, functionName: 'commitStatement', args: [argument] }),
    doneBy: ['StatementExists'],
    // It waits for the deposit as long as it may be posted.
    patient: true,
    notAfter: epochStart(chain.clock, epoch + 2) - 1,
  };
  const planned = await db.transaction(async (tx) => {
    await tx.update(statements).set({ deposit }).where(eq(statements.epoch, epoch));
    let count = 0;
    if (allowance !== null && (await planTransaction(tx, allowance))) count += 1;
    if (await planTransaction(tx, plan)) count += 1;
    return count;
  });
  failpoint('statement.planned');
  return planned;
}

/**
 * The settlement contract pulls deposits from nobody but its caller and cannot be changed: it is allowed once and for all. The statement
 * behind it waits until that is mined, because its simulation fails before.
 */
async function allowanceFor({ chain }: Relay, deposit: bigint): Promise<Plan | null> {
  const { asset, settlement } = chain.contracts;
  const args = [chain.operator.address, settlement] as const;
  const allowed = await chain.client.readContract({
    address: asset,
    abi: abis.asset,
    functionName: 'allowance',
    args,
  });
  if (allowed >= deposit) return null;
  return {
    purpose: `allowance/${settlement.toLowerCase()}/${allowed}`,
    sender: 'operator',
    to: asset,
    data: encodeFunctionData({ abi: abis.asset, functionName: 'approve', args: [settlement, maxUint256] }),
    patient: true,
  };
}

async function shareRates({ chain }: Relay) {
  const read = (functionName: 'expertBps' | 'experiencerBps' | 'communeBps') =>
    chain.client.readContract({ address: chain.contracts.settlement, abi: abis.settlement, functionName });
  const [expertBps, experiencerBps, communeBps] = await Promise.all([
    read('expertBps'),
    read('experiencerBps'),
    read('communeBps'),
  ]);
  return { expertBps, experiencerBps, communeBps };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('A built statement has all of its roots.');
  return value;
}
