import { buyerSalt } from '../../protocol/secrets/derive-salt.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { Order, Orders } from '../../relay/api/orders.ts';
import type { PurchaseProofAnswer, StatementSummary } from '../../relay/api/statements.ts';
import { orderNonce } from '../seed/order-nonce.ts';
import type { ResidentTester } from './cast.ts';
import { inParallel } from './in-parallel.ts';
import type { LotFacts } from './lot-facts.ts';
import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Moment, Settings } from './settings.ts';
import { writeReport } from './write-report.ts';

const WIDTH = 16;
const PAGE = 100;
const LONGEST_SALE = 8;

interface Provable {
  readonly tester: ResidentTester;
  readonly lot: LotFacts;
  readonly order: Order;
}

/** Resident experiencers commit to reports on the purchases that statements have settled. Gives how many. */
export async function commitReports(settings: Settings, moment: Moment): Promise<number> {
  const { commune, cast, memory } = settings;
  const statement = await latestStatement(settings);
  // Only a new statement makes more purchases provable.
  if (statement <= memory.statement) return 0;
  let isComplete = true;
  const failed = (what: string, error: unknown) => {
    isComplete = false;
    settings.failed(what, error);
  };
  const provable: Provable[] = [];
  await inParallel(
    cast.testers,
    WIDTH,
    async (tester) => void provable.push(...(await provableOrders(settings, tester, moment))),
    ({ name }, error) => failed(`orders of ${name}`, error),
  );
  const sendings: Sending[] = [];
  await inParallel(
    provable,
    WIDTH,
    async (one) => void sendings.push(await commitment(settings, one)),
    ({ tester, lot }, error) => failed(`proof of ${tester.name} for lot ${lot.lotId}`, error),
  );
  const receipts = await sendTogether(commune, sendings, failed);
  if (isComplete) memory.statement = statement;
  return receipts.length;
}

/** Epoch of the newest statement that is on chain. */
async function latestStatement({ relay }: Settings): Promise<number> {
  const { statements } = await relay.request<{ statements: StatementSummary[] }>('/statements');
  return Math.max(-1, ...statements.filter(({ status }) => isPosted(status)).map(({ epoch }) => epoch));
}

function isPosted(status: string | undefined): boolean {
  return status === 'posted' || status === 'opened';
}

/** The dearest settled purchase of every lot that still takes reports and has none of this tester. */
async function provableOrders(settings: Settings, tester: ResidentTester, moment: Moment): Promise<Provable[]> {
  const { relay, chain } = settings;
  if (![...chain.lots.values()].some((lot) => takesReports(settings, tester, lot, moment))) return [];
  const { orders } = await relay.request<Orders>(`/orders?limit=${PAGE}`, { as: tester.key });
  const best = new Map<number, Provable>();
  for (const order of orders) {
    const lot = chain.lots.get(order.lotId);
    if (lot === undefined || !isSettled(order) || !isOwn(tester, lot, order)) continue;
    if (!takesReports(settings, tester, lot, moment)) continue;
    const known = best.get(order.lotId);
    if (known === undefined || BigInt(known.order.fee) < BigInt(order.fee))
      best.set(order.lotId, { tester, lot, order });
  }
  return [...best.values()];
}

function takesReports({ chain }: Settings, { id }: ResidentTester, lot: LotFacts, { epoch }: Moment): boolean {
  return lot.startEpoch < epoch && epoch < lot.closingEpoch && chain.reportOf(lot.lotId, id) === undefined;
}

function isSettled({ state, statement }: Order): boolean {
  return state === 'Settled' && isPosted(statement?.status);
}

/** What a visitor bought who has taken somebody's place is his to report on. */
function isOwn({ key }: ResidentTester, { lotId, startEpoch }: LotFacts, { commitmentNonce }: Order): boolean {
  return Array.from({ length: LONGEST_SALE }, (_, i) => startEpoch + i).some((epoch) =>
    ([0, 1] as const).some((attempt) => orderNonce(lotId, epoch, key.address, attempt) === commitmentNonce),
  );
}

async function commitment(settings: Settings, { tester, lot, order }: Provable): Promise<Sending> {
  const { commune, relay } = settings;
  const path = `/proofs/purchases/${order.orderId}`;
  const { receipt, proof } = await relay.request<PurchaseProofAnswer>(path, { as: tester.key });
  const salt = buyerSalt(tester.root, lot.lotId, order.commitmentNonce);
  const { commitment } = writeReport(settings, tester, lot);
  const args = [amounts(receipt), paths(proof), salt, commitment] as const;
  const { account } = tester.actor;
  return {
    what: `commit of ${tester.name} on lot ${lot.lotId}`,
    send: () => commune.contracts.evaluations.write.commit(args, { account, gas: GAS }),
  };
}

function amounts({ sales, fee, commission, ...receipt }: PurchaseProofAnswer['receipt']): Receipt {
  return { ...receipt, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
}

function paths({ receiptIndex, receiptPath, nomineePath, lotPath }: PurchaseProofAnswer['proof']) {
  const nodes = (path: typeof lotPath) => path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
  return {
    receiptIndex,
    receiptPath: nodes(receiptPath),
    nomineePath: nodes(nomineePath),
    lotPath: nodes(lotPath),
  };
}
