import type { Account, Address, Hash, PublicClient, Transport, WalletClient } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { electionWindow, nextElection, termOf } from '../../protocol/clock/term.ts';
import { ProtocolError } from '../../protocol/error.ts';
import { encodeSolution } from '../../protocol/validators/encode-solution.ts';
import { isBetterOutcome, type Outcome } from '../../protocol/validators/outcome.ts';
import { pageSolution } from '../../protocol/validators/page-solution.ts';
import type { Snapshot } from '../../protocol/validators/snapshot.ts';
import type { ElectionSolution } from '../../protocol/validators/solution.ts';
import { solveElection } from '../../protocol/validators/solve-election.ts';
import { verifySolution } from '../../protocol/validators/verify-solution.ts';
import { electionsAbi } from './abi.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface ElectSettings {
  readonly elections: Address;
  /** edges in a transaction at most; a solution with more goes in pages */
  readonly edgesPerPage: number;
  /** who sends; nothing is sent without one */
  readonly wallet?: WalletClient<Transport, undefined, Account>;
  readonly say: (text: string) => void;
}

/** What became of an election; a solution where one was found. */
export type Elected =
  | { readonly result: 'closed'; readonly term: number; readonly opensAt: number }
  | { readonly result: 'no solution'; readonly snapshot: Snapshot; readonly winners: number }
  | {
      /** `solved`: nothing was to be sent; `not better`: as good a one is queued already */
      readonly result: 'solved' | 'not better' | 'submitted';
      readonly snapshot: Snapshot;
      readonly solution: ElectionSolution;
      readonly outcome: Outcome;
      readonly transactions: readonly Hash[];
    };

/**
 * Solves the election that is open on the chain and submits the solution if it is better than the queued one. Safe to repeat: the
 * snapshot is frozen and the same solution is found again.
 */
export async function elect(client: PublicClient, settings: ElectSettings): Promise<Elected> {
  const { elections, say, edgesPerPage, wallet } = settings;
  const contract = { address: elections, abi: electionsAbi } as const;
  const clock = {
    genesis: await client.readContract({ ...contract, functionName: 'genesis' }),
    epochLength: await client.readContract({ ...contract, functionName: 'epochLength' }),
  };
  const epoch = epochAt(clock, Number((await client.getBlock()).timestamp));
  const term = termOf(epoch) + 1;
  if (nextElection(epoch) === term) return { result: 'closed', term, opensAt: electionWindow(clock, term).from };

  say(`reading the snapshot of the election for term ${term} ...`);
  const validators = await client.readContract({ ...contract, functionName: 'validators' });
  const snapshot = await readSnapshot(client, validators, term);
  say(`${snapshot.voters.length} voters, ${snapshot.candidates.length} candidates: solving ...`);
  const solution = trySolve(snapshot);
  if (typeof solution === 'number') return { result: 'no solution', snapshot, winners: solution };
  const pages = pageSolution(solution, edgesPerPage);
  const scope = { chainId: await client.getChainId(), elections };
  const { outcome } = verifySolution(snapshot, solution.winners, pages.map(encodeSolution), scope);
  const [queued] = await client.readContract({ ...contract, functionName: 'outcomeOf', args: [term] });
  const found = { snapshot, solution, outcome };
  if (!isBetterOutcome(outcome, queued)) return { result: 'not better', ...found, transactions: [] };
  if (!wallet) return { result: 'solved', ...found, transactions: [] };
  say(`submitting ${pages.length === 1 ? 'it whole' : `it in ${pages.length} pages`} ...`);
  return { result: 'submitted', ...found, transactions: await submit(client, wallet, elections, term, pages) };
}

/** @returns the number of winners where they are too few */
function trySolve(snapshot: Snapshot): ElectionSolution | number {
  try {
    return solveElection(snapshot);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'WrongWinnerCount') return Number(error.values.given);
    throw error;
  }
}

async function submit(
  client: PublicClient,
  wallet: WalletClient<Transport, undefined, Account>,
  elections: Address,
  term: number,
  pages: readonly ElectionSolution[],
): Promise<Hash[]> {
  const hashes: Hash[] = [];
  const contract = { address: elections, abi: electionsAbi, account: wallet.account, chain: null } as const;
  // Each call sees what the one before did: one after the other.
  const sent = async (transaction: Promise<Hash>) => {
    const hash = await transaction;
    const { status } = await client.waitForTransactionReceipt({ hash, pollingInterval: 200 });
    if (status !== 'success') throw new Error(`transaction ${hash} reverted`);
    hashes.push(hash);
  };
  const encoded = pages.map(encodeSolution);
  const [only] = encoded;
  if (only !== undefined && encoded.length === 1) {
    const args = [term, only.winners, only.voters, only.edges] as const;
    await sent(wallet.writeContract({ ...contract, functionName: 'submit', args }));
    return hashes;
  }
  const winners = only?.winners ?? [];
  await sent(wallet.writeContract({ ...contract, functionName: 'beginDraft', args: [term, winners] }));
  for (const { voters, edges } of encoded) {
    await sent(wallet.writeContract({ ...contract, functionName: 'addPage', args: [voters, edges] }));
  }
  await sent(wallet.writeContract({ ...contract, functionName: 'finishDraft' }));
  return hashes;
}
