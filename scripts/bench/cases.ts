import type { Hex } from 'viem';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { purchaseProofArgument, referralProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';
import { localKey } from '../local/keys.ts';

/** Challenges the local platform's receipt; gives the gas. */
export async function challengeReceipt(commune: Commune, receipt: Receipt): Promise<bigint> {
  const { platforms } = commune.contracts;
  const value = 2n * (await platforms.read.casePledge());
  const args = [receipt, await signReceipt(commune, receipt)] as const;
  const challenge = platforms.write.challengeReceipt(args, { ...challenger(commune), value });
  return (await sent(commune, 'challenge a receipt', challenge)).gasUsed;
}

/** Answers a challenge from the statement that holds the receipt; gives the gas. */
export async function answerReceipt(commune: Commune, receipt: Receipt, trees: StatementTrees): Promise<bigint> {
  const { orderId } = receipt;
  const args = [receipt, purchaseProofArgument(trees, orderId), referralProofArgument(trees, orderId)] as const;
  const { account } = commune.actor(accountIndex.platform);
  const answer = commune.contracts.platforms.write.answerReceipt(args, { account });
  return (await sent(commune, 'answer a challenge', answer)).gasUsed;
}

/** Shows a receipt and another one for the same order; gives the gas. */
export async function slashEquivocation(commune: Commune, receipt: Receipt): Promise<bigint> {
  const other = { ...receipt, sales: receipt.sales + 1n };
  const both = [receipt, await signReceipt(commune, receipt), other, await signReceipt(commune, other)] as const;
  const slash = commune.contracts.platforms.write.slashEquivocation(both, challenger(commune));
  return (await sent(commune, 'slash two receipts for one order', slash)).gasUsed;
}

function challenger(commune: Commune) {
  return { account: commune.actor(accountIndex.firstConsumer).account };
}

function signReceipt({ chainId, contracts }: Commune, message: Receipt): Promise<Hex> {
  const domain = receiptDomain(chainId, contracts.settlement.address);
  const typed = { domain, types: receiptTypes, primaryType: 'Receipt', message } as const;
  return localKey(accountIndex.platformSigner).signTypedData(typed);
}
