import { expect } from 'chai';
import { BaseError, encodeErrorResult, type Hex, parseAbi } from 'viem';
import { abis } from '../../../web/shared/chain/contracts.ts';
import { ContractError } from '../../../web/shared/errors/contract-error.ts';
import { decodeContractError } from '../../../web/shared/errors/decode-contract-error.ts';

/** As viem throws what a node answers. */
function thrown(data: Hex): BaseError {
  return new BaseError('reverted', { cause: Object.assign(new Error('inner'), { data }) });
}

describe('what a refused call threw', () => {
  it('is a custom error of any contract', () => {
    const args = [1_000n, 60n] as const;
    const data = encodeErrorResult({ abi: abis.timelock, errorName: 'TimelockInsufficientDelay', args });
    const error = decodeContractError(thrown(data));
    expect(error).to.be.instanceOf(ContractError).and.to.include({ errorName: 'TimelockInsufficientDelay' });
  });

  it('stays as it was where Solidity itself threw it: there is no sentence for that', () => {
    const own = parseAbi(['error Panic(uint256)', 'error Error(string)']);
    for (const data of [
      encodeErrorResult({ abi: own, errorName: 'Panic', args: [0x31n] }),
      encodeErrorResult({ abi: own, errorName: 'Error', args: ['no'] }),
    ]) {
      const error = thrown(data);
      expect(decodeContractError(error)).to.equal(error);
    }
  });
});
