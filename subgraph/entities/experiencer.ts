import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Experiencer } from '../generated/schema';
import { ProfileDocument } from '../generated/templates';
import { cidOf } from './cid';
import { idOf } from './id';

const ZERO = BigInt.zero();
const NO_DOCUMENT = Bytes.fromHexString('0x0000000000000000000000000000000000000000000000000000000000000000');

/** An experiencer who registered before. */
export function getExperiencer(number: BigInt): Experiencer {
  return Experiencer.load(idOf(number))!;
}

/** An experiencer without profile; what was nominated to this number before anybody had it is his. */
export function newExperiencer(number: BigInt, account: Bytes, registeredAt: BigInt): Experiencer {
  const experiencer = new Experiencer(idOf(number));
  experiencer.number = number.toI32();
  experiencer.account = account;
  experiencer.registeredAt = registeredAt;
  experiencer.committed = 0;
  experiencer.revealed = 0;
  experiencer.scored = 0;
  experiencer.won = 0;
  experiencer.qualitySum = ZERO;
  experiencer.accuracySum = ZERO;
  experiencer.meanQuality = 0;
  experiencer.nominatedFees = ZERO;
  experiencer.nominatedOrders = ZERO;
  experiencer.rewards = ZERO;
  experiencer.penalties = ZERO;
  experiencer.bonded = ZERO;
  experiencer.slashedReports = 0;
  experiencer.rawPower = ZERO;
  experiencer.powerEarned = ZERO;
  const early = experiencer.nominations.load();
  for (let i = 0; i < early.length; i++) {
    experiencer.nominatedFees = experiencer.nominatedFees.plus(early[i].fees);
    experiencer.nominatedOrders = experiencer.nominatedOrders.plus(early[i].orders);
  }
  return experiencer;
}

/** @param digest zero: none */
export function setProfile(experiencer: Experiencer, digest: Bytes): void {
  experiencer.profileDigest = digest;
  experiencer.profile = null;
  if (digest.equals(NO_DOCUMENT)) return;
  const cid = cidOf(digest);
  experiencer.profile = cid;
  ProfileDocument.create(cid);
}
