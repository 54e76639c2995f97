import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { innerTreeArgument } from '../../protocol/settlement/contract-arguments.ts';
import { proveLot } from '../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../protocol/settlement/prove-recommender.ts';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';

/** Opens a lot leaf; gives the gas. */
export async function openLot(commune: Commune, trees: StatementTrees, lotId: number): Promise<bigint> {
  const proof = proveLot(trees, lotId);
  const args = [trees.scope.platformId, trees.scope.epoch, lotId, innerTreeArgument(proof), proof.siblings] as const;
  const { account } = commune.actor(accountIndex.keeper);
  const opening = commune.contracts.settlement.write.openLot(args, { account });
  return (await sent(commune, 'open lot leaf', opening)).gasUsed;
}

/** Opens a nominee leaf under an opened lot leaf; gives the gas. */
export async function openNominee(
  commune: Commune,
  trees: StatementTrees,
  lotId: number,
  nomineeId: number,
): Promise<bigint> {
  const proof = proveNominee(trees, lotId, nomineeId);
  const { platformId, epoch } = trees.scope;
  const args = [platformId, epoch, lotId, nomineeId, innerTreeArgument(proof), proof.siblings] as const;
  const { account } = commune.actor(accountIndex.keeper);
  const opening = commune.contracts.settlement.write.openNominee(args, { account });
  return (await sent(commune, 'open nominee leaf', opening)).gasUsed;
}

/** Opens a recommender leaf; gives the gas. */
export async function openRecommender(commune: Commune, trees: StatementTrees, recommenderId: number): Promise<bigint> {
  const proof = proveRecommender(trees, recommenderId);
  const { platformId, epoch } = trees.scope;
  const args = [platformId, epoch, recommenderId, innerTreeArgument(proof), proof.siblings] as const;
  const { account } = commune.actor(accountIndex.keeper);
  const opening = commune.contracts.settlement.write.openRecommender(args, { account });
  return (await sent(commune, 'open recommender leaf', opening)).gasUsed;
}
