import { eq } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { isAddressEqual } from 'viem';
import { z } from 'zod';
import { ProtocolError } from '../../protocol/error.ts';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { innerTreeArgument, purchaseProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import type { BranchLeaf } from '../../protocol/settlement/leaf-hash.ts';
import type { ProofElement } from '../../protocol/settlement/node.ts';
import { proveLot } from '../../protocol/settlement/prove-lot.ts';
import { proveNominee } from '../../protocol/settlement/prove-nominee.ts';
import { proveRecommender } from '../../protocol/settlement/prove-recommender.ts';
import { bytes32 } from '../api/scalars.ts';
import { type LeafProof, leafProof, purchaseProof } from '../api/statements.ts';
import { receipts } from '../receipts/tables.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { postedStatement } from '../statements/statement-events.ts';
import { node } from './inclusion.ts';
import { NoTrees, treesOf } from './statement-trees.ts';

const id = z.coerce.number().int().min(0).max(0xffff_ffff);
const orderParams = z.object({ orderId: bytes32 });
const lotParams = z.object({ epoch: id, lotId: id });
const nomineeParams = z.object({ epoch: id, lotId: id, nomineeId: id });
const recommenderParams = z.object({ epoch: id, recommenderId: id });
const tags = ['proofs'];

export function proofRoutes(app: App, relay: Relay): void {
  app.get(
    '/proofs/purchases/:orderId',
    {
      schema: {
        tags,
        summary: 'Arguments of Evaluations.commit; for the buyer only',
        params: orderParams,
        response: { 200: purchaseProof },
      },
    },
    async (request) => provePurchaseOf(relay, request, request.params.orderId),
  );

  app.get(
    '/proofs/lots/:epoch/:lotId',
    { schema: { tags, summary: 'Arguments of Settlement.openLot', params: lotParams, response: { 200: leafProof } } },
    async ({ params: { epoch, lotId } }) => leafAnswer(relay, epoch, (trees) => proveLot(trees, lotId)),
  );

  app.get(
    '/proofs/nominees/:epoch/:lotId/:nomineeId',
    {
      schema: {
        tags,
        summary: 'Arguments of Settlement.openNominee',
        params: nomineeParams,
        response: { 200: leafProof },
      },
    },
    async ({ params: { epoch, lotId, nomineeId } }) =>
      leafAnswer(relay, epoch, (trees) => proveNominee(trees, lotId, nomineeId)),
  );

  app.get(
    '/proofs/recommenders/:epoch/:recommenderId',
    {
      schema: {
        tags,
        summary: 'Arguments of Settlement.openRecommender',
        params: recommenderParams,
        response: { 200: leafProof },
      },
    },
    async ({ params: { epoch, recommenderId } }) =>
      leafAnswer(relay, epoch, (trees) => proveRecommender(trees, recommenderId)),
  );
}

async function provePurchaseOf(relay: Relay, request: FastifyRequest, orderId: `0x${string}`) {
  const { account } = await requireSession(relay, request);
  const [row] = await relay.db.select().from(receipts).where(eq(receipts.orderId, orderId));
  // Somebody else's receipt is no more to be seen than one that is not there.
  if (row?.signature == null || !isAddressEqual(row.buyer, account)) throw new ProblemError('receipt-unknown');
  const trees = await postedTrees(relay, row.epoch);
  const { receiptIndex, ...paths } = purchaseProofArgument(trees, orderId);
  const { digest: _, buyer: __, signature, ...receipt } = row;
  return {
    receipt: { ...receipt, sales: `${row.sales}`, fee: `${row.fee}`, commission: `${row.commission}` },
    proof: {
      receiptIndex,
      receiptPath: paths.receiptPath.map(node),
      nomineePath: paths.nomineePath.map(node),
      lotPath: paths.lotPath.map(node),
    },
    signature,
  };
}

async function leafAnswer(
  relay: Relay,
  epoch: number,
  prove: (trees: StatementTrees) => BranchLeaf & { siblings: ProofElement[] },
): Promise<LeafProof> {
  const trees = await postedTrees(relay, epoch);
  try {
    const proof = prove(trees);
    const { root, sums, depth } = innerTreeArgument(proof);
    return { inner: { root, sums: `${sums}`, depth }, siblings: proof.siblings.map(node) };
  } catch (error) {
    if (error instanceof ProtocolError && error.code.startsWith('Unknown')) throw new ProblemError('leaf-unknown');
    throw error;
  }
}

/** @throws ProblemError `statement-not-posted`: a proof of anything else would be refused on chain */
async function postedTrees(relay: Relay, epoch: number): Promise<StatementTrees> {
  if ((await postedStatement(relay.db, relay.chain.platformId, epoch)) === null) {
    throw new ProblemError('statement-not-posted', { epoch });
  }
  try {
    return await treesOf(relay).get(epoch);
  } catch (error) {
    if (error instanceof NoTrees) throw new ProblemError('statement-unknown', { epoch });
    throw error;
  }
}
