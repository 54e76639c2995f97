import type { Commune } from '../local/deploy-local.ts';
import type { Agenda } from './agenda.ts';
import type { Cast } from './cast.ts';
import type { ChainView } from './chain-view.ts';
import type { Docket } from './docket.ts';
import type { RelayClient } from './relay-client.ts';
import type { VisitorTruths } from './truth.ts';

/** What all residents work with. */
export interface Settings {
  readonly commune: Commune;
  readonly relay: RelayClient;
  readonly chain: ChainView;
  readonly cast: Cast;
  readonly docket: Docket;
  readonly agenda: Agenda;
  readonly truths: VisitorTruths;
  readonly memory: Memory;
  /** Lets the relay do what is due, until nothing is on its way. */
  tick(): Promise<void>;
  /** Hears what did not work; others go on. */
  failed(what: string, error: unknown): void;
}

/** Spares requests. Without it residents would do nothing else, only ask again. */
export interface Memory {
  /** Nonces of orders that were placed; the relay would not place them twice either. */
  readonly placed: Set<string>;
  /** Epoch of the latest statement whose purchases have been reported on; -1: none. */
  statement: number;
}

export function newMemory(): Memory {
  return { placed: new Set(), statement: -1 };
}

/** Where the chain is in time. */
export interface Moment {
  readonly now: number;
  readonly epoch: number;
  /** Half of the epoch: 0 or 1. */
  readonly half: number;
}

/** Of an epoch. */
export const HALVES = 2;
