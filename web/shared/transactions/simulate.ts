import type { Address, Client, Hex } from 'viem';
import { estimateGas, getGasPrice } from 'viem/actions';
import { ContractError } from '../errors/contract-error.ts';
import { decodeContractError } from '../errors/decode-contract-error.ts';

export interface Simulation {
  /** Undefined while it cannot be known: the permit is not signed yet. */
  readonly gas: bigint | undefined;
  readonly gasPrice: bigint;
  readonly needsPermit: boolean;
}

interface Call {
  readonly account: Address;
  readonly to: Address;
  readonly data: Hex;
  readonly pulls: bigint;
}

/**
 * Tries a call without sending it. A missing allowance is no fault where a permit will bring it: contracts pull money last, so
 * everything else has been checked by then.
 * @throws ContractError with what the contract refuses, or what viem throws.
 */
export async function simulate(client: Client, { account, to, data, pulls }: Call): Promise<Simulation> {
  const [gas, gasPrice] = await Promise.all([
    estimateGas(client, { account, to, data }).catch((error: unknown) => {
      const decoded = decodeContractError(error);
      const isAllowance = decoded instanceof ContractError && decoded.errorName === 'ERC20InsufficientAllowance';
      if (pulls > 0n && isAllowance) return undefined;
      throw decoded;
    }),
    getGasPrice(client),
  ]);
  return { gas, gasPrice, needsPermit: gas === undefined };
}
