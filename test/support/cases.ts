import { eq } from 'drizzle-orm';
import { type Abi, type Hex, parseEventLogs } from 'viem';
import type { Leaf } from '../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../protocol/platforms/leaf-id-of.ts';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { abis } from '../../relay/chain/abis.ts';
import type { Db } from '../../relay/db/client.ts';
import { receipts } from '../../relay/receipts/tables.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, sent } from '../../scripts/local/deploy-local.ts';
import { localKey } from '../../scripts/local/keys.ts';

/** States of a case, in the order of the contract's enum. */
export const CASE_STATES = ['None', 'Open', 'Answered', 'Slashed'] as const;

const challenger = (commune: Commune) => commune.actor(accountIndex.firstConsumer).account;

/** A receipt with the platform's signature, whatever its relay knows of it. */
export async function signByHand({ chainId, contracts }: Commune, message: Receipt): Promise<Hex> {
  const domain = receiptDomain(chainId, contracts.settlement.address);
  return localKey(accountIndex.platformSigner).signTypedData({
    domain,
    types: receiptTypes,
    primaryType: 'Receipt',
    message,
  });
}

/** What the relay has signed for an order. */
export async function readSigned(db: Db, orderId: Hex): Promise<{ receipt: Receipt; signature: Hex }> {
  const [row] = await db.select().from(receipts).where(eq(receipts.orderId, orderId));
  if (row?.signature == null) throw new Error('the relay has not signed that receipt');
  const { digest: _digest, buyer: _buyer, signature, ...receipt } = row;
  return { receipt, signature };
}

export async function challenge(commune: Commune, { receipt, signature }: { receipt: Receipt; signature: Hex }) {
  const { platforms } = commune.contracts;
  const value = await platforms.read.casePledge();
  const transaction = platforms.write.challengeReceipt([receipt, signature], { account: challenger(commune), value });
  await sent(commune, 'challenge', transaction);
}

export async function demand(commune: Commune, leaf: Leaf) {
  const { demands } = commune.contracts;
  const value = await demands.read.casePledge();
  await sent(commune, 'demand', demands.write.demandLeaf([leaf], { account: challenger(commune), value }));
}

export async function receiptCase(commune: Commune, receipt: Receipt) {
  const digest = receiptDigest(receipt, commune.chainId, commune.contracts.settlement.address);
  return CASE_STATES[(await commune.contracts.platforms.read.receiptCaseOf([digest])).state];
}

export async function demandCase(commune: Commune, leaf: Leaf) {
  return CASE_STATES[(await commune.contracts.demands.read.demandOf([leafIdOf(leaf)])).state];
}

/** How often each event of a contract was emitted. */
export async function countEvents(
  commune: Commune,
  name: 'platforms' | 'demands' | 'settlement',
): Promise<Record<string, number>> {
  const { address } = commune.contracts[name];
  const abi: Abi = abis[name];
  const logs = await commune.publicClient.getLogs({ address, fromBlock: 0n });
  const counts: Record<string, number> = {};
  for (const { eventName = '' } of parseEventLogs({ abi, logs })) counts[eventName] = (counts[eventName] ?? 0) + 1;
  return counts;
}
