import { type Address, getAddress, type Hex } from 'viem';
import { accountIndex } from '../local/accounts.ts';
import type { Actor, Commune } from '../local/deploy-local.ts';
import { localRoot } from '../local/keys.ts';
import {
  colluders,
  consumers,
  cornerMarket,
  experiencers,
  experts,
  jurors,
  platform,
  producers,
  recommenders,
} from './catalogue/roles.ts';
import type { ExpertKey, ProducerKey, Role } from './catalogue/types.ts';

/** Somebody of the demonstration with an account of the local chain. */
export interface Person<Key extends string = string> extends Role<Key> {
  /** Index of the account under the test mnemonic. */
  readonly index: number;
  readonly address: Address;
  readonly actor: Actor;
  /** Of his secrets; his wallet derives the same in a browser. */
  readonly root: Hex;
}

/** An experiencer; ids are 1, 2, 3, … in the order of the catalogue. */
export type Tester = Person & { readonly id: number; readonly noiseBps: number };

/** An experiencer who stands for election from the beginning; ids follow those of the experiencers. */
export type Juror = Person & { readonly id: number; readonly commissionBps: number; readonly selfBond: number };

export interface People {
  readonly experts: readonly Person<ExpertKey>[];
  readonly producers: readonly Person<ProducerKey>[];
  readonly recommenders: readonly (Person & { readonly id: number })[];
  readonly experiencers: readonly Tester[];
  readonly jurors: readonly Juror[];
  /** Ids follow those of the jurors. */
  readonly colluders: readonly Tester[];
  readonly consumers: readonly Person[];
  readonly platform: Person;
  readonly cornerMarket: Person;
}

/** Gives everybody of the catalogue an account. */
export async function castRoles(commune: Commune): Promise<People> {
  const person = async <R extends Role>(role: R, index: number) => {
    const actor = commune.actor(index);
    const root = await localRoot(commune, index);
    return { ...role, index, actor, root, address: getAddress(actor.account.address) };
  };
  const cast = <R extends Role>(roles: readonly R[], first: number) =>
    Promise.all(roles.map((role, i) => person(role, first + i)));
  const withIds = <P>(people: readonly P[], after = 0) => people.map((one, i) => ({ ...one, id: after + i + 1 }));
  const liars = colluders.map((role) => ({ ...role, noiseBps: 0 }));
  return {
    experts: await cast(experts, accountIndex.firstExpert),
    producers: await cast(producers, accountIndex.firstProducer),
    recommenders: withIds(await cast(recommenders, accountIndex.firstRecommender)),
    experiencers: withIds(await cast(experiencers, accountIndex.firstExperiencer)),
    jurors: withIds(await cast(jurors, accountIndex.firstJuror), experiencers.length),
    colluders: withIds(await cast(liars, accountIndex.firstColluder), experiencers.length + jurors.length),
    consumers: await cast(consumers, accountIndex.firstConsumer),
    platform: await person(platform, accountIndex.platform),
    cornerMarket: await person(cornerMarket, accountIndex.cornerMarket),
  };
}

/** The one with a key. */
export function personOf<P extends Role>(people: readonly P[], key: P['key']): P {
  const found = people.find((person) => person.key === key);
  if (found === undefined) throw new RangeError(`nobody is called ${key}`);
  return found;
}
