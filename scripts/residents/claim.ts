import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Settings } from './settings.ts';

/** Resident experiencers take what they have earned and the bonds they have back. */
export async function claim({ commune, chain, cast, failed }: Settings): Promise<number> {
  const actors = new Map(cast.testers.map(({ id, actor }) => [id, actor]));
  const sendings: Sending[] = [];
  for (const { lotId, experiencerId, stage } of chain.reports) {
    const actor = actors.get(experiencerId);
    if (actor === undefined || stage === 'claimed' || !chain.closed.has(lotId)) continue;
    sendings.push({
      what: `claim of experiencer ${experiencerId} on lot ${lotId}`,
      send: () =>
        commune.contracts.evaluations.write.claim([lotId, experiencerId], { account: actor.account, gas: GAS }),
    });
  }
  return (await sendTogether(commune, sendings, failed)).length;
}
