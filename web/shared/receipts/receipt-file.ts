import { type Address, type Hex, isAddressEqual } from 'viem';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { SignedReceipt } from '../../../relay/api/receipts.ts';

/** Where receipts are worth something. */
export interface ReceiptScope {
  readonly chainId: number;
  readonly settlement: Address;
}

/** All that somebody has to keep of an order: whoever has it can hold the platform to it. */
export interface ReceiptFile extends SignedReceipt, ReceiptScope {}

/** A receipt that was read, with the digest computed here. */
export interface ReadReceipt {
  readonly receipt: Receipt;
  readonly signature: Hex;
  readonly digest: Hex;
}

export type BadReceipt = 'notJson' | 'notReceipt' | 'otherChain' | 'otherContract' | 'tooMany';
export type ReadReceipts =
  | { readonly kind: 'read'; readonly receipts: readonly [ReadReceipt] | readonly [ReadReceipt, ReadReceipt] }
  | { readonly kind: 'bad'; readonly reason: BadReceipt };

const UINT32 = 0xffff_ffff;
const UINT72 = (1n << 72n) - 1n;

/** Text of the file that a buyer keeps. */
export function writeReceiptFile({ receipt, signature, digest }: SignedReceipt, { chainId, settlement }: ReceiptScope) {
  const file: ReceiptFile = { chainId, settlement, receipt, digest, signature };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The receipt as the protocol's functions take it. */
export function receiptOf({ receipt }: Pick<SignedReceipt, 'receipt'>): Receipt {
  const { sales, fee, commission, ...rest } = receipt;
  return { ...rest, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
}

/** A receipt of the relay, with the digest computed here. */
export function readSigned(signed: SignedReceipt, { chainId, settlement }: ReceiptScope): ReadReceipt {
  const receipt = receiptOf(signed);
  return { receipt, signature: signed.signature, digest: receiptDigest(receipt, chainId, settlement) };
}

/** Reads what anybody dropped or pasted: one receipt file, or a list of two of them; believes nothing of it. */
export function readReceiptFile(text: string, scope: ReceiptScope): ReadReceipts {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: 'bad', reason: 'notJson' };
  }
  const files = Array.isArray(content) ? content : [content];
  if (files.length > 2) return { kind: 'bad', reason: 'tooMany' };
  const receipts: ReadReceipt[] = [];
  for (const file of files) {
    const read = readOne(file, scope);
    if (typeof read === 'string') return { kind: 'bad', reason: read };
    receipts.push(read);
  }
  const [first, second] = receipts;
  if (!first) return { kind: 'bad', reason: 'notReceipt' };
  return { kind: 'read', receipts: second ? [first, second] : [first] };
}

function readOne(file: unknown, scope: ReceiptScope): ReadReceipt | BadReceipt {
  if (!isRecord(file) || !isRecord(file.receipt)) return 'notReceipt';
  const { chainId = scope.chainId, settlement = scope.settlement, signature } = file;
  if (chainId !== scope.chainId) return 'otherChain';
  if (!isHex(settlement, 20)) return 'notReceipt';
  if (!isAddressEqual(settlement, scope.settlement)) return 'otherContract';
  const { orderId, buyerCommitment, sales, fee, commission, ...numbers } = file.receipt;
  const { platformId, epoch, lotId, quantity, recommenderId, nomineeId } = numbers;
  if (
    !isHex(signature) ||
    !isHex(orderId, 32) ||
    !isHex(buyerCommitment, 32) ||
    !isAmount(sales) ||
    !isAmount(fee) ||
    !isAmount(commission) ||
    !isNumber(platformId) ||
    !isNumber(epoch) ||
    !isNumber(lotId) ||
    !isNumber(quantity) ||
    !isNumber(recommenderId) ||
    !isNumber(nomineeId)
  ) {
    return 'notReceipt';
  }
  const receipt: Receipt = {
    platformId,
    epoch,
    orderId,
    lotId,
    quantity,
    sales: BigInt(sales),
    fee: BigInt(fee),
    commission: BigInt(commission),
    recommenderId,
    nomineeId,
    buyerCommitment,
  };
  return { receipt, signature, digest: receiptDigest(receipt, scope.chainId, scope.settlement) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= UINT32;
}

function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^(0|[1-9]\d{0,21})$/.test(value) && BigInt(value) <= UINT72;
}

/** Whole bytes in lower or upper case, `bytes` of them if given. */
function isHex(value: unknown, bytes?: number): value is Hex {
  if (typeof value !== 'string' || !/^0x([0-9a-f]{2})+$/i.test(value)) return false;
  return bytes === undefined || value.length === 2 + 2 * bytes;
}
