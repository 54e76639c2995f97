import { expect } from 'chai';
import { fromRlp, type Hex, keccak256 } from 'viem';
import { encodeHeader } from '../../../protocol/court/encode-header.ts';
import { expectError } from '../expect-error.ts';

const EMPTY_UNCLES = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347';
const EMPTY_TRIE = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421';

/** The first block of Ethereum, whose hash everybody knows. */
const genesis = {
  hash: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
  parentHash: `0x${'00'.repeat(32)}`,
  sha3Uncles: EMPTY_UNCLES,
  miner: `0x${'00'.repeat(20)}`,
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: EMPTY_TRIE,
  receiptsRoot: EMPTY_TRIE,
  logsBloom: `0x${'00'.repeat(256)}`,
  difficulty: '0x400000000',
  number: '0x0',
  gasLimit: '0x1388',
  gasUsed: '0x0',
  timestamp: '0x0',
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: `0x${'00'.repeat(32)}`,
  nonce: '0x0000000000000042',
} as const;

describe('headers of blocks', () => {
  it('the first one of Ethereum has the hash that everybody knows', () => {
    const header = encodeHeader(genesis);
    expect(keccak256(header)).to.equal(genesis.hash);
    expect(fromRlp(header)).to.have.length(15);
  });

  it('fields of later forks follow where a block has them', () => {
    // A hash that fits whatever is encoded cannot be had, so the error tells what was computed.
    const later = { ...genesis, baseFeePerGas: '0x7', withdrawalsRoot: EMPTY_TRIE };
    const error = expectError('BadHeader', () => encodeHeader(later));
    const hash = error.values.computed as Hex;
    expect(fromRlp(encodeHeader({ ...later, hash }))).to.have.length(17);
    expect(encodeHeader({ ...later, hash, blobGasUsed: null })).to.equal(encodeHeader({ ...later, hash }));
  });

  it('refuses a block that is changed, or lacks a field', () => {
    expectError('BadHeader', () => encodeHeader({ ...genesis, timestamp: '0x1' }));
    expectError('BadHeader', () => encodeHeader({ ...genesis, mixHash: undefined }));
    expectError('BadHeader', () => encodeHeader({ ...genesis, number: 0 }));
  });
});
