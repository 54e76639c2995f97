import fc from 'fast-check';
import type { Snapshot } from '../../../protocol/validators/snapshot.ts';

/** Elections in which most candidates are eligible and most voters name some. */
export function snapshots(mostCandidates = 12, mostVoters = 20): fc.Arbitrary<Snapshot> {
  return fc
    .tuple(fc.integer({ min: 3, max: mostCandidates }), fc.integer({ min: 3, max: mostVoters }))
    .chain(([candidates, voters]) =>
      fc.record({
        term: fc.constant(1),
        rules: fc.record({
          seats: fc.integer({ min: 3, max: 8 }),
          minSelfBond: fc.constant(10n ** 18n),
          minPower: fc.constant(1n),
        }),
        candidates: fc
          .array(
            fc.record({
              running: fc.constantFrom(true, true, true, true, true, false),
              commissionBps: fc.integer({ min: 0, max: 2_000 }),
              bond: fc.constantFrom(10n ** 18n, 10n ** 18n, 5n * 10n ** 18n, 10n ** 18n - 1n),
              power: fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constant(0n)),
            }),
            { minLength: candidates, maxLength: candidates },
          )
          .map((all) => all.map((one, i) => ({ id: i + 1, ...one }))),
        voters: fc
          .array(
            fc.record({
              stake: fc.oneof(fc.bigInt({ min: 1n, max: 20n }), fc.bigInt({ min: 1n, max: 10n ** 24n })),
              targets: fc.uniqueArray(fc.integer({ min: 1, max: candidates }), { minLength: 1, maxLength: 16 }),
            }),
            { minLength: voters, maxLength: voters },
          )
          .map((all) =>
            all.map(({ stake, targets }, i) => ({ id: i + 1, stake, targets: targets.sort((a, b) => a - b) })),
          ),
      }),
    );
}
