import { type ContractFunctionArgs, type ContractFunctionName, encodeFunctionData, type Hex } from 'viem';
import { abis, type ContractName } from '../chain/contracts.ts';

/** A call of one of the commune's contracts, encoded. */
export interface ContractCall {
  readonly contract: ContractName;
  readonly functionName: string;
  readonly data: Hex;
}

type Writes = 'nonpayable' | 'payable';

/** `contractCall('evaluations', 'claim', [lotId, experiencerId])`, with names and arguments checked against the ABI. */
export function contractCall<
  Contract extends ContractName,
  Name extends ContractFunctionName<(typeof abis)[Contract], Writes>,
>(
  contract: Contract,
  functionName: Name,
  args: ContractFunctionArgs<(typeof abis)[Contract], Writes, Name>,
): ContractCall {
  const data = encodeFunctionData({ abi: abis[contract], functionName, args } as never);
  return { contract, functionName, data };
}
