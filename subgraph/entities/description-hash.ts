import { BigInt, ByteArray, Bytes, crypto, ethereum } from '@graphprotocol/graph-ts';
import { ProposalCreated } from '../generated/CommuneGovernor/CommuneGovernor';
import { wordOf } from './id';

const WORD = 32;
/** As in the event, but that the description comes as it is: bytes and text are encoded alike. */
const TYPES = '(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,bytes)';
const DESCRIPTION = 8;

/**
 * Hash of a proposal's description as the governor takes it. A description that is no UTF-8 is not read as it is: the log in the
 * receipt has its bytes.
 */
export function descriptionHashOf(event: ProposalCreated): Bytes {
  const raw = rawDescription(event);
  const bytes = raw === null ? ByteArray.fromUTF8(event.params.description) : changetype<ByteArray>(raw);
  return Bytes.fromByteArray(crypto.keccak256(bytes));
}

function rawDescription(event: ProposalCreated): Bytes | null {
  const receipt = event.receipt;
  if (receipt === null) return null;
  for (let i = 0; i < receipt.logs.length; i++) {
    if (!receipt.logs[i].logIndex.equals(event.logIndex)) continue;
    // A single value begins with a word that says where it lies.
    const value = wordOf(BigInt.fromI32(WORD)).concat(receipt.logs[i].data);
    const decoded = ethereum.decode(TYPES, value);
    return decoded === null ? null : decoded.toTuple()[DESCRIPTION].toBytes();
  }
  return null;
}
