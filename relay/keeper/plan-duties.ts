import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { type Address, encodeFunctionData, type Hex, keccak256, parseAbi, stringToHex } from 'viem';
import { failureOf } from '../chain/decode-error.ts';
import { planTransaction } from '../chain/outbox/plan-transaction.ts';
import { chainTransactions, type TransactionError } from '../chain/outbox/tables.ts';
import { failpoint } from '../jobs/failpoint.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';
import type { Patience } from './patience.ts';

/** Below what a transaction may take on any chain of today (EIP-7825: 2^24). */
const MAX_GAS = 11_000_000n;
const MAX_CALLS = 64;
/** Of a call that cannot be made smaller. */
const ANY_GAS = 2n ** 64n;
/** Transactions that one kind of duty plans in one run. */
const MAX_TRANSACTIONS = 8;

/** Of the same calls together; alone or with others they have other purposes. */
const MAX_REVERTS = 2;

const KEEPS_REVERTING: TransactionError = { name: 'KeepsReverting', values: {} };

const multicall = parseAbi(['function multicall(bytes[] data) returns (bytes[] results)']);

/**
 * Plans transactions for what is due, several calls in one where they fit. A call that would fail is found by halving and set aside, so that it
 * holds up nobody; it gets another try later.
 *
 * @returns how many duties were planned
 */
export async function planDuties(
  relay: Relay,
  kind: string,
  due: readonly Duty[],
  patience: Patience,
  now: number,
): Promise<number> {
  // While some are on their way it is not known which of them are still due.
  if (due.length === 0 || (await onTheirWay(relay, kind))) return 0;
  const timely = due.filter(({ key }) => patience.mayTry(key, now));
  for (const duty of timely) if (duty.problem) setAside(relay, duty, duty.problem, patience, now);
  const ready = timely.filter(({ problem }) => problem === undefined).slice(0, MAX_CALLS * MAX_TRANSACTIONS);
  let planned = 0;
  for (const ofContract of Map.groupBy(ready, ({ to }) => to).values()) {
    for (let at = 0; at < ofContract.length; at += MAX_CALLS) {
      planned += await planBatch(relay, kind, ofContract.slice(at, at + MAX_CALLS), patience, now);
    }
  }
  return planned;
}

async function onTheirWay({ db }: Relay, kind: string): Promise<boolean> {
  const ofKind = sql`starts_with(${chainTransactions.purpose}, ${`${kind}/`})`;
  const [row] = await db
    .select({ id: chainTransactions.id })
    .from(chainTransactions)
    .where(and(ofKind, inArray(chainTransactions.state, ['planned', 'sent'])))
    .limit(1);
  return row !== undefined;
}

async function planBatch(
  relay: Relay,
  kind: string,
  batch: readonly Duty[],
  patience: Patience,
  now: number,
): Promise<number> {
  const [first, ...others] = batch;
  if (first === undefined) return 0;
  const call = others.length === 0 ? first : together(first.to, batch);
  const simulated = await simulate(relay, call);
  const fits = typeof simulated === 'bigint' && simulated <= gasFor(batch);
  if (!fits && others.length > 0) {
    const half = Math.ceil(batch.length / 2);
    const left = await planBatch(relay, kind, batch.slice(0, half), patience, now);
    return left + (await planBatch(relay, kind, batch.slice(half), patience, now));
  }
  if (!fits) {
    const error = typeof simulated === 'bigint' ? tooDear(simulated, gasFor(batch)) : simulated;
    setAside(relay, first, error, patience, now);
    return 0;
  }
  const keys = batch.map(({ key }) => key).join(' ');
  const purpose = others.length === 0 ? first.key : `${kind}/${keccak256(stringToHex(keys))}`;
  if (await failsOnChain(relay, purpose)) {
    for (const { key } of batch) patience.failed(key, KEEPS_REVERTING, now);
    return 0;
  }
  const doneBy = others.length === 0 ? first.doneBy : [];
  const isNew = await planTransaction(relay.db, { purpose, sender: 'keeper', ...call, doneBy });
  failpoint('keeper.planned');
  return isNew ? batch.length : 0;
}

/** What calls of strangers' contracts may take is theirs alone: one cannot use up what the others leave. */
function gasFor(batch: readonly Duty[]): bigint {
  if (batch.length === 1 && batch[0]?.maxGas === undefined) return ANY_GAS;
  const most = batch.reduce((sum, { maxGas = MAX_GAS }) => sum + maxGas, 0n);
  return most < MAX_GAS ? most : MAX_GAS;
}

function tooDear(gas: bigint, most: bigint): TransactionError {
  return { name: 'GasTooHigh', values: { gas: `${gas}`, most: `${most}` } };
}

/** Its simulation succeeds and it still reverts: money is not burnt again and again. */
async function failsOnChain({ db }: Relay, purpose: string): Promise<boolean> {
  const [row] = await db
    .select({ failures: count() })
    .from(chainTransactions)
    .where(
      and(
        eq(chainTransactions.purpose, purpose),
        eq(chainTransactions.state, 'failed'),
        isNotNull(chainTransactions.hash),
      ),
    );
  return (row?.failures ?? 0) >= MAX_REVERTS;
}

/** Most contracts take many calls at once; those that do not refuse, and get them one by one. */
function together(to: Address, batch: readonly Duty[]): { to: Address; data: Hex } {
  const args = [batch.map(({ data }) => data)] as const;
  return { to, data: encodeFunctionData({ abi: multicall, functionName: 'multicall', args }) };
}

async function simulate({ chain }: Relay, { to, data }: { to: Address; data: Hex }) {
  try {
    return await chain.client.estimateGas({ account: chain.keeper?.address, to, data });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}

function setAside(relay: Relay, { key, doneBy }: Duty, error: TransactionError, patience: Patience, now: number) {
  const isDone = doneBy.includes(error.name);
  patience.failed(key, isDone ? null : error, now);
  if (!isDone) relay.log.warn({ duty: key, error }, 'duty cannot be done now');
}
