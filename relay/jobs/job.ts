/** Something that the relay does by itself, again and again. Idempotent, and bounded in what one run does. */
export interface Job {
  /** Stable, in metrics and in the answer of a tick. */
  name: string;
  /**
   * @param now time of the chain's latest block
   * @returns how many things it did; 0 when nothing is due
   */
  run(now: number): Promise<number>;
  /** How many things are on their way and will come in a few seconds by themselves, such as a webhook; none if it is missing. */
  underWay?(): Promise<number>;
}
