import { type Address, encodeFunctionData, type Hex, parseSignature } from 'viem';
import { abis } from '../chain/contracts.ts';
import type { ChainClient } from '../chain/use-chain-client.ts';

/** A permit is good for an hour of chain time. */
const LIFETIME = 3_600n;

interface Permit {
  readonly owner: Address;
  readonly spender: Address;
  readonly value: bigint;
}

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const;

/** The ERC-2612 permit to sign. */
export async function permitTypedData(client: ChainClient, asset: Address, { owner, spender, value }: Permit) {
  const read = { address: asset, abi: abis.asset } as const;
  const [[, name, version, chainId, verifyingContract], nonce, { timestamp }] = await Promise.all([
    client.readContract({ ...read, functionName: 'eip712Domain' }),
    client.readContract({ ...read, functionName: 'nonces', args: [owner] }),
    client.getBlock({ blockTag: 'pending' }),
  ]);
  return {
    domain: { name, version, chainId: Number(chainId), verifyingContract },
    types,
    primaryType: 'Permit',
    message: { owner, spender, value, nonce, deadline: timestamp + LIFETIME },
  } as const;
}

/** `multicall([selfPermit(…), action])`: the permit is used and the money pulled in one transaction. */
export function withPermit(action: Hex, value: bigint, deadline: bigint, signature: Hex): Hex {
  const { r, s, v, yParity } = parseSignature(signature);
  const permit = encodeFunctionData({
    abi: abis.evaluations,
    functionName: 'selfPermit',
    args: [value, deadline, Number(v ?? BigInt(yParity) + 27n), r, s],
  });
  return encodeFunctionData({ abi: abis.evaluations, functionName: 'multicall', args: [[permit, action]] });
}
