import type { Outbox } from './outbox.ts';
import type { Fees } from './sign-attempt.ts';

/** What the chain asks now; null when that is above the limit. */
export async function currentFees({ chain, options }: Outbox): Promise<Fees | null> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await chain.client.estimateFeesPerGas();
  return maxFeePerGas > options.maxFeePerGas ? null : { maxFeePerGas, maxPriorityFeePerGas };
}

/** Nodes take a replacement only if both fees rise by at least a tenth; an eighth is the common rule. */
export function raisedFees(previous: Fees, current: Fees, limit: bigint): Fees | null {
  const raise = (old: bigint, now: bigint) => {
    const raised = old + old / 8n + 1n;
    return raised > now ? raised : now;
  };
  const maxFeePerGas = raise(previous.maxFeePerGas, current.maxFeePerGas);
  const maxPriorityFeePerGas = raise(previous.maxPriorityFeePerGas, current.maxPriorityFeePerGas);
  if (maxFeePerGas > limit) return null;
  return {
    maxFeePerGas,
    maxPriorityFeePerGas: maxPriorityFeePerGas < maxFeePerGas ? maxPriorityFeePerGas : maxFeePerGas,
  };
}
