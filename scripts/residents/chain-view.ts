import { type Address, type Hex, type Log, parseEventLogs } from 'viem';
import { lotSchedule } from '../../protocol/clock/lot-schedule.ts';
import { unpackValues } from '../../protocol/experience/unpack-values.ts';
import { lotCodeFromBytes20 } from '../../protocol/identity/lot-code.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { LotFacts } from './lot-facts.ts';

export type ReportStage = 'committed' | 'revealed' | 'scored' | 'claimed';

export interface ReportView {
  readonly lotId: number;
  readonly experiencerId: number;
  readonly commitment: Hex;
  stage: ReportStage;
  quality: number;
}

const GTIN_DIGITS = 14;

/** What the chain's events say of lots and reports. Nothing is known that another look from block 0 would not find again. */
export class ChainView {
  readonly lots = new Map<number, LotFacts>();
  readonly unsealed = new Set<number>();
  /** Lots whose winners are known and can be paid. */
  readonly closed = new Set<number>();
  /** Everybody who is registered, by id. */
  readonly experiencers = new Map<number, Address>();
  /** Experiencers who have ever stood for election, by id. */
  readonly judges = new Set<number>();
  readonly #reports = new Map<string, ReportView>();
  readonly #commune: Commune;
  readonly #records = new Map<number, number[]>();
  #nextBlock = 0n;

  constructor(commune: Commune) {
    this.#commune = commune;
  }

  get reports(): Iterable<ReportView> {
    return this.#reports.values();
  }

  reportOf(lotId: number, experiencerId: number): ReportView | undefined {
    return this.#reports.get(`${lotId}/${experiencerId}`);
  }

  /** Qualities (0 … 256) of somebody's scored reports: his public record. */
  recordOf(experiencerId: number): readonly number[] {
    return this.#records.get(experiencerId) ?? [];
  }

  /** Takes in the blocks since the last time. */
  async refresh(): Promise<void> {
    const { publicClient, contracts } = this.#commune;
    const { commodities, evaluations, power, validators } = contracts;
    const toBlock = await publicClient.getBlockNumber({ cacheTime: 0 });
    if (toBlock < this.#nextBlock) return;
    const address = [commodities.address, evaluations.address, power.address, validators.address];
    const logs = await publicClient.getLogs({ address, fromBlock: this.#nextBlock, toBlock });
    await this.#takeLots(logs);
    this.#takeRounds(logs);
    for (const { args } of parseEventLogs({ abi: power.abi, eventName: 'ExperiencerRegistered', logs })) {
      this.experiencers.set(args.experiencerId, args.account);
    }
    for (const { args } of parseEventLogs({ abi: validators.abi, eventName: 'CandidateRegistered', logs })) {
      this.judges.add(args.experiencerId);
    }
    this.#keepRecords();
    this.#nextBlock = toBlock + 1n;
  }

  async #takeLots(logs: Log[]): Promise<void> {
    const { abi } = this.#commune.contracts.commodities;
    const offers = parseEventLogs({ abi, eventName: 'LotOffered', logs });
    const facts = await Promise.all(offers.map(({ args }) => this.#factsOf(args)));
    for (const lot of facts) this.lots.set(lot.lotId, lot);
    for (const { args } of parseEventLogs({ abi, eventName: 'LotUnsealed', logs })) this.unsealed.add(args.lotId);
  }

  async #factsOf(offer: Offer): Promise<LotFacts> {
    const { contracts, clock } = this.#commune;
    const { commodityId, modelId, lot } = offer;
    const [commodity, parameters, modelDigest] = await Promise.all([
      contracts.commodities.read.commodityOf([commodityId]),
      contracts.models.read.parametersOf([modelId, lot.revision]),
      contracts.models.read.documentOf([modelId, lot.revision]),
    ]);
    const claims = unpackValues(lot.claims, lot.parameterCount);
    return {
      lotId: offer.lotId,
      lotCode: lotCodeFromBytes20(offer.lotCode),
      commodityId,
      modelId,
      producer: commodity.producer,
      gtin: commodity.gtin === 0n ? null : String(commodity.gtin).padStart(GTIN_DIGITS, '0'),
      modelDigest,
      parameters: parameters as LotFacts['parameters'],
      startEpoch: lot.startEpoch,
      epochs: lot.epochs,
      closingEpoch: lotSchedule(clock, lot.startEpoch, lot.epochs).closingEpoch,
      feeBps: lot.feeBps,
      sealedClaims: lot.sealedClaims,
      openClaims: parameters.map(({ isSealed }, i) => (isSealed ? null : (claims[i] ?? null))),
    };
  }

  #takeRounds(logs: Log[]): void {
    const { abi } = this.#commune.contracts.evaluations;
    for (const { eventName, args } of parseEventLogs({ abi, logs })) {
      switch (eventName) {
        case 'ReportCommitted':
          this.#reports.set(`${args.lotId}/${args.experiencerId}`, { ...args, stage: 'committed', quality: 0 });
          break;
        case 'ReportRevealed':
          this.#move(args, 'revealed');
          break;
        case 'ReportScored':
          this.#move(args, 'scored', Number(args.quality));
          break;
        case 'ReportClaimed':
          this.#move(args, 'claimed');
          break;
        case 'RoundClosed':
          this.closed.add(args.lotId);
          break;
      }
    }
  }

  #keepRecords(): void {
    this.#records.clear();
    for (const { experiencerId, stage, quality } of this.#reports.values()) {
      if (stage !== 'scored' && stage !== 'claimed') continue;
      this.#records.set(experiencerId, [...(this.#records.get(experiencerId) ?? []), quality]);
    }
  }

  #move(
    { lotId, experiencerId }: { lotId: number; experiencerId: number },
    stage: ReportStage,
    quality?: number,
  ): void {
    const report = this.reportOf(lotId, experiencerId);
    if (report === undefined) throw new Error(`report ${lotId}/${experiencerId} was never committed`);
    report.stage = stage;
    report.quality = quality ?? report.quality;
  }
}

interface Offer {
  readonly lotId: number;
  readonly commodityId: number;
  readonly modelId: number;
  readonly lotCode: Hex;
  readonly lot: {
    readonly revision: number;
    readonly startEpoch: number;
    readonly epochs: number;
    readonly parameterCount: number;
    readonly feeBps: number;
    readonly claims: bigint;
    readonly sealedClaims: Hex;
  };
}
