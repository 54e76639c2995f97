import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitorTruths } from '../residents/truth.ts';

interface Saved {
  /** Which world it is true of. */
  readonly world: string;
  readonly truths: Record<string, readonly number[]>;
}

/** What visitors said is true of their lots; survives a restart, but not the world. */
export class TruthStore implements VisitorTruths {
  readonly #file: string;
  readonly #world: string;
  readonly #truths: Map<string, readonly number[]>;

  /** @param world something that differs from world to world */
  constructor(dataFolder: string, world: string) {
    this.#file = join(dataFolder, 'truths.json');
    this.#world = world;
    this.#truths = new Map(Object.entries(read(this.#file, world)));
  }

  find(commodityId: number, lotCode: string): readonly number[] | undefined {
    return this.#truths.get(keyOf(commodityId, lotCode));
  }

  put(commodityId: number, lotCode: string, values: readonly number[]): void {
    this.#truths.set(keyOf(commodityId, lotCode), [...values]);
    const saved: Saved = { world: this.#world, truths: Object.fromEntries(this.#truths) };
    mkdirSync(join(this.#file, '..'), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(saved, null, 2)}\n`);
  }
}

function keyOf(commodityId: number, lotCode: string): string {
  return `${commodityId}/${lotCode}`;
}

function read(file: string, world: string): Saved['truths'] {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Saved;
    return saved.world === world ? saved.truths : {};
  } catch {
    // None was ever said, or the file is damaged: then lots without truth are measured as if nothing had been said.
    return {};
  }
}
