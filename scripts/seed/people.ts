import { type Address, getAddress } from 'viem';
import { accountIndex } from '../local/accounts.ts';
import type { Actor, Commune } from '../local/deploy-local.ts';
import { consumers, experiencers, experts, platform, producers, recommenders } from './catalogue/roles.ts';
import type { ExpertKey, ProducerKey, Role } from './catalogue/types.ts';

/** Somebody of the demonstration with an account of the local chain. */
export interface Person<Key extends string = string> extends Role<Key> {
  /** Index of the account under the test mnemonic. */
  readonly index: number;
  readonly address: Address;
  readonly actor: Actor;
}

/** An experiencer; ids are 1, 2, 3, … in the order of the catalogue. */
export type Tester = Person & { readonly id: number; readonly noiseBps: number };

export interface People {
  readonly experts: readonly Person<ExpertKey>[];
  readonly producers: readonly Person<ProducerKey>[];
  readonly recommenders: readonly (Person & { readonly id: number })[];
  readonly experiencers: readonly Tester[];
  readonly consumers: readonly Person[];
  readonly platform: Person;
}

/** Gives everybody of the catalogue an account. */
export function castRoles(commune: Commune): People {
  const person = <R extends Role>(role: R, index: number) => {
    const actor = commune.actor(index);
    return { ...role, index, actor, address: getAddress(actor.account.address) };
  };
  const cast = <R extends Role>(roles: readonly R[], first: number) => roles.map((role, i) => person(role, first + i));
  const withIds = <P>(people: readonly P[]) => people.map((one, i) => ({ ...one, id: i + 1 }));
  return {
    experts: cast(experts, accountIndex.firstExpert),
    producers: cast(producers, accountIndex.firstProducer),
    recommenders: withIds(cast(recommenders, accountIndex.firstRecommender)),
    experiencers: withIds(cast(experiencers, accountIndex.firstExperiencer)),
    consumers: cast(consumers, accountIndex.firstConsumer),
    platform: person(platform, accountIndex.platform),
  };
}

/** The one with a key. */
export function personOf<P extends Role>(people: readonly P[], key: P['key']): P {
  const found = people.find((person) => person.key === key);
  if (found === undefined) throw new RangeError(`nobody is called ${key}`);
  return found;
}
