import { Bytes } from '@graphprotocol/graph-ts';
import { Evidence as EvidenceEvent, MetaEvidence as MetaEvidenceEvent } from '../generated/Disputes/Disputes';
import { Case, Evidence, MetaEvidence } from '../generated/schema';
import { accountId } from './account';
import { cidOf } from './cid';
import { idOf, logId } from './id';

const DIGEST_DIGITS = 64;

/** Adds evidence to a case, which the caller saves. */
export function recordEvidence(event: EvidenceEvent, one: Case): void {
  one.evidenceCount++;
  const evidence = new Evidence(logId(event));
  evidence.case_ = one.id;
  evidence.ordinal = one.evidenceCount;
  evidence.party = accountId(event.params._party);
  evidence.uri = event.params._evidence;
  evidence.digest = digestIn(evidence.uri);
  evidence.cid = cidOf(evidence.digest);
  evidence.timestamp = event.block.timestamp;
  evidence.blockNumber = event.block.number;
  evidence.transactionHash = event.transaction.hash;
  evidence.save();
}

export function recordMetaEvidence(event: MetaEvidenceEvent): void {
  const evidence = new MetaEvidence(idOf(event.params._metaEvidenceID));
  evidence.number = event.params._metaEvidenceID.toI32();
  evidence.uri = event.params._evidence;
  evidence.cid = cidOf(digestIn(evidence.uri));
  evidence.timestamp = event.block.timestamp;
  evidence.blockNumber = event.block.number;
  evidence.transactionHash = event.transaction.hash;
  evidence.save();
}

/** Digest in a URI that the contract made: `ipfs://f01551220` and the digest in hexadecimal digits. */
function digestIn(uri: string): Bytes {
  return Bytes.fromHexString(`0x${uri.slice(uri.length - DIGEST_DIGITS)}`);
}
