import { BaseError, decodeErrorResult, type Hex } from 'viem';
import { abis } from '../chain/contracts.ts';
import type { Currency } from '../transactions/transaction.ts';
import { ContractError } from './contract-error.ts';
import './error-messages.ts';

/** One call can be refused by any contract it passes through. */
const ERRORS = Object.values(abis).flatMap((abi) => abi.filter(({ type }) => type === 'error'));

/** viem knows them without an ABI; they say nothing to a reader. */
const SOLIDITYS_OWN: readonly string[] = ['Error', 'Panic'];

/**
 * The custom error inside of what viem throws; anything else comes back as it was. Loaded together with its sentences.
 * @param currency of the amounts that the called contract speaks of
 */
export function decodeContractError(error: unknown, currency: Currency = 'asset'): unknown {
  const data = revertData(error);
  if (!data) return error;
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: ERRORS, data });
    if (SOLIDITYS_OWN.includes(errorName)) return error;
    return new ContractError(errorName, 'inputs' in abiItem ? abiItem.inputs : [], args ?? [], currency);
  } catch {
    return error;
  }
}

function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const found = error.walk((cause) => hexOf((cause as { data?: unknown }).data) !== undefined);
  return hexOf((found as { data?: unknown } | null)?.data);
}

/** Nodes put the data directly, or one or two objects deeper. */
function hexOf(data: unknown): Hex | undefined {
  if (typeof data === 'string' && /^0x[0-9a-f]{8}/i.test(data)) return data as Hex;
  if (typeof data === 'object' && data !== null && 'data' in data) return hexOf(data.data);
  return undefined;
}
