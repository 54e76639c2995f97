import { block, type Case, emit } from './case.ts';
import {
  at,
  cid,
  clock,
  commodity,
  digest,
  finalized,
  id,
  keeper,
  lot,
  model,
  producer,
  proven,
  suspended,
  unproven,
  world,
} from './fixtures.ts';

const TRUSTED = 2;
const FLAGGED = 3;
/** Of a round. */
const VOIDED = 4;

/** What the standing is after lots were judged in this order. */
function standing(name: string, lots: number, judged: Parameters<typeof block>[1][], expected: object): Case {
  return {
    name: `commodities: ${name}`,
    blocks: [block(at(0), ...world(lots)), ...judged.map((event, i) => block(at(9, i), event))],
    assertions: [
      {
        query: `{ commodity(id: "${id(1)}") { standing lastJudgedLot { number } lastProvenLot { number } lastGradeBps judgedLots(orderBy: number) { number } } }`,
        expected: { commodity: expected },
      },
    ],
  };
}

const numbers = (...list: number[]) => list.map((number) => ({ number }));

export const commodityCases: Case[] = [
  {
    name: 'commodities: listed without and with a GTIN, rates of zero, more bond, retired',
    blocks: [
      block(at(0), clock(), ...model(), commodity(1), commodity(2, 9_521_001_000_178n)),
      block(at(1), emit('commodities', 'TermsSet', { commodityId: 1, feeBps: 2_000, commissionBps: 0 })),
      block(at(2), emit('commodities', 'BondChanged', { commodityId: 1, bond: 900n })),
      block(at(3), emit('commodities', 'CommodityRetired', { commodityId: 1 })),
    ],
    assertions: [
      {
        query: `{ commodities(orderBy: number) { number gtin producer { id } feeBps commissionBps bond retired standing lastGradeBps documentCid }
          commodity(id: "${id(1)}") { changes(orderBy: timestamp) { kind feeBps commissionBps bond } } model(id: "${id(1)}") { commodityCount } }`,
        expected: {
          commodities: [
            {
              number: 1,
              gtin: null,
              producer: { id: producer },
              feeBps: 2000,
              commissionBps: 0,
              bond: '900',
              retired: true,
              standing: 'NEW',
              lastGradeBps: null,
              documentCid: cid(101),
            },
            {
              number: 2,
              gtin: '09521001000178',
              producer: { id: producer },
              feeBps: 1500,
              commissionBps: 0,
              bond: '500',
              retired: false,
              standing: 'NEW',
              lastGradeBps: null,
              documentCid: cid(102),
            },
          ],
          commodity: {
            changes: [
              { kind: 'LISTED', feeBps: 1500, commissionBps: 0, bond: '500' },
              { kind: 'TERMS_SET', feeBps: 2000, commissionBps: 0, bond: null },
              { kind: 'BOND_CHANGED', feeBps: null, commissionBps: null, bond: '900' },
              { kind: 'RETIRED', feeBps: null, commissionBps: null, bond: null },
            ],
          },
          model: { commodityCount: 2 },
        },
      },
    ],
  },
  {
    name: 'commodities: a lot, number 0, with a negative open claim and a sealed one that turns out to be zero',
    blocks: [
      block(at(1), ...world(1)),
      block(at(5, 1), emit('commodities', 'LotUnsealed', { lotId: 0, claims: [-3, 0], salt: digest(1) })),
    ],
    assertions: [
      {
        query: `{ lot(id: "${id(0)}") { number lotCode ordinal startEpoch saleEndEpoch closingEpoch state gradeBps pot unsealed unsealedAt sealCharge evaluations
          round { state committed closingEpoch { number } } claims(orderBy: position) { id code sealed claim consensus base contested } }
          commodity(id: "${id(1)}") { lotCount pledged lastClosingEpoch } epoch(id: "${id(1)}") { lotsOffered } }`,
        expected: {
          lot: {
            number: 0,
            lotCode: 'L-0',
            ordinal: 1,
            startEpoch: 1,
            saleEndEpoch: 2,
            closingEpoch: 5,
            state: 'OFFERED',
            gradeBps: null,
            pot: '0',
            unsealed: true,
            unsealedAt: `${at(5, 1)}`,
            sealCharge: '50',
            evaluations: keeper,
            round: { state: 'OPEN', committed: 0, closingEpoch: { number: 5 } },
            claims: [
              {
                id: '0x0000000000',
                code: 'MOISTURE',
                sealed: false,
                claim: -3,
                consensus: null,
                base: null,
                contested: false,
              },
              {
                id: '0x0000000001',
                code: 'ASH',
                sealed: true,
                claim: 0,
                consensus: null,
                base: null,
                contested: false,
              },
            ],
          },
          commodity: { lotCount: 1, pledged: '50', lastClosingEpoch: 5 },
          epoch: { lotsOffered: 1 },
        },
      },
    ],
  },
  {
    name: 'commodities: a verdict with a grade of zero points is not one without a grade',
    blocks: [block(at(1), ...world(1)), block(at(6), proven(0, FLAGGED, 0, 2))],
    assertions: [
      {
        query: `{ lot(id: "${id(0)}") { state gradeBps reports effectiveReports concludedAt claims(orderBy: position) { consensus gradeBps contested } }
          commodity(id: "${id(1)}") { standing lastGradeBps lastReports flaggedLots pledged } }`,
        expected: {
          lot: {
            state: 'FLAGGED',
            gradeBps: 0,
            reports: 7,
            effectiveReports: '700',
            concludedAt: `${at(6)}`,
            claims: [
              { consensus: -3, gradeBps: 10000, contested: false },
              { consensus: 500, gradeBps: 0, contested: true },
            ],
          },
          commodity: { standing: 'FLAGGED', lastGradeBps: 0, lastReports: 7, flaggedLots: 1, pledged: '0' },
        },
      },
    ],
  },
  {
    name: 'commodities: a lot without a verdict says nothing, a suspended one does',
    blocks: [
      block(at(1), ...world(3)),
      block(at(6), unproven(0)),
      block(at(7), proven(1, TRUSTED)),
      block(at(8), ...suspended(2), finalized(2, VOIDED, 50n)),
    ],
    assertions: [
      {
        query: `{ lots(orderBy: number) { state gradeBps reports charged } commodity(id: "${id(1)}") { standing lastJudgedLot { number } lastProvenLot { number } trustedLots unprovenLots suspendedLots bond pledged } }`,
        expected: {
          lots: [
            { state: 'UNPROVEN', gradeBps: null, reports: 3, charged: '0' },
            { state: 'TRUSTED', gradeBps: 9000, reports: 7, charged: '0' },
            { state: 'SUSPENDED', gradeBps: null, reports: 0, charged: '50' },
          ],
          commodity: {
            standing: 'FLAGGED',
            lastJudgedLot: { number: 2 },
            lastProvenLot: { number: 1 },
            trustedLots: 1,
            unprovenLots: 1,
            suspendedLots: 1,
            bond: '450',
            pledged: '0',
          },
        },
      },
    ],
  },
  standing(
    'more than four good lots forget a bad one',
    6,
    [proven(0, FLAGGED), ...[1, 2, 3, 4].map((i) => proven(i, TRUSTED, 9_000 + i))],
    {
      standing: 'TRUSTED',
      lastJudgedLot: { number: 4 },
      lastProvenLot: { number: 4 },
      lastGradeBps: 9004,
      judgedLots: numbers(1, 2, 3, 4),
    },
  ),
  standing(
    'one bad lot among the last four is mixed',
    4,
    [proven(0, TRUSTED), proven(1, FLAGGED), proven(2, TRUSTED), proven(3, TRUSTED)],
    {
      standing: 'MIXED',
      lastJudgedLot: { number: 3 },
      lastProvenLot: { number: 3 },
      lastGradeBps: 9000,
      judgedLots: numbers(0, 1, 2, 3),
    },
  ),
  standing(
    'two bad ones flag it',
    4,
    [proven(0, FLAGGED), proven(1, FLAGGED), proven(2, TRUSTED), proven(3, TRUSTED)],
    {
      standing: 'FLAGGED',
      lastJudgedLot: { number: 3 },
      lastProvenLot: { number: 3 },
      lastGradeBps: 9000,
      judgedLots: numbers(0, 1, 2, 3),
    },
  ),
  standing(
    'concluding in another order is the same',
    6,
    [
      proven(5, TRUSTED, 8_000),
      proven(1, TRUSTED),
      proven(4, TRUSTED),
      proven(0, FLAGGED),
      proven(2, TRUSTED),
      proven(3, TRUSTED),
    ],
    {
      standing: 'TRUSTED',
      lastJudgedLot: { number: 5 },
      lastProvenLot: { number: 5 },
      lastGradeBps: 8000,
      judgedLots: numbers(2, 3, 4, 5),
    },
  ),
  {
    name: 'commodities: of lots that close together the later one counts',
    blocks: [
      block(at(1), clock(), ...model(), commodity(), lot(0, 1), lot(1, 2)),
      block(at(6), proven(1, FLAGGED, 100)),
      block(at(7), proven(0, TRUSTED)),
    ],
    assertions: [
      {
        query: `{ commodity(id: "${id(1)}") { standing lastJudgedLot { number } lastGradeBps } }`,
        expected: { commodity: { standing: 'FLAGGED', lastJudgedLot: { number: 1 }, lastGradeBps: 100 } },
      },
    ],
  },
  {
    name: 'commodities: what governance decides',
    blocks: [
      block(
        at(0),
        emit('commodities', 'CommodityBondSet', { previous: 0n, current: 500n }),
        emit('commodities', 'UnsealChargeSet', { previousBps: 0n, currentBps: 2_500n }),
        emit('commodities', 'EvaluationsAppointed', { evaluations: keeper }),
      ),
    ],
    assertions: [
      {
        query:
          '{ protocol(id: "0x00") { commodityBond unsealChargeBps } appointments { role account appointed } parameterChanges(orderBy: current) { name current } }',
        expected: {
          protocol: { commodityBond: '500', unsealChargeBps: 2500 },
          appointments: [{ role: 'evaluations', account: keeper, appointed: true }],
          parameterChanges: [
            { name: 'commodityBond', current: '500' },
            { name: 'unsealChargeBps', current: '2500' },
          ],
        },
      },
    ],
  },
];
