import { BigInt, Bytes, store } from '@graphprotocol/graph-ts';
import { Allocation, Election, SolutionPage } from '../generated/schema';
import { seatId } from './election';

const ID_BYTES = 4;
const AMOUNT_BYTES = 12;

/** Puts what a solution's pages say in the place of what an election had before; gives how many voters they name. */
export function allocate(election: Election, pages: Array<Bytes>): i32 {
  const old = election.allocations.load();
  for (let i = 0; i < old.length; i++) store.remove('Allocation', old[i].id.toHexString());
  let voters = 0;
  for (let i = 0; i < pages.length; i++) voters += allocatePage(election.id, SolutionPage.load(pages[i])!);
  return voters;
}

/** Reads a page as `SolutionReader` does: the last edge of a voter has what is left of his stake. */
function allocatePage(election: Bytes, page: SolutionPage): i32 {
  const count = page.voters.length / ID_BYTES;
  const edges = page.edges;
  let place = 0;
  for (let i = 0; i < count; i++) {
    const voter = bytesAt(page.voters, ID_BYTES * i, ID_BYTES);
    let left = page.stakes[i];
    for (let edge = <i32>edges[place++]; edge > 0; edge--) {
      // Before the winner's index comes the lane of the nomination.
      const index = <i32>edges[place + 1];
      place += 2;
      const amount = edge > 1 ? numberAt(edges, place) : left;
      if (edge > 1) place += AMOUNT_BYTES;
      left = left.minus(amount);
      recordAllocation(election, index, voter, amount);
    }
  }
  return count;
}

function recordAllocation(election: Bytes, index: i32, voter: Bytes, amount: BigInt): void {
  const seat = seatId(election, index);
  const allocation = new Allocation(seat.concat(voter));
  allocation.election = election;
  allocation.seat = seat;
  allocation.index = index;
  allocation.voter = voter;
  allocation.amount = amount;
  allocation.save();
}

function bytesAt(bytes: Bytes, from: i32, length: i32): Bytes {
  return Bytes.fromUint8Array(bytes.slice(from, from + length));
}

/** Big-endian, while BigInt reads little-endian. */
function numberAt(bytes: Bytes, from: i32): BigInt {
  return BigInt.fromUnsignedBytes(Bytes.fromUint8Array(bytesAt(bytes, from, AMOUNT_BYTES).reverse()));
}
