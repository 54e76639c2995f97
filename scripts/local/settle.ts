import type { Hex } from 'viem';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { buildStatementTrees, type StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { innerTreeArgument, statementArgument } from '../../protocol/settlement/contract-arguments.ts';
import { proveLot } from '../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../protocol/settlement/prove-recommender.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from './accounts.ts';
import { type Commune, sent } from './deploy-local.ts';

/** All orders of the local platform in one epoch, as they were settled. */
export interface Settled {
  epoch: number;
  receipts: readonly Receipt[];
  trees: StatementTrees;
}

/**
 * Settles an epoch's receipts in one statement. The chain must be in the epoch after it.
 *
 * @param dataDigest of the order file; by default that of the list of order ids
 */
export async function commitStatement(
  commune: Commune,
  epoch: number,
  receipts: readonly Receipt[],
  dataDigest: Hex = documentDigest(receipts.map(({ orderId }) => orderId)),
): Promise<Settled> {
  const { settlement } = commune.contracts;
  const { platformId, chainId } = commune;
  const scope = { chainId, settlement: settlement.address, platformId, epoch };
  const trees = await buildStatementTrees(receipts, scope);
  const statement = statementArgument(platformId, epoch, trees, dataDigest);
  const { account } = commune.actor(accountIndex.platform);
  await sent(commune, 'commit statement', settlement.write.commitStatement([statement], { account }));
  return { epoch, receipts, trees };
}

/** Opens every lot, nominee and recommender leaf of a statement. Its challenge window must be over. */
export async function openStatement(
  commune: Commune,
  { epoch, receipts, trees }: Settled,
  tick: () => void = () => {},
): Promise<void> {
  const { settlement } = commune.contracts;
  const { platformId } = commune;
  const { account } = commune.actor(accountIndex.keeper);
  for (const lotId of distinct(receipts.map((receipt) => receipt.lotId))) {
    const proof = proveLot(trees, lotId);
    const args = [platformId, epoch, lotId, innerTreeArgument(proof), proof.siblings] as const;
    await sent(commune, 'open lot', settlement.write.openLot(args, { account }));
    tick();
  }
  const nominations = receipts.filter(({ nomineeId }) => nomineeId !== 0);
  for (const key of distinct(nominations.map(({ lotId, nomineeId }) => `${lotId}/${nomineeId}`))) {
    const [lotId, nomineeId] = key.split('/').map(Number) as [number, number];
    const proof = proveNominee(trees, lotId, nomineeId);
    const args = [platformId, epoch, lotId, nomineeId, innerTreeArgument(proof), proof.siblings] as const;
    await sent(commune, 'open nominee', settlement.write.openNominee(args, { account }));
    tick();
  }
  const recommended = receipts.filter(({ recommenderId }) => recommenderId !== 0);
  for (const recommenderId of distinct(recommended.map((receipt) => receipt.recommenderId))) {
    const proof = proveRecommender(trees, recommenderId);
    const args = [platformId, epoch, recommenderId, innerTreeArgument(proof), proof.siblings] as const;
    await sent(commune, 'open recommender', settlement.write.openRecommender(args, { account }));
    tick();
  }
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
