import type { Address } from 'viem';
import { type LotSchedule, lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import type { Place } from './places.ts';
import { Visit } from './visit.ts';
import type { World } from './world.ts';

/** Who plays in it, one of each at a place. */
export interface Cast {
  /** English names of people of the demonstration. */
  readonly producer: string;
  readonly recommender: string;
  /** Index of an account that nobody in the demonstration has. */
  readonly visitor: number;
}

/** One whole cycle at one place: a producer, a recommender and a visitor, each in front of a browser of his own. */
export class Story {
  readonly place: Place;
  readonly producer: Visit;
  readonly recommender: Visit;
  readonly visitor: Visit;
  /** Accounts of visitor and recommender. */
  readonly you: Address;
  readonly payee: Address;
  lot = 0;
  schedule!: LotSchedule;
  /** The recommender's. */
  link = '';
  commission = 0n;
  /** Path of the page of the visitor's order. */
  orderPage = '';
  readonly #world: World;

  private constructor(
    world: World,
    place: Place,
    visits: readonly [Visit, Visit, Visit],
    you: Address,
    payee: Address,
  ) {
    this.#world = world;
    this.place = place;
    [this.producer, this.recommender, this.visitor] = visits;
    this.you = you;
    this.payee = payee;
  }

  static async begin(world: World, place: Place, cast: Cast): Promise<Story> {
    const visit = () => Visit.begin(world, place);
    const [producer, recommender, visitor] = await Promise.all([visit(), visit(), visit()]);
    const payee = await recommender.account('consumer', cast.recommender);
    await producer.goto('/produce');
    await producer.be(await producer.account('producer', cast.producer));
    await recommender.goto('/recommend');
    await recommender.be(payee);
    const you = await visitor.bringWallet(cast.visitor);
    return new Story(world, place, [producer, recommender, visitor], you, payee.address);
  }

  get visits(): readonly Visit[] {
    return [this.producer, this.recommender, this.visitor];
  }

  /** Takes a lot as the one that all is about. */
  async about(lot: number): Promise<void> {
    this.lot = lot;
    const { startEpoch, epochs } = await this.lotNow();
    this.schedule = lotSchedule((await this.visitor.config()).clock, startEpoch, epochs);
  }

  lotNow() {
    return this.#world.contracts.commodities.read.lotOf([this.lot]);
  }

  /** Number of the visitor as an experiencer. */
  experiencer(): Promise<number> {
    return this.#world.contracts.power.read.idOf([this.you]);
  }

  recommenderId(): Promise<number> {
    return this.#world.contracts.recommenders.read.idOf([this.payee]);
  }

  async report() {
    return this.#world.contracts.evaluations.read.reportOf([this.lot, await this.experiencer()]);
  }

  async reward(): Promise<bigint> {
    return this.#world.contracts.evaluations.read.rewardOf([this.lot, await this.experiencer()]);
  }
}
