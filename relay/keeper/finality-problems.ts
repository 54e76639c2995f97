import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { electionWindow } from '../../protocol/clock/term.ts';
import { replacesOutcome } from '../../protocol/validators/outcome.ts';
import type { Health } from '../api/health.ts';
import { chainHead } from '../chain/chain-head.ts';
import { errorText } from '../chain/decode-error.ts';
import { acceptedOutcome } from '../elections/accepted-outcome.ts';
import { knownSolution } from '../elections/own-solution.ts';
import type { Relay } from '../relay.ts';
import { electedIn } from './election-duties.ts';
import { dutiesSetAside } from './keeper-jobs.ts';

type Standing = Health['problems'][number];

/** Kinds of duties without which an election, a term, a case or a decision stands still, or whose time runs out. Others, as a claim, are one person's affair. */
const STOPPING = [
  ...['elect', 'close-term', 'refer', 'court-arm', 'court-draw', 'court-end', 'lapse', 'execute-case'],
  ...['register-round', 'queue-proposal', 'execute-proposal'],
];
/** Once may be bad luck, twice a slow node. */
const TRIES = 3;
/** What is not sent when so little of the election is left has met something. */
const LAST_PART = 4;

/** What the keeper of this relay does not get done for elections, court and disputes. Nothing without a keeper. */
export async function finalityProblems(relay: Relay): Promise<Standing[]> {
  if (relay.chain.keeper === null) return [];
  return [...(await unsolvedElection(relay)), ...stalledDuties(relay)];
}

function stalledDuties(relay: Relay): Standing[] {
  return dutiesSetAside(relay)
    .filter(({ key, times }) => times >= TRIES && STOPPING.some((kind) => key.startsWith(`${kind}/`)))
    .map(({ key, error }) => ({ code: 'duty-stalled', detail: `${key}: ${errorText(error)}` }));
}

/** This relay knows a better set than the one that is queued, and its time is nearly over. */
async function unsolvedElection(relay: Relay): Promise<Standing[]> {
  const head = await chainHead(relay.db);
  if (head === null) return [];
  const { clock } = relay.chain;
  const term = electedIn(epochAt(clock, head.time));
  const solved = term === null ? null : knownSolution(relay, term);
  if (term === null || solved === null || 'tooFew' in solved) return [];
  const { until } = electionWindow(clock, term);
  const left = until - head.time;
  if (left >= clock.epochLength / LAST_PART) return [];
  const queued = await acceptedOutcome(relay.db, term);
  if (queued !== null && !replacesOutcome(solved.outcome, queued, left)) return [];
  const detail = `term ${term}, until ${until}: ${queued === null ? 'no solution' : 'a worse one'} is queued`;
  return [{ code: 'election-unsolved', detail }];
}
