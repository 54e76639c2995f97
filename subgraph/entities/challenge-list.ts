// The challenges of a case in the order of the contract, which is that of their choices. Its events name those that leave by their challenger
// only, who may have several: so the index looks for them as `ChallengeLists` does.
import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { ChallengeAdded } from '../generated/Disputes/Disputes';
import { Case, Challenge, Lot, Parameter, Revision } from '../generated/schema';
import { accountId } from './account';
import { cidOf } from './cid';
import { bigEndian, pairId } from './id';
import { parameterId } from './model';

const MAX_CHALLENGES = 4;
/** Values up to a quarter of the tolerance from each other say the same. */
const SAME_DIVISOR = 4;

/** Adds a challenge to a case, which the caller saves; gives its id. What says the same has left, and the lowest bond of a full list. */
export function addChallenge(event: ChallengeAdded, one: Case): Bytes {
  const values = event.params.values;
  if (one.kind == 'EVALUATION') makeRoom(one, values, event.block.timestamp);
  one.challengeCount++;
  const challenge = new Challenge(pairId(one.id, bigEndian(one.challengeCount, 4)));
  challenge.case_ = one.id;
  challenge.ordinal = one.challengeCount;
  challenge.challenger = accountId(event.params.challenger);
  challenge.values = values;
  challenge.bond = event.params.bond;
  challenge.fee = event.params.fee;
  challenge.state = 'STANDING';
  challenge.evidenceDigest = event.params.evidenceDigest;
  challenge.evidenceCid = cidOf(event.params.evidenceDigest);
  challenge.timestamp = event.block.timestamp;
  challenge.blockNumber = event.block.number;
  challenge.transactionHash = event.transaction.hash;
  challenge.save();
  one.standing = one.standing.concat([challenge.id]);
  return challenge.id;
}

function makeRoom(one: Case, values: Array<i32>, time: BigInt): void {
  for (let i = one.standing.length - 1; i >= 0; i--) {
    if (saySame(one, Challenge.load(one.standing[i])!.values, values)) drop(one, i, 'REPLACED', time);
  }
  if (one.standing.length == MAX_CHALLENGES) drop(one, lowestBond(one), 'REPLACED', time);
}

/** Drops the last of the challenges in a case, which the caller saves, that say what was tallied. */
export function dropEmpty(one: Case, consensus: Array<i32>, time: BigInt): void {
  for (let i = one.standing.length - 1; i >= 0; i--) {
    if (!saySame(one, Challenge.load(one.standing[i])!.values, consensus)) continue;
    drop(one, i, 'EMPTY', time);
    return;
  }
}

/** The last one takes the place of the one that goes. */
function drop(one: Case, i: i32, state: string, time: BigInt): void {
  const standing = one.standing;
  const challenge = Challenge.load(standing[i])!;
  challenge.state = state;
  challenge.settledAt = time;
  challenge.save();
  standing[i] = standing[standing.length - 1];
  standing.pop();
  one.standing = standing;
}

/** Of equal bonds the last one. */
function lowestBond(one: Case): i32 {
  let lowest = 0;
  let least = Challenge.load(one.standing[0])!.bond;
  for (let i = 1; i < one.standing.length; i++) {
    const bond = Challenge.load(one.standing[i])!.bond;
    if (bond.gt(least)) continue;
    lowest = i;
    least = bond;
  }
  return lowest;
}

function saySame(one: Case, a: Array<i32>, b: Array<i32>): boolean {
  const revision = Lot.load(one.lot as Bytes)!.revision;
  const count = Revision.load(revision)!.parameterCount;
  for (let i = 0; i < count; i++) {
    const tolerance = Parameter.load(parameterId(revision, i))!.tolerance;
    const distance = <i64>a[i] - <i64>b[i];
    if (BigInt.fromI64(SAME_DIVISOR * (distance < 0 ? -distance : distance)).gt(tolerance)) return false;
  }
  return true;
}
