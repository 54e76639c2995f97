import type { DemoAccount } from '../../app/config.ts';

/** Steps of the tour in their order; one whole cycle of a good. */
export const TOUR_STEPS = [
  'twin',
  'offer',
  'register',
  'buy',
  'settle',
  'commit',
  'close',
  'unseal',
  'reveal',
  'judge',
  'claim',
  'money',
] as const;

export type TourStep = (typeof TOUR_STEPS)[number];

/** Who does a step; undefined: anybody. */
export const PERSONA: Readonly<Partial<Record<TourStep, DemoAccount['role']>>> = {
  offer: 'producer',
  register: 'visitor',
  buy: 'visitor',
  // The relay tells only the buyer what has become of his order.
  settle: 'visitor',
  commit: 'visitor',
  unseal: 'producer',
  reveal: 'visitor',
  claim: 'visitor',
};

/** Steps in which only time has to pass. */
export const TIME_STEPS: ReadonlySet<TourStep> = new Set(['settle', 'close', 'judge']);

/** What chain, index, relay and this page know about the visitor's way. */
export interface TourFacts {
  /** A twin was opened since the tour began. */
  readonly sawTwin: boolean;
  /** A lot was offered by the tour's producer since it began. */
  readonly lotOffered: boolean;
  readonly isExperiencer: boolean;
  /** The visitor's order of that lot is paid (or further). */
  readonly bought: boolean;
  /** The statement with his order is on chain, so that he can prove the purchase. */
  readonly settled: boolean;
  readonly committed: boolean;
  /** The reveal window has begun. */
  readonly closing: boolean;
  readonly unsealed: boolean;
  readonly revealed: boolean;
  /** The round has a verdict and winners. */
  readonly judged: boolean;
  readonly claimed: boolean;
  /** The epoch's money flow was opened after the verdict. */
  readonly sawMoney: boolean;
}

const DONE_BY: Readonly<Record<TourStep, keyof TourFacts>> = {
  twin: 'sawTwin',
  offer: 'lotOffered',
  register: 'isExperiencer',
  buy: 'bought',
  settle: 'settled',
  commit: 'committed',
  close: 'closing',
  unseal: 'unsealed',
  reveal: 'revealed',
  judge: 'judged',
  claim: 'claimed',
  money: 'sawMoney',
};

/** The first step that is not done; null: all are. */
export function currentStep(facts: TourFacts): TourStep | null {
  return TOUR_STEPS.find((step) => !facts[DONE_BY[step]]) ?? null;
}

/** How many steps are done. */
export function stepsDone(step: TourStep | null): number {
  return step === null ? TOUR_STEPS.length : TOUR_STEPS.indexOf(step);
}
