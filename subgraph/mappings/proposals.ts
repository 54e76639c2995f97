// How proposals are made, voted on and carried out.
import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { getGovernance } from '../entities/decisions';
import { DECISION_CLASSES, VOTE_SUPPORTS } from '../entities/enums';
import { cancel, getProposal, newProposal, newProposalChange, recordCalls } from '../entities/proposal';
import { recordOperation } from '../entities/timelock-operation';
import {
  OutcomeChanged,
  ProposalCanceled,
  ProposalClassified,
  ProposalCreated,
  ProposalExecuted,
  ProposalExtended,
  ProposalQueued,
  VoteCast,
  VoteCastWithParams,
} from '../generated/CommuneGovernor/CommuneGovernor';
import { Vote } from '../generated/schema';

/* MAKING */

export function handleProposalCreated(event: ProposalCreated): void {
  const governance = getGovernance();
  governance.proposals++;
  governance.save();
  const proposal = newProposal(event, governance.proposals);
  proposal.save();
  recordCalls(event, proposal);
  newProposalChange(event, proposal, 'PROPOSED').save();
}

export function handleProposalClassified(event: ProposalClassified): void {
  const proposal = getProposal(event.params.proposalId);
  proposal.decisionClass = DECISION_CLASSES[event.params.class_];
  proposal.extension = event.params.extension;
  proposal.save();
}

/* VOTING */

export function handleVoteCast(event: VoteCast): void {
  const given = event.params;
  recordVote(event, given.voter, given.proposalId, given.support, given.weight, given.reason);
}

/** The governor makes nothing of the parameters that somebody gives with a vote. */
export function handleVoteCastWithParams(event: VoteCastWithParams): void {
  const given = event.params;
  recordVote(event, given.voter, given.proposalId, given.support, given.weight, given.reason);
}

export function handleOutcomeChanged(event: OutcomeChanged): void {
  const proposal = getProposal(event.params.proposalId);
  proposal.passing = event.params.passing;
  proposal.electorate = event.params.electorate;
  proposal.floor = event.params.floor;
  proposal.save();
  newProposalChange(event, proposal, proposal.passing ? 'PASSING' : 'FAILING').save();
}

export function handleProposalExtended(event: ProposalExtended): void {
  const proposal = getProposal(event.params.proposalId);
  proposal.voteEnd = event.params.extendedDeadline;
  proposal.extended = true;
  proposal.save();
  const change = newProposalChange(event, proposal, 'EXTENDED');
  change.until = proposal.voteEnd;
  change.save();
}

/* CARRYING OUT */

export function handleProposalQueued(event: ProposalQueued): void {
  const proposal = getProposal(event.params.proposalId);
  proposal.stage = 'QUEUED';
  proposal.eta = event.params.etaSeconds;
  proposal.operation = recordOperation(event.address, proposal);
  proposal.queuedAt = event.block.timestamp;
  proposal.save();
  const change = newProposalChange(event, proposal, 'QUEUED');
  change.until = proposal.eta;
  change.save();
}

export function handleProposalExecuted(event: ProposalExecuted): void {
  const proposal = getProposal(event.params.proposalId);
  proposal.stage = 'EXECUTED';
  proposal.executedAt = event.block.timestamp;
  proposal.save();
  newProposalChange(event, proposal, 'EXECUTED').save();
  const governance = getGovernance();
  governance.executed++;
  governance.save();
}

export function handleProposalCanceled(event: ProposalCanceled): void {
  const proposal = getProposal(event.params.proposalId);
  cancel(event, proposal);
  proposal.save();
}

function recordVote(
  event: ethereum.Event,
  voter: Address,
  proposalId: BigInt,
  support: i32,
  weight: BigInt,
  reason: string,
): void {
  const proposal = getProposal(proposalId);
  const vote = new Vote(proposal.id.concat(voter));
  vote.proposal = proposal.id;
  vote.account = accountId(voter);
  vote.support = VOTE_SUPPORTS[support];
  vote.weight = weight;
  vote.reason = reason;
  vote.timestamp = event.block.timestamp;
  vote.blockNumber = event.block.number;
  vote.transactionHash = event.transaction.hash;
  vote.save();
  if (vote.support == 'FOR') proposal.forVotes = proposal.forVotes.plus(weight);
  else if (vote.support == 'AGAINST') proposal.againstVotes = proposal.againstVotes.plus(weight);
  else proposal.abstainVotes = proposal.abstainVotes.plus(weight);
  proposal.voters++;
  proposal.save();
  const governance = getGovernance();
  governance.votes++;
  governance.save();
}
