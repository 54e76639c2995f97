import { and, asc, count, desc, eq, max } from 'drizzle-orm';
import { failpoint } from '../../jobs/failpoint.ts';
import { failureOf } from '../decode-error.ts';
import { broadcast } from './broadcast.ts';
import { currentFees } from './current-fees.ts';
import type { Outbox, SenderAccount } from './outbox.ts';
import { type Fees, signAttempt } from './sign-attempt.ts';
import { chainTransactions, type TransactionError, type TransactionState } from './tables.ts';

type Row = typeof chainTransactions.$inferSelect;

/** The state at the time of sending differs a little from that of the estimate. */
const GAS_MARGIN_PERCENT = 125n;

/** Simulates planned transactions of an account, signs and broadcasts them; gives how many changed their state. */
export async function sendPlanned(outbox: Outbox, from: SenderAccount, now: number): Promise<number> {
  const { db, options } = outbox;
  const room = options.maxInFlight - (await inFlight(outbox, from));
  if (room <= 0) return 0;
  const planned = await db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.sender, from.sender), eq(chainTransactions.state, 'planned')))
    .orderBy(desc(chainTransactions.urgent), asc(chainTransactions.id))
    .limit(room);
  if (planned.length === 0) return 0;
  const fees = await currentFees(outbox);
  let changed = 0;
  for (const row of planned) {
    if (await sendOne(outbox, from, row, fees, now)) changed += 1;
  }
  return changed;
}

async function inFlight({ db }: Outbox, { sender }: SenderAccount): Promise<number> {
  const [row] = await db
    .select({ sent: count() })
    .from(chainTransactions)
    .where(and(eq(chainTransactions.sender, sender), eq(chainTransactions.state, 'sent')));
  return row?.sent ?? 0;
}

async function sendOne(
  outbox: Outbox,
  from: SenderAccount,
  row: Row,
  fees: Fees | null,
  now: number,
): Promise<boolean> {
  if (row.notAfter !== null && now > row.notAfter) {
    return settle(outbox, row, 'failed', row.error ?? { name: 'TooLate', values: { notAfter: `${row.notAfter}` } });
  }
  const simulated = await simulate(outbox, from, row);
  if (typeof simulated !== 'bigint') {
    if (row.doneBy.includes(simulated.name)) return settle(outbox, row, 'done', null);
    return settle(outbox, row, row.patient ? 'planned' : 'failed', simulated);
  }
  if (fees === null) return settle(outbox, row, 'planned', { name: 'FeeAboveLimit', values: {} });
  const gas = (simulated * GAS_MARGIN_PERCENT) / 100n;
  const balance = await outbox.chain.client.getBalance({ address: from.account.address });
  const needed = gas * fees.maxFeePerGas;
  if (balance < needed) {
    const values = { account: from.account.address, balance: `${balance}`, needed: `${needed}` };
    return settle(outbox, row, 'planned', { name: 'NoGasMoney', values });
  }
  return signAndBroadcast(outbox, from, row, gas, fees);
}

/** Gas that it would take, or the error it would end with. */
async function simulate(
  { chain }: Outbox,
  { account }: SenderAccount,
  { to, data }: Row,
): Promise<bigint | TransactionError> {
  try {
    return await chain.client.estimateGas({ account: account.address, to, data });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}

async function signAndBroadcast(
  outbox: Outbox,
  from: SenderAccount,
  row: Row,
  gas: bigint,
  fees: Fees,
): Promise<boolean> {
  const { db } = outbox;
  const known = await outbox.chain.client.getTransactionCount({ address: from.account.address, blockTag: 'pending' });
  await db.transaction(async (tx) => {
    const nonce = Math.max(known, (await highestNonce(tx, from)) + 1);
    const [sent] = await tx
      .update(chainTransactions)
      .set({ state: 'sent', nonce, gas, error: null, changedAt: new Date() })
      .where(and(eq(chainTransactions.id, row.id), eq(chainTransactions.state, 'planned')))
      .returning();
    if (sent !== undefined) await signAttempt(outbox, tx, from, { ...row, nonce, gas }, fees, 1);
  });
  failpoint('outbox.signed');
  await broadcast(outbox, row.id);
  failpoint('outbox.sent');
  return true;
}

/** Of the transactions that wait for the chain; −1 without one. */
async function highestNonce(tx: Pick<Outbox['db'], 'select'>, { sender }: SenderAccount): Promise<number> {
  const [row] = await tx
    .select({ nonce: max(chainTransactions.nonce) })
    .from(chainTransactions)
    .where(and(eq(chainTransactions.sender, sender), eq(chainTransactions.state, 'sent')));
  return row?.nonce ?? -1;
}

/** Gives whether the state is another one now. */
async function settle(
  { db, log }: Outbox,
  row: Row,
  state: TransactionState,
  error: TransactionError | null,
): Promise<boolean> {
  const isNews = state !== row.state || error?.name !== row.error?.name;
  await db
    .update(chainTransactions)
    .set({ state, error, changedAt: new Date() })
    .where(and(eq(chainTransactions.id, row.id), eq(chainTransactions.state, 'planned')));
  if (isNews && error !== null) log.warn({ purpose: row.purpose, state, error }, 'transaction not sent');
  return state !== row.state;
}
