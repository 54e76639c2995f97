import type { Relay } from '../relay.ts';
import { type Solved, solveOpenElection } from './solve-open-election.ts';

/** The snapshot does not change; but a reorganisation at its freeze could have. */
const FRESH_MS = 10 * 60_000;

interface Kept {
  term: number;
  at: number;
  solved: Solved;
}

const kept = new WeakMap<Relay, Kept>();

/** What this relay finds for the election that is open, solved again when nobody took it for long. */
export async function ownSolution(relay: Relay, term: number): Promise<Solved> {
  const { client, chainId, contracts } = relay.chain;
  const known = kept.get(relay);
  if (known?.term === term && Date.now() - known.at < FRESH_MS) return known.solved;
  const { elections, validators } = contracts;
  const election = { elections, validators, chainId, term };
  const solved = await solveOpenElection(client, election, relay.config.edgesPerPage);
  kept.set(relay, { term, at: Date.now(), solved });
  return solved;
}

/** The latest one, without solving anything. */
export function knownSolution(relay: Relay, term: number): Solved | null {
  const known = kept.get(relay);
  return known?.term === term ? known.solved : null;
}
