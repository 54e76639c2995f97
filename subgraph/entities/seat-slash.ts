import { BigInt } from '@graphprotocol/graph-ts';
import { SeatSlashed } from '../generated/Elections/Elections';
import { Candidate, SeatSlash, TermSlash } from '../generated/schema';
import { SelfBondSlashed } from '../generated/Validators/Validators';
import { slashesIn } from './election';
import { idOf, logId, pairId } from './id';

/** What a judgment took from `candidate`, whom the caller saves; {nameTerm} of the same transaction follows. */
export function recordSlash(event: SelfBondSlashed, candidate: Candidate): void {
  const given = event.params;
  const slash = new SeatSlash(logId(event));
  slash.term = 0;
  slash.candidate = candidate.id;
  slash.court = given.to;
  slash.asked = given.asked;
  slash.taken = given.fromBond.plus(given.fromLeaving);
  slash.fromBond = given.fromBond;
  slash.fromLeaving = given.fromLeaving;
  slash.timestamp = event.block.timestamp;
  slash.blockNumber = event.block.number;
  slash.transactionHash = event.transaction.hash;
  slash.save();
  candidate.slashCount++;
  candidate.slashed = candidate.slashed.plus(slash.taken);
  candidate.lastSlash = slash.id;
}

/** Says in which term the last slash of `candidate` was, and counts it there. */
export function nameTerm(event: SeatSlashed, candidate: Candidate): void {
  const slash = SeatSlash.load(candidate.lastSlash!)!;
  slash.term = event.params.term.toI32();
  slash.save();
  const term = idOf(event.params.term);
  let slashes = slashesIn(term, candidate.id);
  if (slashes == null) {
    slashes = new TermSlash(pairId(term, candidate.id));
    slashes.term = slash.term;
    slashes.candidate = candidate.id;
    slashes.count = 0;
    slashes.taken = BigInt.zero();
  }
  slashes.count++;
  slashes.taken = slashes.taken.plus(slash.taken);
  slashes.save();
}
