import type { Hex } from 'viem';
import { addressOf, block, type Case, type Event, emit } from './case.ts';
import { bonded, DEMAND, NOBODYS_NUMBER, PLEDGE, slashed } from './case-events.ts';
import { admit, alice, at, bob, digest, id, keeper, register, statement, world } from './fixtures.ts';

const LOT = 0;
const NOMINEE = 1;
const RECOMMENDER = 2;
const [LOT_LEAF, NOMINEE_LEAF, RECOMMENDER_LEAF, NOBODYS_LEAF] = [71, 72, 73, 74].map(digest) as [Hex, Hex, Hex, Hex];

/** Of the statement of platform 1 for epoch 1. */
function demanded(leafId: Hex, kind: number, lotId: number, payeeId: number, deadline = at(3, 600)): Event {
  const pledge = { challenger: bob, pledge: PLEDGE, deadline };
  const leaf = [1, 1, kind, lotId, payeeId];
  return emit('demands', 'LeafDemanded', { platformId: 1, epoch: 1, leafId, leaf, ...pledge });
}

const answered = (leafId: Hex, absent: boolean, late: boolean) =>
  emit('demands', 'DemandAnswered', { platformId: 1, epoch: 1, leafId, by: keeper, absent, late });
const lost = (leafId: Hex) => slashed(DEMAND, leafId, 200n, 100n);
const movement = { amount: `${PLEDGE}`, contract: addressOf('demands') };

export const demandCases: Case[] = [
  {
    name: 'demands: every kind of leaf, answered, absent, and late',
    blocks: [
      block(at(0), ...world(1), admit(), register(1, alice)),
      block(at(2), statement(1)),
      block(at(3), demanded(LOT_LEAF, LOT, 0, 0)),
      block(at(3, 1), demanded(NOMINEE_LEAF, NOMINEE, 0, 1)),
      block(at(3, 2), demanded(RECOMMENDER_LEAF, RECOMMENDER, 0, NOBODYS_NUMBER)),
      block(at(3, 3), demanded(NOBODYS_LEAF, RECOMMENDER, 0, 0)),
      block(at(3, 100), answered(LOT_LEAF, false, false)),
      block(at(3, 200), answered(RECOMMENDER_LEAF, true, false)),
      block(at(3, 700), answered(NOMINEE_LEAF, false, true)),
      block(at(3, 800), emit('demands', 'PledgesCollected', { platformId: 1, to: keeper, amount: PLEDGE })),
      block(at(3, 900), emit('demands', 'PledgeWithdrawn', { account: bob, amount: PLEDGE })),
    ],
    assertions: [
      {
        query: `{ demands(orderBy: openedAt) { leafId kind lot { number } lotNumber nominee { number } recommender { number } payeeNumber state absent late answeredBy { id } closedAt
            history { count latest { leafId } } statement { id } epoch { number } platform { number } challenger { id } pledge openedAt deadline }
          statement(id: "${id(1, 1)}") { openDemands openChallenges } platform(id: "${id(1)}") { openCases demandCount demandPledgesWon challengePledgesWon }
          account(id: "${bob}") { demandPledgeCredit challengePledgeCredit }
          pledgeMovements(orderBy: timestamp) { kind amount contract account { id } demand { leafId } }
          protocol(id: "0x00") { demands openCases } epoch(id: "${id(3)}") { demands casesAnswered } }`,
        expected: {
          demands: [
            {
              leafId: LOT_LEAF,
              kind: 'LOT',
              lot: { number: 0 },
              nominee: null,
              recommender: null,
              payeeNumber: '0',
              state: 'ANSWERED',
              absent: false,
              late: false,
              answeredBy: { id: keeper },
              closedAt: `${at(3, 100)}`,
            },
            {
              leafId: NOMINEE_LEAF,
              kind: 'NOMINEE',
              lot: { number: 0 },
              nominee: { number: 1 },
              recommender: null,
              payeeNumber: '1',
              state: 'ANSWERED',
              absent: false,
              late: true,
              answeredBy: { id: keeper },
              closedAt: `${at(3, 700)}`,
            },
            {
              leafId: RECOMMENDER_LEAF,
              kind: 'RECOMMENDER',
              lot: null,
              nominee: null,
              recommender: null,
              payeeNumber: `${NOBODYS_NUMBER}`,
              state: 'ANSWERED',
              absent: true,
              late: false,
              answeredBy: { id: keeper },
              closedAt: `${at(3, 200)}`,
            },
            {
              leafId: NOBODYS_LEAF,
              kind: 'RECOMMENDER',
              lot: null,
              nominee: null,
              recommender: null,
              payeeNumber: '0',
              state: 'OPEN',
              absent: false,
              late: false,
              answeredBy: null,
              closedAt: null,
            },
          ].map((demand, second) => ({
            ...demand,
            lotNumber: '0',
            history: { count: 1, latest: { leafId: demand.leafId } },
            statement: { id: id(1, 1) },
            epoch: { number: 1 },
            platform: { number: 1 },
            challenger: { id: bob },
            pledge: `${PLEDGE}`,
            openedAt: `${at(3, second)}`,
            deadline: `${at(3, 600)}`,
          })),
          statement: { openDemands: 1, openChallenges: 0 },
          platform: { openCases: 1, demandCount: 4, demandPledgesWon: `${PLEDGE}`, challengePledgesWon: '0' },
          account: { demandPledgeCredit: '0', challengePledgeCredit: '0' },
          pledgeMovements: [
            { ...movement, kind: 'PLEDGED', account: { id: bob }, demand: { leafId: LOT_LEAF } },
            { ...movement, kind: 'PLEDGED', account: { id: bob }, demand: { leafId: NOMINEE_LEAF } },
            { ...movement, kind: 'PLEDGED', account: { id: bob }, demand: { leafId: RECOMMENDER_LEAF } },
            { ...movement, kind: 'PLEDGED', account: { id: bob }, demand: { leafId: NOBODYS_LEAF } },
            { ...movement, kind: 'WON', account: null, demand: { leafId: LOT_LEAF } },
            { ...movement, kind: 'WON', account: null, demand: { leafId: RECOMMENDER_LEAF } },
            { ...movement, kind: 'RETURNED', account: { id: bob }, demand: { leafId: NOMINEE_LEAF } },
            { ...movement, kind: 'COLLECTED', account: { id: keeper }, demand: null },
            { ...movement, kind: 'WITHDRAWN', account: { id: bob }, demand: null },
          ],
          protocol: { demands: 4, openCases: 1 },
          epoch: { demands: 4, casesAnswered: 3 },
        },
      },
    ],
  },
  {
    name: 'demands: slashed, demanded again, and slashed again',
    blocks: [
      block(at(0), ...world(1), admit(), bonded),
      block(at(2), statement(1)),
      block(at(3), demanded(LOT_LEAF, LOT, NOBODYS_NUMBER, 0)),
      block(at(3, 700), lost(LOT_LEAF)),
      block(at(4), demanded(LOT_LEAF, LOT, NOBODYS_NUMBER, 0, at(4, 600))),
      block(at(4, 700), lost(LOT_LEAF)),
      block(at(5), demanded(LOT_LEAF, LOT, NOBODYS_NUMBER, 0, at(5, 600))),
    ],
    assertions: [
      {
        query: `{ demandHistory(id: "${LOT_LEAF}") { count latest { state openedAt slash { id } } demands(orderBy: openedAt) { state closedAt lot { number } lotNumber slash { kind caseId amount compensation reward audit bond demand { openedAt } } } }
          platform(id: "${id(1)}") { openCases demandCount bond slashedTotal auditAccrued } statement(id: "${id(1, 1)}") { openDemands }
          account(id: "${bob}") { rewardCredit demandPledgeCredit challengePledgeCredit pledges(where: { kind: RETURNED }) { contract demand { state } } } }`,
        expected: {
          demandHistory: {
            count: 3,
            latest: { state: 'OPEN', openedAt: `${at(5)}`, slash: null },
            demands: [
              {
                state: 'SLASHED',
                closedAt: `${at(3, 700)}`,
                slash: { bond: '7800', demand: { openedAt: `${at(3)}` } },
              },
              {
                state: 'SLASHED',
                closedAt: `${at(4, 700)}`,
                slash: { bond: '7600', demand: { openedAt: `${at(4)}` } },
              },
              { state: 'OPEN', closedAt: null, slash: null },
            ].map(({ slash, ...demand }) => ({
              ...demand,
              lot: null,
              lotNumber: `${NOBODYS_NUMBER}`,
              slash: slash && {
                kind: 'DEMAND',
                caseId: LOT_LEAF,
                amount: '200',
                compensation: '0',
                reward: '100',
                audit: '100',
                ...slash,
              },
            })),
          },
          platform: { openCases: 1, demandCount: 3, bond: '7600', slashedTotal: '400', auditAccrued: '200' },
          statement: { openDemands: 1 },
          account: {
            rewardCredit: '200',
            demandPledgeCredit: `${2n * PLEDGE}`,
            challengePledgeCredit: '0',
            pledges: [1, 2].map(() => ({ contract: addressOf('demands'), demand: { state: 'SLASHED' } })),
          },
        },
      },
    ],
  },
];
