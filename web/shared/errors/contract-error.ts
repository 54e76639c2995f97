import type { AbiParameter } from 'viem';

/** A custom error with which a contract refused something. */
export class ContractError extends Error {
  readonly errorName: string;
  readonly inputs: readonly AbiParameter[];
  readonly args: readonly unknown[];

  constructor(errorName: string, inputs: readonly AbiParameter[], args: readonly unknown[]) {
    super(`${errorName}(${args.map(String).join(', ')})`);
    this.name = 'ContractError';
    this.errorName = errorName;
    this.inputs = inputs;
    this.args = args;
  }
}
