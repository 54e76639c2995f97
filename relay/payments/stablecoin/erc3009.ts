import { type Address, encodeFunctionData, type Hex, hashTypedData, parseAbi, type TypedDataDomain } from 'viem';

/** What the relay uses of ERC-20 with ERC-3009 (signatures as bytes) and of ERC-5267. */
export const erc3009Abi = parseAbi([
  'function receiveWithAuthorization(address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce, bytes signature)',
  'function transfer(address to, uint256 value) returns (bool)',
  'function balanceOf(address account) view returns (uint256)',
  'function name() view returns (string)',
  'function version() view returns (string)',
  'function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)',
]);

export const receiveTypes = {
  ReceiveWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const;

export interface Authorization {
  from: Address;
  to: Address;
  value: bigint;
  validAfter: bigint;
  validBefore: bigint;
  nonce: Hex;
}

/** What a buyer signs. */
export function authorizationDigest(domain: TypedDataDomain, authorization: Authorization): Hex {
  return hashTypedData({
    domain,
    types: receiveTypes,
    primaryType: 'ReceiveWithAuthorization',
    message: authorization,
  });
}

/** The call that takes the money; only `to` may send it. */
export function receiveCall({ from, to, value, validAfter, validBefore, nonce }: Authorization, signature: Hex): Hex {
  return encodeFunctionData({
    abi: erc3009Abi,
    functionName: 'receiveWithAuthorization',
    args: [from, to, value, validAfter, validBefore, nonce, signature],
  });
}

export function transferCall(to: Address, value: bigint): Hex {
  return encodeFunctionData({ abi: erc3009Abi, functionName: 'transfer', args: [to, value] });
}
