import { Address, BigInt, ByteArray, Bytes, crypto, ethereum } from '@graphprotocol/graph-ts';
import { Proposal, TimelockOperation } from '../generated/schema';
import { wordOf } from './id';

const WORD = 32;
const NO_PREDECESSOR = wordOf(BigInt.zero());

/** Notes what the timelock calls a proposal that was handed to it. */
export function recordOperation(governor: Address, proposal: Proposal): Bytes {
  const operation = new TimelockOperation(operationId(governor, proposal));
  operation.proposal = proposal.id;
  operation.save();
  return operation.id;
}

/** The timelock hashes all that it is to do; the governor salts that with its address. */
function operationId(governor: Address, proposal: Proposal): Bytes {
  const targets: Array<Address> = [];
  const values: Array<BigInt> = [];
  const calldatas: Array<Bytes> = [];
  const calls = proposal.calls.load();
  calls.sort((a, b) => a.index - b.index);
  for (let i = 0; i < calls.length; i++) {
    targets.push(Address.fromBytes(calls[i].target));
    values.push(calls[i].value);
    calldatas.push(calls[i].calldata);
  }
  const operation = new ethereum.Tuple();
  operation.push(ethereum.Value.fromAddressArray(targets));
  operation.push(ethereum.Value.fromUnsignedBigIntArray(values));
  operation.push(ethereum.Value.fromBytesArray(calldatas));
  operation.push(ethereum.Value.fromFixedBytes(NO_PREDECESSOR));
  operation.push(ethereum.Value.fromFixedBytes(saltOf(governor, proposal.descriptionHash)));
  // As one value it begins with a word that says where it lies; five arguments do not.
  const encoded = ethereum.encode(ethereum.Value.fromTuple(operation))!;
  const hash = crypto.keccak256(changetype<ByteArray>(encoded.slice(WORD)));
  return Bytes.fromByteArray(hash);
}

function saltOf(governor: Address, descriptionHash: Bytes): Bytes {
  const salt = Bytes.fromUint8Array(descriptionHash.slice(0));
  for (let i = 0; i < governor.length; i++) salt[i] ^= governor[i];
  return salt;
}
