import { and, inArray } from 'drizzle-orm';
import { encodeFunctionData, type Hex, keccak256, stringToHex } from 'viem';
import { electionWindow, nextElection, termOf } from '../../protocol/clock/term.ts';
import type { EncodedSolution } from '../../protocol/validators/encode-solution.ts';
import { replacesOutcome } from '../../protocol/validators/outcome.ts';
import { chainTime } from '../chain/chain-head.ts';
import { chainTransactions } from '../chain/outbox/tables.ts';
import { electionsAbi } from '../elections/abi.ts';
import { acceptedOutcome } from '../elections/accepted-outcome.ts';
import { ownSolution } from '../elections/own-solution.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

/** The term that is being elected in an epoch; null in the epochs without an election. */
export function electedIn(epoch: number): number | null {
  const term = termOf(epoch) + 1;
  return nextElection(epoch) === term ? null : term;
}

/**
 * In the last epoch of a term: a better solution for the next one than the queued one, if this relay finds any. One that comes in pages is a
 * draft of the keeper's account, whose steps are sent one after the other.
 */
export async function electionDuties(relay: Relay, epoch: number): Promise<Duty[]> {
  const term = electedIn(epoch);
  if (term === null) return [];
  const solved = await ownSolution(relay, term);
  if ('tooFew' in solved) return [];
  const queued = await acceptedOutcome(relay.db, term);
  const left = electionWindow(relay.chain.clock, term).until - (await chainTime(relay.db));
  if (queued !== null && !replacesOutcome(solved.outcome, queued, left)) return [];
  const step = await nextStep(relay, stepsOf(term, solved.pages));
  if (step === undefined) return [];
  return [{ ...step, to: relay.chain.contracts.elections, doneBy: ['SolutionNotBetter', 'SupportLowered'] }];
}

interface Step {
  key: string;
  data: Hex;
}

/** Everything in it is named by what the solution says: another one begins anew. */
function stepsOf(term: number, pages: readonly EncodedSolution[]): Step[] {
  const calls = callsOf(term, pages);
  const digest = keccak256(stringToHex(calls.join(' '))).slice(2, 18);
  return calls.map((data, i) => ({ key: `elect/${term}/${digest}/${i}`, data }));
}

function callsOf(term: number, pages: readonly EncodedSolution[]): Hex[] {
  const abi = electionsAbi;
  const [only, ...others] = pages;
  if (only === undefined) return [];
  const { winners, voters, edges } = only;
  if (others.length === 0) {
    return [encodeFunctionData({ abi, functionName: 'submit', args: [term, winners, voters, edges] })];
  }
  return [
    encodeFunctionData({ abi, functionName: 'beginDraft', args: [term, winners] }),
    ...pages.map((page) => encodeFunctionData({ abi, functionName: 'addPage', args: [page.voters, page.edges] })),
    encodeFunctionData({ abi, functionName: 'finishDraft' }),
  ];
}

/** The first one that is not on chain yet. */
async function nextStep({ db }: Relay, steps: readonly Step[]): Promise<Step | undefined> {
  const keys = steps.map(({ key }) => key);
  const isDone = inArray(chainTransactions.state, ['mined', 'done']);
  const rows = await db
    .select({ purpose: chainTransactions.purpose })
    .from(chainTransactions)
    .where(and(inArray(chainTransactions.purpose, keys), isDone));
  const done = new Set(rows.map(({ purpose }) => purpose));
  return steps.find(({ key }) => !done.has(key));
}
