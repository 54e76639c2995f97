import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Emission, EmissionEpoch, MinedRound } from '../generated/schema';
import { idOf } from './id';

const ID = Bytes.fromHexString('0x00');
const ZERO = BigInt.zero();

/** The emission; {handleEmissionStarted} makes it. */
export function getEmission(): Emission {
  return Emission.load(ID)!;
}

/** An emission of which nobody knows yet who its treasury is; {handleEmissionTreasuryAppointed} of the same transaction follows. */
export function newEmission(firstEpoch: i32): Emission {
  const emission = new Emission(ID);
  emission.firstEpoch = firstEpoch;
  emission.treasury = Bytes.empty();
  emission.treasuryUntil = firstEpoch;
  emission.treasuryMined = ZERO;
  emission.workMined = ZERO;
  emission.rounds = 0;
  emission.claims = 0;
  return emission;
}

export function getEmissionEpoch(number: BigInt): EmissionEpoch {
  const id = idOf(number);
  const known = EmissionEpoch.load(id);
  if (known != null) return known;
  const epoch = new EmissionEpoch(id);
  epoch.number = number.toI32();
  epoch.shares = ZERO;
  epoch.roundCount = 0;
  epoch.mined = ZERO;
  return epoch;
}

/** A round that was registered before. */
export function getMinedRound(lot: BigInt): MinedRound {
  return MinedRound.load(idOf(lot))!;
}
