import type { Address, Client, Hex } from 'viem';
import { estimateGas, getGasPrice, readContract } from 'viem/actions';
import { abis } from '../chain/contracts.ts';
import { ContractError } from '../errors/contract-error.ts';
import { decodeContractError } from '../errors/decode-contract-error.ts';
import type { Currency } from './transaction.ts';

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
  /** What a permit will bring; 0 once it is part of the call. */
  readonly pulls: bigint;
  /** What is pulled, and what the contract's errors speak of. */
  readonly currency?: Currency | undefined;
  /** The contract of that. */
  readonly asset: Address;
  /** Wei. */
  readonly value?: bigint | undefined;
}

/**
 * Tries a call without sending it. A missing allowance is no fault where a permit will bring it: contracts pull money last, so
 * everything else has been checked by then. Missing money is one, and nobody is asked to sign a permit for it.
 * @throws ContractError with what the contract refuses, or what viem throws.
 */
export async function simulate(
  client: Client,
  { account, to, data, pulls, currency = 'asset', asset, value = 0n }: Call,
): Promise<Simulation> {
  const [gas, gasPrice] = await Promise.all([
    estimateGas(client, { account, to, data, value }).catch((error: unknown) => {
      const decoded = decodeContractError(error, currency);
      const isAllowance = decoded instanceof ContractError && decoded.errorName === 'ERC20InsufficientAllowance';
      if (pulls > 0n && isAllowance) return undefined;
      throw decoded;
    }),
    getGasPrice(client),
  ]);
  if (gas === undefined) await checkBalance(client, asset, currency, account, pulls);
  return { gas, gasPrice, needsPermit: gas === undefined };
}

async function checkBalance(
  client: Client,
  asset: Address,
  currency: Currency,
  account: Address,
  needed: bigint,
): Promise<void> {
  const read = { address: asset, abi: abis.asset } as const;
  const balance = await readContract(client, { ...read, functionName: 'balanceOf', args: [account] });
  if (balance >= needed) return;
  const item = abis.asset.find((one) => one.type === 'error' && one.name === 'ERC20InsufficientBalance');
  throw new ContractError('ERC20InsufficientBalance', item?.inputs ?? [], [account, balance, needed], currency);
}
