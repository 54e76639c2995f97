import { BaseError, type CallExecutionError, decodeErrorResult, type Hex, HttpRequestError, TimeoutError } from 'viem';
import { errorAbi } from './abis.ts';
import type { TransactionError } from './outbox/tables.ts';

const MAX_TEXT = 300;

/** The node answered, and its answer is that the call would fail. Everything else, such as a node that is down, is not. */
export function revertOf(error: unknown): TransactionError | null {
  if (!(error instanceof BaseError)) return null;
  const data = revertData(error);
  if (data !== null) return decodeRevert(data);
  const reverted = error.walk((cause) => (cause as BaseError).name === 'ExecutionRevertedError');
  return reverted === null
    ? null
    : { name: 'ExecutionReverted', values: { reason: short((reverted as BaseError).shortMessage) } };
}

/**
 * Why a simulation failed. Null when it was not even tried, because the node did not answer: that is nobody's fault, and everything waits.
 */
export function failureOf(error: unknown): TransactionError | null {
  const isSilence = (cause: unknown) => cause instanceof HttpRequestError || cause instanceof TimeoutError;
  if (!(error instanceof BaseError) || error.walk(isSilence) !== null) return null;
  return revertOf(error) ?? plainError(error);
}

/** What a failed call returned, with the name and the values of the contracts' custom errors. */
export function decodeRevert(data: Hex): TransactionError {
  if (data === '0x') return { name: 'ExecutionReverted', values: {} };
  try {
    const { errorName, args = [], abiItem } = decodeErrorResult({ abi: errorAbi, data });
    const inputs = abiItem.type === 'error' ? abiItem.inputs : [];
    const values = args.map((value, i) => [inputs[i]?.name ?? String(i), text(value)] as const);
    return { name: errorName, values: Object.fromEntries(values) };
  } catch {
    return { name: 'UnknownError', values: { data: short(data) } };
  }
}

/** Anything thrown, short enough to be stored and shown. */
export function plainError(error: unknown): TransactionError {
  const message =
    error instanceof BaseError ? error.shortMessage : error instanceof Error ? error.message : String(error);
  return { name: error instanceof Error ? error.name : 'Error', values: { reason: short(message) } };
}

/** Name and values in a line. */
export function errorText({ name, values }: TransactionError): string {
  const facts = Object.entries(values).map(([what, value]) => `${what} ${value}`);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

function revertData(error: BaseError): Hex | null {
  const found = error.walk((cause) => {
    const { data } = cause as { data?: unknown };
    return typeof data === 'string' && /^0x([0-9a-f]{8}([0-9a-f]{2})*)?$/i.test(data);
  }) as (CallExecutionError & { data: Hex }) | null;
  return found?.data ?? null;
}

function text(value: unknown): string {
  return short(
    typeof value === 'object'
      ? JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item))
      : String(value),
  );
}

function short(message: string): string {
  return message.length > MAX_TEXT ? `${message.slice(0, MAX_TEXT)}…` : message;
}
