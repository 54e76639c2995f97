import { type Hex, hexToBigInt, hexToNumber, serializeTransaction, type TransactionSerializable } from 'viem';
import type { Connection } from '../../local/deploy-local.ts';

/** What it takes to make a block again. */
export interface BlockRecord {
  readonly number: number;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly hash: Hex;
  /** Signed, in their order. */
  readonly transactions: readonly Hex[];
}

interface RpcBlock {
  readonly number: Hex;
  readonly timestamp: Hex;
  readonly hash: Hex;
  readonly transactions: readonly RpcTransaction[];
}

interface RpcTransaction {
  readonly type: Hex;
  readonly chainId?: Hex;
  readonly nonce: Hex;
  readonly gas: Hex;
  readonly to: Hex | null;
  readonly value: Hex;
  readonly input: Hex;
  readonly gasPrice?: Hex;
  readonly maxFeePerGas?: Hex;
  readonly maxPriorityFeePerGas?: Hex;
  readonly accessList?: TransactionSerializable['accessList'];
  readonly authorizationList?: readonly {
    readonly chainId: Hex;
    readonly address: Hex;
    readonly nonce: Hex;
    readonly yParity: Hex;
    readonly r: Hex;
    readonly s: Hex;
  }[];
  readonly v: Hex;
  readonly r: Hex;
  readonly s: Hex;
}

/** Reads blocks of a local chain. */
export async function readBlocks({ provider }: Connection, from: number, to: number): Promise<BlockRecord[]> {
  const records: BlockRecord[] = [];
  for (let number = from; number <= to; number++) {
    const params = [`0x${number.toString(16)}`, true];
    const block = (await provider.request({ method: 'eth_getBlockByNumber', params })) as RpcBlock;
    records.push({
      number,
      timestamp: hexToNumber(block.timestamp),
      hash: block.hash,
      transactions: block.transactions.map(signed),
    });
  }
  return records;
}

/** Height of the chain. */
export async function headOf({ provider }: Connection): Promise<number> {
  return hexToNumber((await provider.request({ method: 'eth_blockNumber' })) as Hex);
}

function signed(tx: RpcTransaction): Hex {
  const common = {
    nonce: hexToNumber(tx.nonce),
    gas: hexToBigInt(tx.gas),
    value: hexToBigInt(tx.value),
    data: tx.input,
    ...(tx.to !== null && { to: tx.to }),
    ...(tx.chainId !== undefined && { chainId: hexToNumber(tx.chainId) }),
  };
  const v = hexToBigInt(tx.v);
  const { r, s } = tx;
  if (tx.type === '0x0') {
    return serializeTransaction(
      { ...common, type: 'legacy', gasPrice: hexToBigInt(tx.gasPrice ?? '0x0') },
      { r, s, v },
    );
  }
  const chainId = common.chainId ?? 0;
  const accessList = tx.accessList ?? [];
  const signature = { r, s, yParity: Number(v) };
  if (tx.type === '0x1') {
    const gasPrice = hexToBigInt(tx.gasPrice ?? '0x0');
    return serializeTransaction({ ...common, chainId, type: 'eip2930', gasPrice, accessList }, signature);
  }
  const fees = {
    maxFeePerGas: hexToBigInt(tx.maxFeePerGas ?? '0x0'),
    maxPriorityFeePerGas: hexToBigInt(tx.maxPriorityFeePerGas ?? '0x0'),
  };
  if (tx.type === '0x2') {
    return serializeTransaction({ ...common, ...fees, chainId, type: 'eip1559', accessList }, signature);
  }
  const authorizationList = (tx.authorizationList ?? []).map((one) => ({
    address: one.address,
    chainId: hexToNumber(one.chainId),
    nonce: hexToNumber(one.nonce),
    r: one.r,
    s: one.s,
    yParity: hexToNumber(one.yParity),
  }));
  return serializeTransaction(
    { ...common, ...fees, chainId, type: 'eip7702', accessList, authorizationList },
    signature,
  );
}
