/** Where a press is: what has to be done before, then the transaction from its check to the index. */
export type PressStep = 'before' | 'simulate' | 'permit' | 'sign' | 'wait' | 'index';

export interface PressState {
  /** Null: nothing is under way. */
  readonly step: PressStep | null;
  /** With which the last press ended; null: it ended well, or there was none. */
  readonly error: unknown;
}

export interface Pressed<T> {
  readonly result: T;
  /** The button rests only when this has resolved: the page shows by then what has come of it. */
  readonly shown: Promise<unknown>;
}

interface Press<T> {
  readonly first: PressStep;
  /** Everything that a press does. It gets no news of the page: what was there when the button was pressed counts. */
  readonly work: (tell: (step: PressStep) => void) => Promise<Pressed<T>>;
  readonly onDone?: ((result: T) => void) | undefined;
  /** Hears of an error when nobody watches any more: the button is gone. */
  readonly onUnseen: (error: unknown) => void;
}

const RESTING: PressState = { step: null, error: null };

/** The presses of one button, one after the other. None ends in silence: it gives its result, or an error to watchers or `onUnseen`. */
export class Presses {
  #state = RESTING;
  readonly #watchers = new Set<() => void>();

  /** The same object as long as nothing has changed. */
  readonly state = (): PressState => this.#state;

  readonly watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  };

  /** Does nothing while another press is under way. Resolves when it has ended, however it did. */
  async press<T>({ first, work, onDone, onUnseen }: Press<T>): Promise<void> {
    if (this.#state.step !== null) return;
    this.#set({ step: first, error: null });
    try {
      const { result, shown } = await work((step) => this.#set({ step, error: null }));
      onDone?.(result);
      await shown;
      this.#set(RESTING);
    } catch (error) {
      this.#set({ step: null, error });
      if (this.#watchers.size === 0) onUnseen(error);
    }
  }

  #set(state: PressState): void {
    this.#state = state;
    for (const changed of this.#watchers) changed();
  }
}
