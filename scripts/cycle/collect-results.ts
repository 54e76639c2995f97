import { accountIndex } from '../local/accounts.ts';
import type { GasEntry } from '../local/gas-ledger.ts';
import { ROUND_STATES } from '../local/run-round.ts';
import type { Strategy } from './population.ts';
import type { Cycle, CycleLot } from './run-cycle.ts';

const LOT_STATES = ['None', 'Offered', 'Trusted', 'Flagged', 'Unproven', 'Suspended'] as const;

/** Where the money of the cycle went, in the smallest unit of the settlement asset. */
export interface Money {
  sales: bigint;
  fees: bigint;
  /** What the platform paid into its statement, commune share included. */
  deposit: bigint;
  expert: bigint;
  rewards: bigint;
  /** Left by the winners for the commodities' next lots. */
  carried: bigint;
  /** The part of the fees that the platform keeps off chain. */
  platform: bigint;
  commune: bigint;
  recommenders: bigint;
  /** Lost by reporters who did not reveal. */
  penalties: bigint;
  /** Rounding that is nobody's yet: it stays in the statement until it is swept. */
  unopened: bigint;
}

export interface LotResult {
  lotId: number;
  name: string;
  description: string;
  orders: number;
  sales: bigint;
  exaggerated: boolean;
  state: (typeof LOT_STATES)[number];
  round: (typeof ROUND_STATES)[number];
  gradeBps: number;
  reports: number;
  revealed: number;
  /** Hundredths. */
  effectiveReports: number;
  pot: bigint;
  winners: number;
  rewards: bigint;
  carried: bigint;
}

export interface StrategyResult {
  strategy: Strategy;
  people: number;
  reports: number;
  scored: number;
  /** Mean quality of the scored reports, 0 … 256; 0 when none was scored. */
  quality: number;
  wins: number;
  rewards: bigint;
  power: bigint;
}

export interface Results {
  orders: number;
  money: Money;
  lots: LotResult[];
  strategies: StrategyResult[];
  gas: { step: string; entry: GasEntry }[];
}

/** Reads from the chain what a cycle came to. */
export async function collectResults(cycle: Cycle): Promise<Results> {
  const claims = await readClaims(cycle);
  const lots = await Promise.all(cycle.lots.map((lot) => collectLot(cycle, lot, claims)));
  cycle.commune.gas.entries.delete('set-up');
  return {
    orders: cycle.sales.length,
    money: await collectMoney(cycle, lots, claims),
    lots,
    strategies: await collectStrategies(cycle, claims),
    gas: [...cycle.commune.gas.entries].map(([step, entry]) => ({ step, entry })),
  };
}

type Claims = Awaited<ReturnType<typeof readClaims>>;

async function readClaims({ commune }: Cycle) {
  const logs = await commune.contracts.evaluations.getEvents.ReportClaimed({}, { fromBlock: 0n });
  return logs.map(({ args }) => args as Required<typeof args>);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

async function collectMoney({ commune, epoch, sales }: Cycle, lots: readonly LotResult[], claims: Claims) {
  const { settlement, asset } = commune.contracts;
  const [committed] = await settlement.getEvents.StatementCommitted({}, { fromBlock: 0n });
  const { deposit = 0n, communeShare = 0n } = committed?.args ?? {};
  const withdrawn = await settlement.getEvents.CreditWithdrawn({}, { fromBlock: 0n });
  const expert = commune.actor(accountIndex.firstExpert).account.address.toLowerCase();
  const paidTo = (match: (account: string) => boolean) =>
    sum(withdrawn.flatMap(({ args }) => (match(String(args.account).toLowerCase()) ? [args.amount ?? 0n] : [])));
  const fees = sum(sales.map(({ receipt }) => receipt.fee));
  const { remaining, experiencerBps, expertBps } = await settlement.read.statementOf([commune.platformId, epoch]);
  const money: Money = {
    sales: sum(sales.map(({ receipt }) => receipt.sales)),
    fees,
    deposit,
    expert: paidTo((account) => account === expert),
    rewards: sum(claims.map(({ reward }) => reward)),
    carried: sum(lots.map(({ carried }) => carried)),
    platform: (fees * BigInt(10_000 - expertBps - experiencerBps)) / 10_000n,
    commune: communeShare,
    recommenders: paidTo((account) => account !== expert),
    penalties: sum(claims.map(({ penalty }) => penalty)),
    unopened: remaining,
  };
  const paid = money.expert + money.rewards + money.carried + money.commune + money.recommenders + money.unopened;
  if (paid !== deposit) throw new Error(`money does not add up: ${deposit} was deposited, ${paid} went somewhere`);
  const left = await asset.read.balanceOf([settlement.address]);
  if (left !== money.carried + money.unopened)
    throw new Error(`the settlement holds ${left}, which is not what it owes`);
  return money;
}

async function collectLot({ commune, reports, sales }: Cycle, lot: CycleLot, claims: Claims): Promise<LotResult> {
  const { commodities, evaluations, settlement } = commune.contracts;
  const { lotId } = lot;
  const [{ state, gradeBps }, round] = await Promise.all([
    commodities.read.lotOf([lotId]),
    evaluations.read.roundOf([lotId]),
  ]);
  const own = claims.filter((claim) => claim.lotId === lotId);
  const [carried] = await settlement.read.carryOf([lot.commodityId]);
  const rewards = sum(own.map(({ reward }) => reward));
  return {
    lotId,
    name: lot.name,
    description: lot.description,
    orders: sales.filter(({ receipt }) => receipt.lotId === lotId).length,
    sales: lot.sales,
    exaggerated: lot.facts.exaggerated,
    state: LOT_STATES[state] ?? 'None',
    round: ROUND_STATES[round.state] ?? 'Open',
    gradeBps,
    reports: reports.filter((report) => report.lotId === lotId).length,
    revealed: round.revealed,
    effectiveReports: round.effectiveReports,
    pot: carried + rewards,
    winners: own.filter(({ reward }) => reward > 0n).length,
    rewards,
    carried,
  };
}

async function collectStrategies(cycle: Cycle, claims: Claims): Promise<StrategyResult[]> {
  const { power, evaluations } = cycle.commune.contracts;
  const scored = await evaluations.getEvents.ReportScored({}, { fromBlock: 0n });
  const results: StrategyResult[] = [];
  for (const [strategy, people] of Map.groupBy(cycle.experiencers, (experiencer) => experiencer.strategy)) {
    const ids = new Set(people.map(({ id }) => id));
    const ownClaims = claims.filter(({ experiencerId }) => ids.has(experiencerId));
    const ownScores = scored.filter(({ args }) => ids.has(args.experiencerId as number));
    const qualities = sum(ownScores.map(({ args }) => args.quality ?? 0n));
    results.push({
      strategy,
      people: people.length,
      reports: cycle.reports.filter(({ experiencerId }) => ids.has(experiencerId)).length,
      scored: ownScores.length,
      quality: ownScores.length === 0 ? 0 : Number(qualities) / ownScores.length,
      wins: ownClaims.filter(({ reward }) => reward > 0n).length,
      rewards: sum(ownClaims.map(({ reward }) => reward)),
      power: sum(await Promise.all(people.map(({ id }) => powerOf(power, id)))),
    });
  }
  return results.sort((a, b) => b.people - a.people);
}

async function powerOf(power: Cycle['commune']['contracts']['power'], id: number): Promise<bigint> {
  return power.read.getVotes([await power.read.accountOf([id])]);
}
