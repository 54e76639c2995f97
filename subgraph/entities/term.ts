import { BigInt } from '@graphprotocol/graph-ts';
import { getProtocol } from './protocol';

/** Term t is epochs 4t … 4t + 3; see TermClock.sol. */
const TERM_EPOCHS = 4;

/** When the snapshot of the election for a term is frozen: at the start of the last epoch before it. */
export function freezeOf(term: i32): BigInt {
  return epochStart(TERM_EPOCHS * term - 1);
}

/** Start of a term. */
export function startOf(term: i32): BigInt {
  return epochStart(TERM_EPOCHS * term);
}

function epochStart(epoch: i32): BigInt {
  const protocol = getProtocol();
  return (protocol.genesis as BigInt).plus((protocol.epochLength as BigInt).times(BigInt.fromI32(epoch)));
}
