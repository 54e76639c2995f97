import fc from 'fast-check';
import type { Hex } from 'viem';
import { type EncodedSolution, encodeSolution } from '../../protocol/validators/encode-solution.ts';
import type { Snapshot } from '../../protocol/validators/snapshot.ts';

const random = fc.sample(fc.integer({ min: 0, max: 2 ** 31 - 1 }), 100_000);
let drawn = 0;

/** A random number below a limit. */
export const below = (limit: number): number => (random[drawn++ % random.length] as number) % limit;

/** One thing about a good solution is changed; some changes leave it good. */
export function spoil(good: EncodedSolution, { candidates, voters }: Snapshot): EncodedSolution {
  const winners = [...good.winners];
  switch (below(9)) {
    case 0:
      return { ...good, edges: flip(good.edges) };
    case 1:
      return { ...good, voters: flip(good.voters) };
    case 2:
      return { ...good, edges: good.edges.slice(0, -2 * (1 + below(3))) as Hex };
    case 3:
      return { ...good, edges: `${good.edges}${'00'.repeat(1 + below(3))}` };
    case 4:
      return { ...good, voters: good.voters.slice(0, -2 * (1 + below(8))) as Hex };
    case 5:
      winners[below(winners.length)] = 1 + below(candidates.length + 1);
      return { ...good, winners };
    case 6:
      return { ...good, winners: winners.slice(0, -1) };
    case 7:
      winners.splice(below(winners.length), 1);
      return { ...good, winners: [...winners, 1 + below(candidates.length)].sort((a, b) => a - b) };
    default: {
      // Everybody behind the first of his nominations who wins, with stakes as they are.
      const split = voters.flatMap(({ id, stake, targets }) => {
        const lane = targets.findIndex((target) => winners.includes(target));
        return lane < 0
          ? []
          : { id, edges: [{ lane, winner: winners.indexOf(targets[lane] as number), amount: stake }] };
      });
      return encodeSolution({ winners, voters: split });
    }
  }
}

function flip(bytes: Hex): Hex {
  const at = 2 + 2 * below(bytes.length / 2 - 1);
  const byte = below(3) === 0 ? below(256) : below(4);
  return `${bytes.slice(0, at)}${byte.toString(16).padStart(2, '0')}${bytes.slice(at + 2)}` as Hex;
}
