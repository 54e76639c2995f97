import { orderFile } from '../../protocol/settlement/order-file.ts';
import { commitStatement, openStatement } from '../local/settle.ts';
import { toTime } from '../local/time.ts';
import type { World } from './world.ts';

/** Settles all orders that were completed in an epoch; gives how many. */
export async function settleEpoch({ commune, documents, sales, statements }: World, epoch: number): Promise<number> {
  const receipts = sales.map(({ receipt }) => receipt).filter((receipt) => receipt.epoch === epoch);
  if (receipts.length === 0) return 0;
  const { chainId, platformId, contracts } = commune;
  const scope = { chainId, settlement: contracts.settlement.address, platformId, epoch };
  const digest = documents.putBlock(orderFile(scope, receipts));
  statements.set(epoch, await commitStatement(commune, epoch, receipts, digest));
  return receipts.length;
}

/** Opens all leaves of an epoch's statement as soon as they can be challenged no more. */
export async function openEpoch({ commune, statements }: World, epoch: number): Promise<void> {
  const settled = statements.get(epoch);
  if (settled === undefined) return;
  await toTime(commune, await commune.contracts.settlement.read.opensAt([commune.platformId, epoch]));
  await openStatement(commune, settled);
}
