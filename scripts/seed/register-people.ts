import { fund, sent } from '../local/deploy-local.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** A million in the settlement asset. */
const FUNDS = 10n ** 12n;

/** Gives everybody money and registers experiencers, with a profile document each, and recommenders. */
export async function registerPeople({ commune, people, documents }: World): Promise<void> {
  const { power, recommenders } = commune.contracts;
  const { platform, experts, producers, experiencers, jurors, colluders, consumers } = people;
  const payers: Person[] = [platform, ...experts, ...producers, ...experiencers, ...colluders, ...consumers];
  for (const { actor } of payers) await fund(commune, actor, FUNDS);
  for (const { actor, name, about } of [...experiencers, ...jurors, ...colluders]) {
    const profile = documents.put({ name, about });
    await sent(commune, 'register experiencer', power.write.register([profile], { account: actor.account }));
  }
  for (const { actor, address } of people.recommenders) {
    await sent(commune, 'register recommender', recommenders.write.register([address], { account: actor.account }));
  }
}
