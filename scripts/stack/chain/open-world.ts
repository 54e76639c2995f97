import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { Commune } from '../../local/deploy-local.ts';
import type { World } from '../../seed/world.ts';
import { continueWorld } from './continue-world.ts';
import { makeWorld } from './make-world.ts';
import type { LocalChain } from './open-chain.ts';
import type { WorldFacts } from './world-file.ts';

interface Opened {
  readonly chain: LocalChain;
  readonly facts: WorldFacts;
  readonly commune: Commune;
}

/** The world of an earlier start. */
export interface ContinuedWorld extends Opened {
  readonly isContinued: true;
}

/** Just made. It counts only when its facts are written, after everybody has learnt of it. */
export interface NewWorld extends Opened {
  readonly isContinued: false;
  readonly world: World;
}

export type OpenWorld = ContinuedWorld | NewWorld;

export interface WorldOptions {
  readonly port: number;
  readonly dataFolder: string;
  /** Do not even try to go on. */
  readonly isFresh: boolean;
  /** Solidity stack traces in the chain's messages. */
  readonly hasTraces?: boolean;
  readonly say: (event: Localized) => void;
  readonly signal?: AbortSignal;
}

/** Goes on with the world of the last start, or makes a new one and says why. */
export async function openWorld(options: WorldOptions): Promise<OpenWorld> {
  if (!options.isFresh) {
    const outcome = await continueWorld(options);
    if (outcome && 'chain' in outcome) return outcome;
    if (outcome) options.say(outcome);
  }
  return makeWorld(options);
}
