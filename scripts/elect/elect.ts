import type { Account, Address, Hash, PublicClient, Transport, WalletClient } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { electionWindow, nextElection, termOf } from '../../protocol/clock/term.ts';
import type { EncodedSolution } from '../../protocol/validators/encode-solution.ts';
import { type Outcome, replacesOutcome } from '../../protocol/validators/outcome.ts';
import type { Snapshot } from '../../protocol/validators/snapshot.ts';
import type { ElectionSolution } from '../../protocol/validators/solution.ts';
import { electionsAbi } from '../../relay/elections/abi.ts';
import { solveOpenElection } from '../../relay/elections/solve-open-election.ts';

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
      /** `solved`: nothing was to be sent; `not better`: one is queued that it cannot replace */
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
  const now = Number((await client.getBlock()).timestamp);
  const epoch = epochAt(clock, now);
  const term = termOf(epoch) + 1;
  if (nextElection(epoch) === term) return { result: 'closed', term, opensAt: electionWindow(clock, term).from };

  say(`reading the snapshot of the election for term ${term} ...`);
  const validators = await client.readContract({ ...contract, functionName: 'validators' });
  const chainId = await client.getChainId();
  const solved = await solveOpenElection(client, { elections, validators, chainId, term }, edgesPerPage, (snapshot) =>
    say(`${snapshot.voters.length} voters, ${snapshot.candidates.length} candidates: solving ...`),
  );
  if ('tooFew' in solved) return { result: 'no solution', snapshot: solved.snapshot, winners: solved.tooFew };
  const { snapshot, solution, outcome, pages } = solved;
  const [queued] = await client.readContract({ ...contract, functionName: 'outcomeOf', args: [term] });
  const found = { snapshot, solution, outcome };
  const left = electionWindow(clock, term).until - now;
  if (!replacesOutcome(outcome, queued, left)) return { result: 'not better', ...found, transactions: [] };
  if (!wallet) return { result: 'solved', ...found, transactions: [] };
  say(`submitting ${pages.length === 1 ? 'it whole' : `it in ${pages.length} pages`} ...`);
  return { result: 'submitted', ...found, transactions: await submit(client, wallet, elections, term, pages) };
}

async function submit(
  client: PublicClient,
  wallet: WalletClient<Transport, undefined, Account>,
  elections: Address,
  term: number,
  pages: readonly EncodedSolution[],
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
  const [only] = pages;
  if (only !== undefined && pages.length === 1) {
    const args = [term, only.winners, only.voters, only.edges] as const;
    await sent(wallet.writeContract({ ...contract, functionName: 'submit', args }));
    return hashes;
  }
  const winners = only?.winners ?? [];
  await sent(wallet.writeContract({ ...contract, functionName: 'beginDraft', args: [term, winners] }));
  for (const { voters, edges } of pages) {
    await sent(wallet.writeContract({ ...contract, functionName: 'addPage', args: [voters, edges] }));
  }
  await sent(wallet.writeContract({ ...contract, functionName: 'finishDraft' }));
  return hashes;
}
