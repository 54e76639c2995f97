import type { Hex } from 'viem';
import { sent } from '../local/deploy-local.ts';
import { caip10 } from './caip10.ts';
import type { SeedEvidence } from './catalogue/disputes.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Publishes what somebody says in a case; gives the digest. ERC-1497's fields, in two languages. */
export function writeEvidence(
  { commune, documents }: World,
  { address }: Person,
  { name, description }: SeedEvidence,
): Hex {
  return documents.put({ name, description, author: caip10(commune.chainId, address), files: [] });
}

export async function submitEvidence(world: World, caseId: bigint, author: Person, says: SeedEvidence): Promise<void> {
  const { commune } = world;
  const args = [caseId, writeEvidence(world, author, says)] as const;
  const { account } = author.actor;
  await sent(commune, 'submit evidence', commune.contracts.disputes.write.submitEvidence(args, { account }));
}
