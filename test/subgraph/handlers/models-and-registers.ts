import { stringToHex } from 'viem';
import { block, type Case, emit } from './case.ts';
import {
  admit,
  alice,
  at,
  bob,
  cid,
  clock,
  digest,
  expert,
  GENESIS,
  id,
  model,
  nominated,
  payout,
  register,
  statement,
  world,
  ZERO,
} from './fixtures.ts';

const NOBODYS_NUMBER = 4_294_967_295;

export const registerCases: Case[] = [
  {
    name: 'models: the clock and the bond of models',
    blocks: [
      block(at(0), clock(), emit('models', 'ModelBondSet', { previous: 0n, current: 200n })),
      block(at(1), emit('models', 'ModelBondSet', { previous: 200n, current: 300n })),
    ],
    assertions: [
      {
        query:
          '{ protocol(id: "0x00") { genesis epochLength modelBond models } parameterChanges(orderBy: timestamp) { name previous current } }',
        expected: {
          protocol: { genesis: `${GENESIS}`, epochLength: '1000', modelBond: '300', models: 0 },
          parameterChanges: [
            { name: 'modelBond', previous: '0', current: '200' },
            { name: 'modelBond', previous: '200', current: '300' },
          ],
        },
      },
    ],
  },
  {
    name: 'models: a revision with negative limits, its CID, and the mint',
    blocks: [block(at(0), clock(), ...model())],
    assertions: [
      {
        query: `{ model(id: "${id(1)}") { expert { id } owner { id } latestRevision { number parameterCount documentCid document { id }
          parameters(orderBy: position) { id code direction decimals legalMin legalMax tolerance weightBps critical sealed } } transfers { from { id } to { id } } } }`,
        expected: {
          model: {
            expert: { id: expert },
            owner: { id: expert },
            latestRevision: {
              number: 1,
              parameterCount: 2,
              documentCid: cid(1),
              document: null,
              parameters: [
                {
                  id: '0x00000001000100',
                  code: 'MOISTURE',
                  direction: 'AT_MOST',
                  decimals: 1,
                  legalMin: -50,
                  legalMax: 200,
                  tolerance: '10',
                  weightBps: 4000,
                  critical: true,
                  sealed: false,
                },
                {
                  id: '0x00000001000101',
                  code: 'ASH',
                  direction: 'TWO_SIDED',
                  decimals: 2,
                  legalMin: 0,
                  legalMax: 900,
                  tolerance: '20',
                  weightBps: 6000,
                  critical: false,
                  sealed: true,
                },
              ],
            },
            transfers: [{ from: null, to: { id: expert } }],
          },
        },
      },
    ],
  },
  {
    name: 'models: a new revision, a new owner, retirement and the bond',
    blocks: [
      block(at(0), clock(), ...model()),
      block(
        at(1),
        emit('models', 'RevisionPublished', {
          modelId: 1,
          revision: 2,
          documentDigest: digest(5),
          parameters: [[stringToHex('ASH', { size: 12 }), 1, 0, 0, 9, 1, 10_000, false, true]],
        }),
        emit('models', 'Transfer', { from: expert, to: alice, tokenId: 1 }),
      ),
      block(at(2), emit('models', 'ModelRetired', { modelId: 1, bondFreeFrom: 28 })),
      block(at(28), emit('models', 'ModelBondWithdrawn', { modelId: 1, to: alice, bond: 200n })),
    ],
    assertions: [
      {
        query: `{ model(id: "${id(1)}") { expert { id } owner { id } retired bond bondWithdrawn bondFreeFrom latestRevision { id number } revisions { number } }
          modelTransfers(orderBy: timestamp) { from { id } to { id } } account(id: "${expert}") { models { number } publishedModels { number } } }`,
        expected: {
          model: {
            expert: { id: expert },
            owner: { id: alice },
            retired: true,
            bond: '0',
            bondWithdrawn: true,
            bondFreeFrom: 28,
            latestRevision: { id: '0x000000010002', number: 2 },
            revisions: [{ number: 1 }, { number: 2 }],
          },
          modelTransfers: [
            { from: null, to: { id: expert } },
            { from: { id: expert }, to: { id: alice } },
          ],
          account: { models: [], publishedModels: [{ number: 1 }] },
        },
      },
    ],
  },
  {
    name: 'recommenders: a payout address of his own, moved later',
    blocks: [
      block(at(0), emit('recommenders', 'RecommenderRegistered', { recommenderId: 1, account: alice, payout: alice })),
      block(at(1), emit('recommenders', 'RecommenderPayoutSet', { recommenderId: 1, payout })),
    ],
    assertions: [
      {
        query: `{ account(id: "${alice}") { recommender { number payout { id } commissions registeredAt } } protocol(id: "0x00") { recommenders } }`,
        expected: {
          account: { recommender: { number: 1, payout: { id: payout }, commissions: '0', registeredAt: `${at(0)}` } },
          protocol: { recommenders: 1 },
        },
      },
    ],
  },
  {
    name: 'recommenders: an id that is offered, taken back, offered again and accepted',
    blocks: [
      block(at(0), emit('recommenders', 'RecommenderRegistered', { recommenderId: 1, account: alice, payout: alice })),
      block(at(1), offered(bob)),
      block(at(2), offered(ZERO)),
      block(at(3), offered(bob)),
      block(at(4), emit('recommenders', 'RecommenderTransferred', { recommenderId: 1, from: alice, to: bob, payout })),
      block(at(5), offered(alice)),
    ],
    assertions: [
      {
        query: `{ old: account(id: "${alice}") { recommender { id } offeredRecommenders { number } } account(id: "${bob}") { recommender { number account { id } payout { id } offeredTo { id }
          transfers { from { id } to { id } payout { id } timestamp } } offeredRecommenders { number } } }`,
        expected: {
          old: { recommender: null, offeredRecommenders: [{ number: 1 }] },
          account: {
            recommender: {
              number: 1,
              account: { id: bob },
              payout: { id: payout },
              offeredTo: { id: alice },
              transfers: [{ from: { id: alice }, to: { id: bob }, payout: { id: payout }, timestamp: `${at(4)}` }],
            },
            offeredRecommenders: [],
          },
        },
      },
    ],
  },
  {
    name: 'power: earned twice in an epoch, once in another',
    blocks: [
      block(at(0), clock(), register(1, alice), register(2, bob)),
      block(at(3), earned(1, 100n, 4, 160n), earned(2, 7n, 4, 11n)),
      block(at(3, 9), earned(1, 50n, 4, 240n)),
      block(at(5), earned(1, 1n, 6, 242n)),
      block(at(6), emit('power', 'MinterAppointed', { account: bob, appointed: false })),
    ],
    assertions: [
      {
        query: `{ experiencer(id: "${id(1)}") { rawPower powerEarned powerSeries(orderBy: effectiveAt) { id earned raw effectiveAt epoch { number } } }
          protocol(id: "0x00") { rawPower experiencers } epoch(id: "${id(4)}") { number powerEarned } appointments { role account appointed } }`,
        expected: {
          experiencer: {
            rawPower: '242',
            powerEarned: '151',
            powerSeries: [
              { id: id(1, 4), earned: '150', raw: '240', effectiveAt: `${at(4)}`, epoch: { number: 4 } },
              { id: id(1, 6), earned: '1', raw: '242', effectiveAt: `${at(6)}`, epoch: { number: 6 } },
            ],
          },
          protocol: { rawPower: '253', experiencers: 2 },
          epoch: { number: 4, powerEarned: '157' },
          appointments: [{ role: 'minter', account: bob, appointed: false }],
        },
      },
    ],
  },
  {
    name: 'power: a profile that is set and taken away, and what was nominated before he registered',
    blocks: [
      block(at(0), ...world(1), admit(), register(1, alice, digest(8))),
      block(at(2), statement(1)),
      block(at(4), nominated(1, 0, 2, 70n), nominated(1, 0, NOBODYS_NUMBER, 30n)),
      block(at(5), register(2, bob), emit('power', 'ProfileSet', { experiencerId: 1, profileDigest: digest(0) })),
    ],
    assertions: [
      {
        query: `{ experiencers(orderBy: number) { number profileDigest profile { id } nominatedFees nominatedOrders }
          nominations(orderBy: fees) { id nomineeNumber fees orders experiencer { number } } }`,
        expected: {
          experiencers: [
            { number: 1, profileDigest: digest(0), profile: null, nominatedFees: '0', nominatedOrders: '0' },
            { number: 2, profileDigest: digest(0), profile: null, nominatedFees: '70', nominatedOrders: '2' },
          ],
          nominations: [
            {
              id: id(0, NOBODYS_NUMBER),
              nomineeNumber: `${NOBODYS_NUMBER}`,
              fees: '30',
              orders: '2',
              experiencer: null,
            },
            { id: id(0, 2), nomineeNumber: '2', fees: '70', orders: '2', experiencer: { number: 2 } },
          ],
        },
      },
    ],
  },
];

function earned(experiencerId: number, amount: bigint, epoch: number, raw: bigint) {
  const account = experiencerId === 1 ? alice : bob;
  return emit('power', 'PowerEarned', { experiencerId, account, amount, effectiveAt: at(epoch), raw });
}

function offered(to: string) {
  return emit('recommenders', 'RecommenderOffered', { recommenderId: 1, to });
}
