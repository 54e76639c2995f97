import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { PageVerified, SolutionAccepted } from '../generated/Elections/Elections';
import { Election, Solution, SolutionDraft, SolutionPage } from '../generated/schema';
import { accountId } from './account';
import { idOf, logId, logIdBefore } from './id';

/** Records a page and adds it to what its submitter has under way. */
export function recordPage(event: PageVerified): void {
  const given = event.params;
  const page = new SolutionPage(logId(event));
  page.term = given.term.toI32();
  page.submitter = accountId(given.submitter);
  page.page = given.page.toI32();
  page.winners = given.winners;
  page.voters = given.voters;
  page.edges = given.edges;
  page.stakes = given.stakes;
  page.timestamp = event.block.timestamp;
  page.blockNumber = event.block.number;
  page.transactionHash = event.transaction.hash;
  page.save();
  addToDraft(page, idOf(given.term).concat(given.submitter));
}

/** A page 0 begins another draft, unless it is a whole solution: then {pagesOf} brings the draft before it back. */
function addToDraft(page: SolutionPage, id: Bytes): void {
  let draft = SolutionDraft.load(id);
  if (draft == null) {
    draft = new SolutionDraft(id);
    draft.term = page.term;
    draft.submitter = page.submitter;
    draft.pages = [];
    draft.pagesBefore = [];
  }
  if (page.page == 0) {
    draft.pagesBefore = draft.pages;
    draft.pages = [page.id];
  } else {
    draft.pages = draft.pages.concat([page.id]);
  }
  draft.save();
}

/**
 * Pages of a solution that was accepted. Who submits a whole one emits its page just before, and may have a draft under way, which he can
 * still finish.
 */
export function pagesOf(event: SolutionAccepted): Array<Bytes> {
  const draft = SolutionDraft.load(idOf(event.params.term).concat(event.params.submitter))!;
  const pages = draft.pages;
  const isWhole = pages.length == 1 && pages[0].equals(logIdBefore(event));
  draft.pages = isWhole ? draft.pagesBefore : [];
  draft.pagesBefore = [];
  draft.save();
  return pages;
}

/** @param pages in their order */
export function recordSolution(event: SolutionAccepted, election: Election, pages: Array<Bytes>): Solution {
  const given = event.params;
  const solution = new Solution(logId(event));
  solution.election = election.id;
  solution.ordinal = election.solutionCount;
  solution.submitter = accountId(given.submitter);
  const winners: i32[] = [];
  const commissions: i32[] = [];
  const supports: BigInt[] = [];
  for (let i = 0; i < given.seats.length; i++) {
    winners.push(given.seats[i].candidateId);
    commissions.push(given.seats[i].commissionBps);
    supports.push(given.seats[i].support);
  }
  solution.winners = winners;
  solution.commissionsBps = commissions;
  solution.supports = supports;
  solution.weights = given.weights;
  solution.leastSupport = given.score.least;
  solution.support = given.score.sum;
  solution.squares = given.score.squares;
  solution.voterRoot = given.voterRoot;
  solution.pages = pages;
  solution.timestamp = event.block.timestamp;
  solution.blockNumber = event.block.number;
  solution.transactionHash = event.transaction.hash;
  solution.save();
  return solution;
}
