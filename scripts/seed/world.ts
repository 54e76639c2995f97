import type { Address, Hex } from 'viem';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { QualityModelDocument } from '../../protocol/documents/quality-model/types.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { Random } from '../cycle/random.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { OfferedLot } from '../local/offer.ts';
import type { DraftReport } from '../local/report.ts';
import type { Settled } from '../local/settle.ts';
import type { SeedCommodity, SeedLot, SeedModel } from './catalogue/types.ts';
import type { CheatedReceipts } from './dishonest-platform.ts';
import type { DocumentStore } from './document-store.ts';
import type { OrderTimes } from './order-times.ts';
import type { People, Person, Tester } from './people.ts';
import type { ReportDocument } from './report-document.ts';

export interface Model {
  readonly seed: SeedModel;
  readonly modelId: number;
  readonly digest: Hex;
  /** As published: with the author's account. */
  readonly document: QualityModelDocument;
  readonly parameters: readonly OnChainParameter[];
}

export interface Commodity {
  readonly seed: SeedCommodity;
  readonly commodityId: number;
  readonly producer: Person;
  readonly model: Model;
}

/** One order line. */
export interface Sale {
  readonly lot: Lot;
  /** Names the epoch in which it is completed. */
  readonly receipt: Receipt;
  readonly buyer: Address;
  /** Whose commitment is in the receipt, if he is one of the experiencers. */
  readonly tester: Tester | null;
  /** Of the buyer's commitment. */
  readonly salt: Hex;
  /** From which the buyer's wallet derives the salt. */
  readonly nonce: Hex;
  readonly times: OrderTimes;
}

/** What an experiencer measured. Public once it is revealed. */
export interface TestReport {
  readonly tester: Tester;
  readonly sale: Sale;
  readonly draft: DraftReport;
  readonly document: ReportDocument;
  /** Epoch in which it is committed; `null`: it is left to the visitor or to the residents. */
  readonly commitIn: number | null;
  committed: boolean;
}

export interface Lot extends OfferedLot {
  readonly seed: SeedLot;
  readonly commodity: Commodity;
  /** Of the round: reveal, unseal, tally. */
  readonly closingEpoch: number;
  /** The one after it, and later where a court has to rule first. */
  readonly scoringEpoch: number;
  readonly reports: TestReport[];
}

/** Everything that the seed made, with what is known of it outside the chain. */
export interface World {
  readonly commune: Commune;
  readonly random: Random;
  readonly documents: DocumentStore;
  readonly people: People;
  readonly models: Model[];
  readonly commodities: Commodity[];
  /** The position is the lot id. */
  readonly lots: Lot[];
  readonly sales: Sale[];
  /** By epoch. */
  readonly statements: Map<number, Settled>;
  /** Qualities of all scored reports by experiencer: his public record. */
  readonly records: Map<number, number[]>;
  /** Numbers of those who stand for election, by the index of their account. */
  readonly candidates: Map<number, number>;
  /** Candidates who can vote in the case that is open now. */
  readonly jury: number[];
  /** Ids of what was proposed to the commune, by key of the catalogue. */
  readonly proposals: Map<string, bigint>;
  /** Number of the platform that cheats; 0 before it was admitted. */
  cornerMarketId: number;
  /** What it has signed, once it has cheated. */
  cheatedReceipts: CheatedReceipts | null;
}
