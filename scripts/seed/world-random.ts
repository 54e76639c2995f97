import { Random } from '../cycle/random.ts';

/** Where everything comes from that is left to chance in the local world: the seed's history and what the residents do later. */
export function worldRandom(): Random {
  return new Random('Trusted Commerce Commune');
}
