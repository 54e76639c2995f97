import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { ProposalCreated } from '../generated/CommuneGovernor/CommuneGovernor';
import { Proposal, ProposalCall, ProposalChange } from '../generated/schema';
import { accountId } from './account';
import { descriptionHashOf } from './description-hash';
import { bigEndian, logId, wordOf } from './id';

const ZERO = BigInt.zero();
const SELECTOR_BYTES = 4;

/** A proposal that was made before. */
export function getProposal(number: BigInt): Proposal {
  return Proposal.load(wordOf(number))!;
}

/** A proposal as if it were constitutional; {handleProposalClassified} of the same transaction follows. */
export function newProposal(event: ProposalCreated, number: i32): Proposal {
  const given = event.params;
  const proposal = new Proposal(wordOf(given.proposalId));
  proposal.number = number;
  proposal.proposalId = given.proposalId;
  proposal.proposer = accountId(given.proposer);
  proposal.decisionClass = 'CONSTITUTIONAL';
  proposal.stage = 'PROPOSED';
  proposal.description = given.description;
  proposal.descriptionHash = descriptionHashOf(event);
  proposal.callCount = given.targets.length;
  proposal.voteStart = given.voteStart;
  proposal.voteEnd = given.voteEnd;
  proposal.originalEnd = given.voteEnd;
  proposal.extension = ZERO;
  proposal.extended = false;
  proposal.forVotes = ZERO;
  proposal.againstVotes = ZERO;
  proposal.abstainVotes = ZERO;
  proposal.voters = 0;
  proposal.passing = false;
  proposal.createdAt = event.block.timestamp;
  proposal.blockNumber = event.block.number;
  proposal.transactionHash = event.transaction.hash;
  return proposal;
}

export function recordCalls(event: ProposalCreated, proposal: Proposal): void {
  const given = event.params;
  for (let i = 0; i < given.targets.length; i++) {
    const call = new ProposalCall(proposal.id.concat(bigEndian(i, 4)));
    const calldata = given.calldatas[i];
    call.proposal = proposal.id;
    call.index = i;
    call.target = given.targets[i];
    call.value = given.values[i];
    call.calldata = calldata;
    if (calldata.length >= SELECTOR_BYTES) call.selector = Bytes.fromUint8Array(calldata.subarray(0, SELECTOR_BYTES));
    call.save();
  }
}

/**
 * A step of a proposal; the caller adds `until`, if there is one, and saves.
 */
export function newProposalChange(event: ethereum.Event, proposal: Proposal, kind: string): ProposalChange {
  const change = new ProposalChange(logId(event).concat(bigEndian(0, 1)));
  change.proposal = proposal.id;
  change.kind = kind;
  change.sender = event.transaction.from;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}

/** Takes a proposal back, which the caller saves. */
export function cancel(event: ethereum.Event, proposal: Proposal): void {
  proposal.stage = 'CANCELED';
  proposal.canceledAt = event.block.timestamp;
  newProposalChange(event, proposal, 'CANCELED').save();
}
