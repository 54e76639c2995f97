import type { Hex } from 'viem';
import type { Vote } from '../../../protocol/court/vote-commitment.ts';
import { documentDigest } from '../../../protocol/documents/document-digest.ts';
import {
  type OnChainParameter,
  toOnChainParameters,
} from '../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { Leaf } from '../../../protocol/platforms/leaf.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { ElectionSolution } from '../../../protocol/validators/solution.ts';
import { householdModel } from '../../../scripts/cycle/household-model.ts';
import type { Random } from '../../../scripts/cycle/random.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { type Actor, type Commune, fund, sent } from '../../../scripts/local/deploy-local.ts';
import { listCommodity, type OfferedLot, publishModel } from '../../../scripts/local/offer.ts';
import type { DraftReport } from '../../../scripts/local/report.ts';
import type { Settled } from '../../../scripts/local/settle.ts';
import type { World } from '../../../scripts/seed/world.ts';
import type { Decision } from './decisions.ts';

/** What becomes of a lot. */
export type Story =
  | 'honest'
  | 'flagged'
  /** Too few reports. */
  | 'few'
  /** Reports are revealed, the seal stays closed. */
  | 'sealed'
  /** Nobody reveals anything. */
  | 'silent'
  /** Nobody nominates anybody. */
  | 'unnominated'
  /** Its leaf is opened after scoring. */
  | 'late';

export interface Tester {
  readonly id: number;
  readonly actor: Actor;
}

export interface Purchase {
  readonly receipt: Receipt;
  readonly salt: Hex;
  readonly tester: Tester | null;
}

export interface RunLot extends OfferedLot {
  readonly story: Story;
  /** Index of the commodity. */
  readonly commodity: number;
  /** In which its round is scored; null: a court has to rule first. */
  scoringEpoch: number | null;
  readonly startEpoch: number;
  readonly closingEpoch: number;
  readonly truth: readonly number[];
  readonly purchases: Purchase[];
  readonly drafts: { readonly tester: Tester; readonly draft: DraftReport }[];
}

/** A statement with the leaves that were held back. */
export interface RunStatement {
  readonly platformId: number;
  readonly settled: Settled;
  readonly heldBack: { readonly lotId: number; readonly nomineeId: number; readonly until: number }[];
}

/** A challenge of a receipt that is neither answered nor slashed yet. */
export interface OpenChallenge {
  readonly receipt: Receipt;
  /** First epoch in whose end the challenger thinks of it; none: he forgets. */
  readonly slashFrom: number;
}

/** A demand for a leaf that is neither answered nor slashed yet. */
export interface OpenDemand {
  readonly leaf: Leaf;
  /** Nobody closes it before its deadline, though the leaf is open. */
  readonly isLate: boolean;
  /** The challenger never thinks of it again. */
  readonly isForgotten: boolean;
}

/** Who acts in the long run beside the seeded world, and what they did. */
export interface Crowd {
  readonly commune: Commune;
  readonly random: Random;
  readonly testers: Tester[];
  readonly expert: Actor;
  readonly producer: Actor;
  readonly modelId: number;
  readonly commodityIds: readonly number[];
  readonly parameters: readonly OnChainParameter[];
  readonly lots: RunLot[];
  readonly statements: RunStatement[];
  /** Platforms that settle here; the second is admitted on the way. */
  readonly platformIds: number[];
  readonly challenges: OpenChallenge[];
  readonly demands: OpenDemand[];
  /** Leaves that a platform was slashed for. */
  readonly lostLeaves: Leaf[];
  /** Orders for which a platform was shown to have signed two receipts. */
  readonly contradictions: Pick<Receipt, 'platformId' | 'orderId'>[];
  /** Solutions of elections of the run by their terms, in pages. */
  readonly elected: Map<number, readonly ElectionSolution[]>;
  /** Rounds that were challenged. */
  readonly rounds: ChallengedRound[];
  /** What juries are to rule, by dispute and round. */
  readonly courses: Map<number, readonly number[]>;
  /** Disputes in which nothing more is done. */
  readonly neglected: Set<number>;
  /** Votes that are to be revealed, by dispute and round. */
  readonly ballots: Map<string, readonly Vote[]>;
  /** Who may have power to vote on what the commune decides. */
  readonly electors: readonly Actor[];
  /** What was proposed to the commune in the run. */
  readonly decisions: Decision[];
}

export interface ChallengedRound {
  readonly lot: RunLot;
  readonly caseId: bigint;
  /** What juries are to rule; nothing: it never comes before one. */
  readonly course: readonly number[];
}

const FIRST_TESTER = 100;
const TESTERS = 12;
/** Registers only when others have nominated him for a while. */
export const LATECOMER = FIRST_TESTER + TESTERS;
const EXPERT = 120;
const PRODUCER = 121;
/** Takes over the expert's model. */
export const HEIR = 122;
/** Challenges and demands. */
export const CHALLENGER = 130;
/** Shows receipts that contradict each other. */
export const AUDITOR = 131;
/** Keys that platforms change to. */
export const SIGNERS = [132, 133, 134] as const;
/** Takes over the second platform. */
export const NEW_OPERATOR = 135;
/** Takes over a recommender's id. */
export const NEW_RECOMMENDER = 136;
const FUNDS = 10n ** 12n;

/** Registers testers, publishes a model and lists two commodities under it. */
export async function gather({ commune, people }: World, random: Random): Promise<Crowd> {
  const [expert, producer] = [commune.actor(EXPERT), commune.actor(PRODUCER)];
  for (const payer of [expert, producer, commune.actor(HEIR)]) await fund(commune, payer, FUNDS);
  const testers: Tester[] = [];
  for (let i = 0; i < TESTERS; i++) testers.push(await register(commune, FIRST_TESTER + i));
  const parameters = toOnChainParameters(householdModel);
  const modelId = await publishModel(commune, expert, documentDigest(householdModel), parameters);
  const commodityIds: number[] = [];
  for (const commissionBps of [500, 0]) {
    // Nobody serves this document: it stays null.
    const unserved = documentDigest({ commissionBps });
    const terms = { modelId, gtin: 0n, feeBps: 1_500, commissionBps, documentDigest: unserved };
    commodityIds.push(await listCommodity(commune, producer, terms));
  }
  return {
    commune,
    random,
    testers,
    expert,
    producer,
    modelId,
    commodityIds,
    parameters,
    lots: [],
    statements: [],
    platformIds: [commune.platformId],
    challenges: [],
    demands: [],
    lostLeaves: [],
    contradictions: [],
    elected: new Map(),
    rounds: [],
    courses: new Map(),
    neglected: new Set(),
    ballots: new Map(),
    electors: [...testers, ...people.jurors, ...people.experiencers].map(({ actor }) => actor),
    decisions: [],
  };
}

/** Makes an account of the chain an experiencer without profile. */
export async function register(commune: Commune, index: number): Promise<Tester> {
  const actor = commune.actor(index);
  const { power } = commune.contracts;
  await fund(commune, actor, FUNDS);
  const none = `0x${'00'.repeat(32)}` as const;
  await sent(commune, 'register', power.write.register([none], { account: actor.account }));
  return { id: await power.read.idOf([actor.account.address]), actor };
}

/** Whoever sends what anybody may. */
export function keeper(commune: Commune) {
  return { account: commune.actor(accountIndex.keeper).account };
}
