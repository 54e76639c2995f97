import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { bytes32 } from '../api/scalars.ts';
import { type Inclusion, inclusion, inclusionRequest } from '../api/statements.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { inclusionOf } from './inclusion.ts';
import { NoTrees } from './statement-trees.ts';

const tags = ['proofs'];

/** Public: a statement's order file is, too, and whoever has a receipt may ask for its proof. */
export function inclusionRoutes(app: App, relay: Relay): void {
  app.get(
    '/receipts/:digest/inclusion',
    {
      schema: {
        tags,
        summary: 'Whether a receipt of this relay is part of its statement, with both proofs',
        params: z.object({ digest: bytes32 }),
        response: { 200: inclusion },
      },
    },
    async ({ params: { digest } }) => {
      const [row] = await relay.db.select().from(receipts).where(eq(receipts.digest, digest));
      if (row?.signature == null) throw new ProblemError('receipt-unknown');
      const { digest: _digest, signature: _signature, buyer: _buyer, ...receipt } = row;
      return ask(relay, receipt);
    },
  );

  app.post(
    '/inclusion',
    {
      schema: {
        tags,
        summary: 'Both proofs of any receipt of this platform',
        body: inclusionRequest,
        response: { 200: inclusion },
      },
    },
    async ({ body: { receipt } }) => {
      const { sales, fee, commission, epoch, platformId } = receipt;
      if (platformId !== relay.chain.platformId) throw new ProblemError('receipt-of-other-platform', { platformId });
      const amounts = { sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
      const answer = await ask(relay, { ...receipt, ...amounts });
      if (answer.state === 'missing') throw new ProblemError('not-in-statement', { epoch });
      return answer;
    },
  );
}

async function ask(relay: Relay, receipt: Receipt): Promise<Inclusion> {
  try {
    return await inclusionOf(relay, receipt);
  } catch (error) {
    if (error instanceof NoTrees) throw new ProblemError('unavailable');
    throw error;
  }
}
