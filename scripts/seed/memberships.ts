import { sent } from '../local/deploy-local.ts';
import { membershipKinds, memberships } from './catalogue/memberships.ts';
import { type People, type Person, personOf } from './people.ts';
import type { World } from './world.ts';

/** Who joins in an epoch pays what it costs then. */
export async function liveAsMembers({ commune, people }: World, epoch: number): Promise<void> {
  const { asset, memberships: contract } = commune.contracts;
  for (const { member, kind, years } of memberships[epoch] ?? []) {
    const { account } = personOf(everybody(people), member).actor;
    const price = (await contract.read.priceOf([membershipKinds[kind]])) * BigInt(years);
    if (price > 0n) await sent(commune, 'set-up', asset.write.approve([contract.address, price], { account }));
    await sent(commune, 'join', contract.write.join([membershipKinds[kind], years, price], { account }));
  }
}

function everybody(people: People): readonly Person[] {
  const { experts, producers, recommenders, experiencers, jurors, platform, cornerMarket } = people;
  return [...experts, ...producers, ...recommenders, ...experiencers, ...jurors, platform, cornerMarket];
}
