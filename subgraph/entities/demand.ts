import { Bytes } from '@graphprotocol/graph-ts';
import { LeafDemanded } from '../generated/Demands/Demands';
import { Demand, DemandHistory } from '../generated/schema';
import { accountId } from './account';
import { LEAF_KINDS } from './enums';
import { idOf, logId, pairId } from './id';
import { referenceTo } from './receipt-challenge';

/** The last demand for a leaf, which was demanded before. */
export function getLatestDemand(leafId: Bytes): Demand {
  return Demand.load(DemandHistory.load(leafId)!.latest)!;
}

/** An open demand. Whoever demands may name a lot, experiencer or recommender that does not exist; readers see null. */
export function newDemand(event: LeafDemanded): Demand {
  const leaf = event.params.leaf;
  const demand = new Demand(logId(event));
  demand.leafId = event.params.leafId;
  demand.history = addToHistory(demand);
  demand.platform = idOf(leaf.platformId);
  demand.epoch = idOf(leaf.epoch);
  demand.statement = pairId(demand.platform, demand.epoch);
  demand.kind = LEAF_KINDS[leaf.kind];
  demand.lotNumber = leaf.lotId;
  demand.payeeNumber = leaf.payeeId;
  if (demand.kind != 'RECOMMENDER') demand.lot = idOf(leaf.lotId);
  if (demand.kind == 'NOMINEE') demand.nominee = referenceTo(leaf.payeeId);
  if (demand.kind == 'RECOMMENDER') demand.recommender = referenceTo(leaf.payeeId);
  demand.challenger = accountId(event.params.challenger);
  demand.pledge = event.params.pledge;
  demand.openedAt = event.block.timestamp;
  demand.deadline = event.params.deadline;
  demand.state = 'OPEN';
  demand.absent = false;
  demand.late = false;
  demand.blockNumber = event.block.number;
  demand.transactionHash = event.transaction.hash;
  return demand;
}

function addToHistory(demand: Demand): Bytes {
  let history = DemandHistory.load(demand.leafId);
  if (history == null) {
    history = new DemandHistory(demand.leafId);
    history.count = 0;
  }
  history.latest = demand.id;
  history.count++;
  history.save();
  return history.id;
}
