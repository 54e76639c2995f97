import { BigInt, Bytes, store } from '@graphprotocol/graph-ts';
import { Platform, SignerKey } from '../generated/schema';
import { idOf, pairId } from './id';

/** The key that a platform is admitted with. */
export function recordFirstSigner(platform: Platform, signer: Bytes, fromEpoch: BigInt, setAt: BigInt): void {
  platform.signer = signer;
  platform.signerFrom = fromEpoch;
  recordKey(platform, signer, fromEpoch, setAt);
}

/**
 * A key for an epoch to come; it takes the place of another one that has not come into force.
 *
 * @param epoch the current one
 */
export function recordNextSigner(
  platform: Platform,
  signer: Bytes,
  fromEpoch: BigInt,
  epoch: BigInt,
  setAt: BigInt,
): void {
  const last = platform.nextSigner;
  const lastFrom = platform.nextSignerFrom;
  if (last !== null && lastFrom !== null) {
    if (lastFrom.gt(epoch)) {
      store.remove('SignerKey', keyId(platform, lastFrom).toHexString());
    } else {
      platform.signer = last;
      platform.signerFrom = lastFrom;
    }
  }
  platform.nextSigner = signer;
  platform.nextSignerFrom = fromEpoch;
  recordKey(platform, signer, fromEpoch, setAt);
}

function recordKey(platform: Platform, signer: Bytes, fromEpoch: BigInt, setAt: BigInt): void {
  const key = new SignerKey(keyId(platform, fromEpoch));
  key.platform = platform.id;
  key.signer = signer;
  key.fromEpoch = fromEpoch;
  key.setAt = setAt;
  key.save();
}

function keyId(platform: Platform, fromEpoch: BigInt): Bytes {
  return pairId(platform.id, idOf(fromEpoch));
}
