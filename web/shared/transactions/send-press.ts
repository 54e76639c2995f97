import type { Address, Client, Hash, Hex, TransactionReceipt } from 'viem';
import type { AppConfig } from '../../app/config.ts';
import type { ChainClient } from '../chain/use-chain-client.ts';
import { decodeContractError } from '../errors/decode-contract-error.ts';
import { permitTypedData, withPermit } from './permit.ts';
import { PressError } from './press-error.ts';
import type { Pressed, PressStep } from './presses.ts';
import { simulate } from './simulate.ts';
import type { TransactionEnd, TransactionRecord, TransactionRequest, TransactionState } from './transaction.ts';

/** What the user saw and agreed to when he pressed. */
export interface FrozenPress {
  readonly request: TransactionRequest;
  readonly account: Address;
  /** Has to succeed first. Belongs to this very request: it stores the document that the request names. */
  readonly before?: (() => Promise<unknown>) | undefined;
}

export interface Wallet {
  /** Who is connected now. */
  account(): Address | undefined;
  signPermit(permit: Awaited<ReturnType<typeof permitTypedData>>, account: Address): Promise<Hex>;
  send(transaction: { account: Address; to: Address; data: Hex; gas: bigint; value: bigint }): Promise<Hash>;
}

export interface Surroundings {
  readonly client: ChainClient;
  readonly contracts: AppConfig['contracts'];
  readonly wallet: Wallet;
  /** Resolves when the transaction has ended; tells its states until then. */
  follow(record: TransactionRecord, told: (state: TransactionState) => void): Promise<TransactionEnd>;
}

/** Over the estimate, for what may change until it is mined. */
const GAS_MARGIN = 125n;
const BEFORE_PATIENCE_MS = 60_000;

/**
 * Does everything that a press stands for, with nothing but what was frozen: what has to be done before, simulation, permit, signature,
 * block, index. A page that has moved on meanwhile (a new epoch, another account, a changed form) changes nothing of it: the contract
 * still takes it, or says why not.
 *
 * @returns the receipt of a transaction that succeeded
 * @throws PressError, ContractError, or what wallet, chain and `before` throw
 */
export async function sendPress(
  { request, account, before }: FrozenPress,
  { client, contracts, wallet, follow }: Surroundings,
  tell: (step: PressStep) => void,
  beforePatienceMs = BEFORE_PATIENCE_MS,
): Promise<Pressed<TransactionReceipt>> {
  const { call, pulls = 0n, currency = 'asset', value = 0n, summary, subject } = request;
  const { [call.contract]: to, [currency]: asset } = contracts;
  const check = (data: Hex, pulled: bigint) => {
    tell('simulate');
    return simulate(client as Client, { account, to, data, pulls: pulled, currency, asset, value });
  };
  const checkAccount = () => {
    if (wallet.account() !== account) throw new PressError('switched');
  };

  if (before) {
    tell('before');
    await inTime(before(), beforePatienceMs);
  }
  let data = call.data;
  let simulation = await check(data, pulls);
  if (simulation.needsPermit) {
    checkAccount();
    tell('permit');
    const permit = await permitTypedData(client, asset, { owner: account, spender: to, value: pulls });
    const signature = await wallet.signPermit(permit, account);
    data = withPermit(call.data, pulls, permit.message.deadline, signature);
    simulation = await check(data, 0n);
  }
  checkAccount();
  tell('sign');
  const gas = ((simulation.gas ?? 0n) * GAS_MARGIN) / 100n;
  const hash = await wallet.send({ account, to, data, gas, value }).catch((error: unknown) => {
    throw decodeContractError(error, currency);
  });
  tell('wait');
  const record = { hash, summary, subject: subject ?? null, sentAt: Date.now(), blockNumber: null };
  const { outcome, refreshed } = await follow(
    { ...record, state: 'pending' },
    (state) => state === 'indexing' && tell('index'),
  );
  if (outcome.state === 'done') return { result: outcome.receipt, shown: refreshed };
  if (outcome.state !== 'failed') throw new PressError(outcome.state, { hash });
  // A receipt has no reason; the contract gives it again, unless things have changed since.
  const cause = await check(call.data, pulls).then(
    () => undefined,
    (error: unknown) => error,
  );
  throw new PressError('failed', { hash, cause });
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new PressError('slow')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
