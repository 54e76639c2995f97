import { TallyAdvanced } from '../generated/Evaluations/Evaluations';
import { Lot, Revision, TallyPage } from '../generated/schema';
import { accountId } from './account';
import { idOf, logId } from './id';
import { unpackValues } from './values';

export function recordTallyPage(event: TallyAdvanced): void {
  const lot = Lot.load(idOf(event.params.lotId))!;
  const page = new TallyPage(logId(event));
  page.round = lot.id;
  page.proposer = accountId(event.params.proposer);
  page.consensus = unpackValues(event.params.consensus, Revision.load(lot.revision)!.parameterCount);
  page.counted = event.params.counted.toI32();
  page.revealed = event.params.revealed.toI32();
  page.timestamp = event.block.timestamp;
  page.blockNumber = event.block.number;
  page.transactionHash = event.transaction.hash;
  page.save();
}
