/** What has to be undone, last thing first. */
export class Endings {
  readonly #endings: (() => void | Promise<void>)[] = [];
  #running: Promise<void> | undefined;

  add(end: () => void | Promise<void>): void {
    this.#endings.push(end);
  }

  /** Every ending is tried, whatever becomes of the others; a second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    const errors: unknown[] = [];
    for (let end = this.#endings.pop(); end !== undefined; end = this.#endings.pop()) {
      try {
        await end();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'not everything ended in good order');
  }
}
