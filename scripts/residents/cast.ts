import type { Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';
import type { Actor, Commune } from '../local/deploy-local.ts';
import { localKey, localRoot } from '../local/keys.ts';
import { visitorPersona } from '../seed/catalogue/roles.ts';
import { castRoles, type Person, type Tester } from '../seed/people.ts';

/** Somebody who acts on his own: signs in and signs with `key`, sends transactions by `actor`. */
export interface Resident {
  /** Different for everybody. */
  readonly name: string;
  readonly key: PrivateKeyAccount;
  readonly actor: Actor;
  /** Of his secrets. */
  readonly root: Hex;
}

export type ResidentTester = Resident & Pick<Tester, 'id' | 'noiseBps'>;

export interface Cast {
  readonly producers: readonly Resident[];
  /** All experiencers of the catalogue but the one whose place a visitor may take. */
  readonly testers: readonly ResidentTester[];
  /** They only judge. */
  readonly jurors: readonly Resident[];
  /** They only buy. */
  readonly consumers: readonly Resident[];
}

/** Accounts of people without a name of their own. */
const FIRST_STRANGER = 60;
const STRANGERS = 20;

/** Everybody who lives on the local chain. */
export async function castResidents(commune: Commune): Promise<Cast> {
  const people = await castRoles(commune);
  const strangers = Array.from({ length: STRANGERS }, async (_, i) => {
    const index = FIRST_STRANGER + i;
    const root = await localRoot(commune, index);
    return { name: `stranger ${i}`, key: localKey(index), actor: commune.actor(index), root };
  });
  return {
    producers: people.producers.map(resident),
    testers: people.experiencers
      .filter(({ key }) => key !== visitorPersona)
      .map((tester) => ({ ...resident(tester), id: tester.id, noiseBps: tester.noiseBps })),
    jurors: people.jurors.map(resident),
    consumers: [...people.consumers.map(resident), ...(await Promise.all(strangers))],
  };
}

function resident({ key, index, actor, root }: Person): Resident {
  return { name: key, key: localKey(index), actor, root };
}
