import type { AbiParameter } from 'viem';
import type { Currency } from '../transactions/transaction.ts';

/** A custom error with which a contract refused something. */
export class ContractError extends Error {
  readonly errorName: string;
  readonly inputs: readonly AbiParameter[];
  readonly args: readonly unknown[];
  /** Of its amounts. */
  readonly currency: Currency;

  constructor(
    errorName: string,
    inputs: readonly AbiParameter[],
    args: readonly unknown[],
    currency: Currency = 'asset',
  ) {
    super(`${errorName}(${args.map(String).join(', ')})`);
    this.name = 'ContractError';
    this.errorName = errorName;
    this.inputs = inputs;
    this.args = args;
    this.currency = currency;
  }
}
