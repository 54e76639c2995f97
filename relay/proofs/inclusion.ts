import type { Hex } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import type { ProofElement } from '../../protocol/settlement/node.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import type { Inclusion, ReceiptProofs } from '../api/statements.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { Relay } from '../relay.ts';
import { postedStatement } from '../statements/statement-events.ts';
import { proveReceipt } from './prove-receipt.ts';
import { treesOf } from './statement-trees.ts';

/** Whether this platform's statement holds a receipt, with the way up to both roots. @throws NoTrees while the trees are being built */
export async function inclusionOf(relay: Relay, receipt: Receipt): Promise<Inclusion> {
  const { db, chain } = relay;
  const { epoch } = receipt;
  const posted = await postedStatement(db, chain.platformId, epoch);
  const answer = {
    digest: receiptDigest(receipt, chain.chainId, chain.contracts.settlement),
    epoch,
    statementDueBy: epochStart(chain.clock, epoch + 2),
    transactionHash: posted?.transactionHash ?? null,
    proofs: null,
  };
  if (posted === null) {
    const current = epochAt(chain.clock, await chainTime(db));
    return { ...answer, state: current <= epoch + 1 ? 'pending' : 'missing' };
  }
  const found = proveReceipt(await treesOf(relay).get(epoch), receipt);
  if (found === null) return { ...answer, state: 'missing' };
  return { ...answer, state: 'included', proofs: toAnswer(found) };
}

type Found = NonNullable<ReturnType<typeof proveReceipt>>;

export function toAnswer({ purchase, referral }: Found): ReceiptProofs {
  return {
    purchase: {
      receiptIndex: purchase.receiptPosition,
      receiptPath: purchase.receiptSiblings.map(node),
      nomineePath: purchase.nomineeSiblings.map(node),
      lotPath: purchase.lotSiblings.map(node),
    },
    referral: {
      receiptIndex: referral.receiptPosition,
      receiptPath: referral.receiptSiblings.map(node),
      recommenderPath: referral.recommenderSiblings.map(node),
    },
  };
}

export function node({ hash, sums }: ProofElement): { hash: Hex; sums: string } {
  return { hash, sums: `${sums}` };
}
