import type { Hex } from 'viem';
import type { Receipt } from './receipt.ts';
import type { StatementRoots, StatementScope } from './statement.ts';
import { appendLotTree, type LotTree } from './tree/lot-tree.ts';
import { NodeStore } from './tree/node-store.ts';
import { appendPadding } from './tree/padding.ts';
import { readNode } from './tree/read-node.ts';
import { readReceipts } from './tree/read-receipts.ts';
import type { ReceiptTable } from './tree/receipt-table.ts';
import { appendRecommenderTree, type RecommenderTree } from './tree/recommender-tree.ts';
import { sortByOrderId } from './tree/sort-by-order-id.ts';
import { TreeHasher } from './tree/tree-hasher.ts';
import { treeDomain } from './tree-domain.ts';

/** Both trees of a statement with every node, so that any proof is a matter of looking up. */
export interface StatementTrees extends StatementRoots {
  scope: StatementScope;
  /** `treeDomain(scope)` */
  domain: Hex;
  store: NodeStore;
  receipts: ReceiptTable;
  byOrderId: Uint32Array;
  lotTree: LotTree;
  recommenderTree: RecommenderTree;
}

/**
 * Builds the lot tree and the recommender tree of all receipts of one platform and epoch; `receipts` may stream and come in
 * any order. Asynchronous only because of WebAssembly; a million receipts take some 10 s and 0.5 GB beside themselves.
 * @throws ProtocolError `NoReceipts`, `DuplicateOrder`, `WrongPlatform`, `WrongEpoch`, `BadInteger`, `BadAmount`, `BadBytes`,
 * `CommissionWithoutRecommender` or `SumsOverflow`.
 */
export async function buildStatementTrees(receipts: Iterable<Receipt>, scope: StatementScope): Promise<StatementTrees> {
  const store = new NodeStore();
  const domain = treeDomain(scope);
  const hasher = await TreeHasher.create(store, domain);
  appendPadding(store, hasher);
  const firstReceipt = store.length;
  const table = readReceipts(receipts, scope, store, hasher);
  const byOrderId = sortByOrderId(table);
  const lotTree = appendLotTree(hasher, table, byOrderId, firstReceipt);
  const recommenderTree = appendRecommenderTree(hasher, table, byOrderId, firstReceipt);
  const lotRoot = readNode(store, lotTree.lots.root);
  return {
    scope,
    domain,
    store,
    receipts: table,
    byOrderId,
    lotTree,
    recommenderTree,
    lotRoot: lotRoot.hash,
    lotDepth: lotTree.lots.depth,
    recommenderRoot: readNode(store, recommenderTree.recommenders.root).hash,
    recommenderDepth: recommenderTree.recommenders.depth,
    totals: lotRoot.sums,
  };
}
