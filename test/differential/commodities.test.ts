import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import type { Hex } from 'viem';
import { baseValue } from '../../protocol/experience/base-value.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { sealedClaimsHash } from '../../protocol/experience/sealed-claims-hash.ts';
import { unpackValues } from '../../protocol/experience/unpack-values.ts';
import { claimDeviation } from '../../protocol/grade/claim-deviation.ts';
import { lotGrade } from '../../protocol/grade/lot-grade.ts';
import { parameterGrade } from '../../protocol/grade/parameter-grade.ts';
import { gtinCheckDigit } from '../../protocol/identity/gtin-check-digit.ts';
import { lotCodeFromBytes20, lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { bytes32, int32, uint32 } from '../protocol/arbitraries.ts';

const SEED = 20261122;
const CASES = 500;
const PER_CALL = 50;
const MIN = -(2 ** 31);
const MAX = 2 ** 31 - 1;
/** Order of the Solidity enum. */
const DIRECTIONS = ['twoSided', 'atLeast', 'atMost'] as const;
/** `LotState` of Solidity. */
const STATES = { Trusted: 2, Flagged: 3 };
const EPOCH = 7 * 86_400;

/** Ends of int32 and small numbers often, anything else sometimes. */
const value = fc.oneof(
  fc.constantFrom(MIN, MIN + 1, -1, 0, 1, MAX - 1, MAX),
  fc.integer({ min: -300, max: 300 }),
  int32,
);
const tolerance = fc.oneof(fc.constantFrom(1, 127, 128, 129, 2 ** 32 - 1), fc.integer({ min: 1, max: 200 }), uint32);
const values = fc.array(value, { maxLength: 8 });
const range = fc.tuple(value, value).filter(([a, b]) => a !== b);
const parameter = fc.record({
  direction: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  decimals: fc.integer({ min: 0, max: 9 }),
  legal: range.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  tolerance: tolerance.map((t) => Math.max(t, 1)),
  critical: fc.boolean(),
  isSealed: fc.boolean(),
});
type Parameter = typeof parameter extends fc.Arbitrary<infer T> ? T : never;

const samples = <T>(arbitrary: fc.Arbitrary<T>, count = CASES) => fc.sample(arbitrary, { numRuns: count, seed: SEED });

const onChain = ({ legal: [legalMin, legalMax], ...rest }: Parameter, weightBps: number, i = 0) => ({
  ...rest,
  code: `0x${(0x41 + i).toString(16)}${'00'.repeat(11)}` as Hex,
  legalMin,
  legalMax,
  weightBps,
});

const directionOf = (parameter: Parameter) => DIRECTIONS[parameter.direction];

describe('commodities in Solidity and in TypeScript', () => {
  let connection: Awaited<ReturnType<typeof network.create>>;

  before(async () => {
    connection = await network.create();
  });

  /** Deploys a harness and gives its functions, which take one list per argument; a call gets few enough to have gas for them. */
  async function deploy(harness: string) {
    const { abi, address } = await connection.viem.deployContract(harness);
    const client = await connection.viem.getPublicClient();
    return async (functionName: string, ...lists: unknown[][]): Promise<unknown[]> => {
      const results: unknown[] = [];
      for (let from = 0; from < (lists[0] as unknown[]).length; from += PER_CALL) {
        const args = lists.map((list) => list.slice(from, from + PER_CALL));
        results.push(...((await client.readContract({ abi, address, functionName, args })) as unknown[]));
      }
      return results;
    };
  }

  describe('libraries', () => {
    let formulas: Awaited<ReturnType<typeof deploy>>;

    before(async () => {
      formulas = await deploy('CommoditiesFormulas');
    });

    it('measure the same deviations', async () => {
      const cases = samples(fc.record({ parameter, claim: value, found: value }));
      const given = await formulas(
        'deviations',
        cases.map((c) => onChain(c.parameter, 10_000)),
        cases.map((c) => c.claim),
        cases.map((c) => c.found),
      );
      expect(given).to.deep.equal(
        cases.map((c) => claimDeviation(c.claim, c.found, directionOf(c.parameter), c.parameter.tolerance)),
      );
    });

    it('give the same grades', async () => {
      const ds = [...Array.from({ length: 300 }, (_, d) => BigInt(d)), 2n ** 39n, 2n ** 256n - 1n];
      expect(await formulas('grades', ds)).to.deep.equal(ds.map(parameterGrade));
    });

    it('compute the same check digits', async () => {
      const gtins = samples(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }));
      gtins.push(0n, 10n, 99_999_999_999_999n);
      const expected = gtins.map((gtin) => gtinCheckDigit(String(gtin).padStart(14, '0').slice(0, -1)));
      expect(await formulas('checkDigits', gtins)).to.deep.equal(expected);
    });

    it('take the same lot codes', async () => {
      const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7f }).map((c) => String.fromCharCode(c)) });
      const code = fc.string({ unit: fc.constantFrom(...'AZaz09.-/_!"?&%+'), minLength: 1, maxLength: 20 });
      const texts = [...samples(code), ...samples(ascii), '', '.', '..', '...', 'A'.repeat(20)];
      const raw = samples(fc.uint8Array({ minLength: 20, maxLength: 20 }));
      const codes = [...texts.map(padded), ...raw.map((bytes) => `0x${Buffer.from(bytes).toString('hex')}` as Hex)];
      const accepted = codes.map((bytes) => {
        try {
          return lotCodeToBytes20(lotCodeFromBytes20(bytes)) === bytes;
        } catch {
          return false;
        }
      });
      expect(accepted.filter(Boolean).length).to.be.greaterThan(CASES - 50);
      const given = await formulas('areLotCodes', codes);
      expect(codes.filter((_, i) => given[i] !== accepted[i])).to.deep.equal([]);
    });

    it('pack and unpack the same values', async () => {
      const lists = [...samples(values), new Array(8).fill(MIN), new Array(8).fill(MAX), new Array(8).fill(-1)];
      const words = lists.map(packValues);
      expect(await formulas('pack', lists)).to.deep.equal(words);
      const unpacked = await formulas(
        'unpack',
        words,
        lists.map((list) => BigInt(list.length)),
      );
      expect(unpacked).to.deep.equal(lists);
      expect(words.map((word, i) => unpackValues(word, (lists[i] as number[]).length))).to.deep.equal(lists);
    });
  });

  describe('twins', () => {
    let formulas: Awaited<ReturnType<typeof deploy>>;

    before(async () => {
      formulas = await deploy('TwinFormulas');
    });

    it('come to the same verdict', async () => {
      const measured = fc.record({ parameter, claim: value, found: value, weight: fc.integer({ min: 1, max: 1_200 }) });
      const lots = samples(fc.array(measured, { minLength: 1, maxLength: 8 })).map((lot) => {
        const others = lot.slice(1).reduce((sum, { weight }) => sum + weight, 0);
        return lot.map((part, i) => (i === 0 ? { ...part, weight: 10_000 - others } : part));
      });
      const given = await formulas(
        'verdicts',
        lots.map((lot) => lot.map((part, i) => onChain(part.parameter, part.weight, i))),
        lots.map((lot) => packValues(lot.map(({ claim }) => claim))),
        lots.map((lot) => packValues(lot.map(({ found }) => found))),
      );
      const expected = lots.map((lot) => {
        const graded = lot.map(({ parameter, claim, found, weight }) => ({
          claim,
          consensus: found,
          direction: directionOf(parameter),
          tolerance: parameter.tolerance,
          weightBps: weight,
          critical: parameter.critical,
          legalMin: parameter.legal[0],
          legalMax: parameter.legal[1],
        }));
        const { grades, overall, state } = lotGrade(graded);
        const isContested = ({ parameter, claim, found }: (typeof lot)[number]) =>
          parameter.isSealed && Math.abs(found - claim) > parameter.tolerance;
        return {
          state: STATES[state],
          consensus: lot.map(({ found }) => found),
          claims: lot.map(({ claim }) => claim),
          grades: grades.map(Number),
          overallBps: Number(overall),
          reports: 0,
          effectiveReports: 0n,
          contested: lot.reduce((bits, part, i) => bits | (isContested(part) ? 1 << i : 0), 0),
        };
      });
      expect(new Set(expected.map(({ state }) => state)).size).to.equal(2);
      expect(given).to.deep.equal(expected);
    });

    it('compare reports with the same base', async () => {
      const known = fc.record({
        value,
        previousValue: value,
        decimals: fc.integer({ min: 0, max: 2 }),
        previousDecimals: fc.integer({ min: 0, max: 2 }),
        closingEpoch: fc.integer({ min: 0, max: 6 }),
        previousClosingEpoch: fc.integer({ min: 0, max: 6 }),
        lotId: fc.constant(0),
      });
      const one = fc.record({
        parameter: fc.record({ parameter, decimals: fc.integer({ min: 0, max: 2 }) }).map((p) => ({
          ...p.parameter,
          decimals: p.decimals,
        })),
        // What was learned before is always from an earlier epoch, or nothing is known at all.
        known: known.map((k) =>
          k.closingEpoch === 0
            ? { ...k, previousClosingEpoch: 0 }
            : { ...k, previousClosingEpoch: k.previousClosingEpoch % k.closingEpoch },
        ),
        closing: fc.integer({ min: 1, max: 7 }),
        claim: value,
      });
      const cases = samples(one, 2 * CASES);
      const given = await formulas(
        'bases',
        cases.map(({ parameter, ...rest }) => ({ ...rest, parameter: onChain(parameter, 10_000) })),
      );
      const expected = cases.map(({ parameter, known, closing, claim }) => {
        const history = [
          { epoch: known.closingEpoch, decimals: known.decimals, value: known.value },
          { epoch: known.previousClosingEpoch, decimals: known.previousDecimals, value: known.previousValue },
        ];
        const last = history.find(({ epoch }) => epoch > 0 && epoch < closing);
        return baseValue({
          lastConsensus: last?.decimals === parameter.decimals ? last.value : undefined,
          openClaim: parameter.isSealed ? undefined : claim,
          legalMin: parameter.legal[0],
          legalMax: parameter.legal[1],
        });
      });
      expect(given).to.deep.equal(expected);
    });
  });

  describe('seals', () => {
    const LOTS = ['A', 'lot-2', 'ABCDEFGHIJKLMNOPQRST'].map(lotCodeToBytes20);

    /** Two commodities with the same three lots each, in the window in which seals are opened. */
    async function offered() {
      const { viem, networkHelpers } = connection;
      const [wallet] = await viem.getWalletClients();
      const producer = (wallet as NonNullable<typeof wallet>).account.address;
      const genesis = await networkHelpers.time.latest();
      const access = await viem.deployContract('AccessManager', [producer]);
      const asset = await viem.deployContract('FaucetToken');
      const models = await viem.deployContract('QualityModels', [access.address, asset.address, genesis, EPOCH]);
      const twins = await viem.deployContract('Twins');
      const commodities = await viem.deployContract(
        'Commodities',
        [access.address, asset.address, models.address, genesis, EPOCH],
        { libraries: { Twins: twins.address } },
      );
      await commodities.write.appointEvaluations([producer]);
      await asset.write.drip([producer, 10n ** 12n]);
      for (const { address } of [models, commodities]) await asset.write.approve([address, 10n ** 12n]);
      const document = `0x${'11'.repeat(32)}` as Hex;
      const sealedOnly: Parameter = {
        direction: 0,
        decimals: 0,
        legal: [MIN, MAX],
        tolerance: 1,
        critical: false,
        isSealed: true,
      };
      await models.write.publish([document, [onChain(sealedOnly, 5_000, 0), onChain(sealedOnly, 5_000, 1)]]);
      for (let i = 0; i < 2; i++) await commodities.write.list([1, 0n, 1_500, 0, document]);
      for (const id of [1, 2]) await commodities.write.topUpBond([id, 10n ** 11n]);
      const chainId = await (await viem.getPublicClient()).getChainId();
      const base = { chainId, commodities: commodities.address };
      return { commodities, networkHelpers, genesis, base, document };
    }

    it('have the same hash', async () => {
      const { commodities, networkHelpers, genesis, base, document } = await offered();
      const seal = fc.record({ values: fc.tuple(value, value), salt: bytes32 });
      const lots = [1, 2].flatMap((commodityId) => LOTS.map((lotCode) => ({ commodityId, lotCode })));
      const seals = samples(seal, lots.length).map((one, i) => ({ ...(lots[i] as (typeof lots)[number]), ...one }));
      for (const { commodityId, lotCode, values, salt } of seals) {
        await commodities.write.offer([
          {
            commodityId,
            revision: 1,
            lotCode,
            units: 1,
            startEpoch: 0,
            epochs: 1,
            openClaims: [],
            sealedClaims: sealedClaimsHash({ ...base, commodityId, lotCode, values, salt }),
            documentDigest: document,
          },
        ]);
      }
      await networkHelpers.time.increaseTo(genesis + 4 * EPOCH);

      // A refused opening says which hash the contract has computed.
      const openings = samples(fc.record({ lotId: fc.nat(lots.length - 1), values, salt: bytes32 }), 200);
      for (const { lotId, values, salt } of openings) {
        const lot = lots[lotId] as (typeof lots)[number];
        const given = sealedClaimsHash({ ...base, ...lot, values, salt });
        const refusal = await commodities.simulate.unseal([lotId, values, salt]).then(
          () => expect.fail('a wrong opening was taken'),
          (error: Error) => error.message,
        );
        expect(refusal).to.include('SealMismatch').and.to.include(given);
      }
      for (const [lotId, { values, salt }] of seals.entries()) {
        await commodities.write.unseal([lotId, values, salt]);
        expect((await commodities.read.lotOf([lotId])).claims).to.equal(packValues(values));
      }
    });
  });
});

/** The first 20 bytes of a text, zeros behind. */
function padded(text: string): Hex {
  const bytes = new Uint8Array(20);
  bytes.set(new TextEncoder().encode(text).slice(0, 20));
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
