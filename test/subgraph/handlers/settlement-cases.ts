import { addressOf, block, type Case, emit } from './case.ts';
import {
  admit,
  alice,
  at,
  carried,
  cid,
  closed,
  digest,
  expert,
  id,
  keeper,
  lotOpened,
  nominated,
  payout,
  register,
  statement,
  world,
  ZERO,
} from './fixtures.ts';

const NOBODYS_EPOCH = 4_294_967_295;
const shares = (expertBps: number, experiencerBps: number, communeBps: number) =>
  emit('settlement', 'SharesSet', { expertBps, experiencerBps, communeBps });
const recommended = (recommenderId: number, to: string, commissions: bigint) =>
  emit('settlement', 'RecommenderOpened', {
    platformId: 1,
    epoch: 1,
    recommenderId,
    innerRoot: digest(33),
    payout: to,
    sales: 500n,
    commissions,
    orders: 1n,
  });

export const settlementCases: Case[] = [
  {
    name: 'settlement: a statement with its totals, by platform, epoch and in all',
    blocks: [
      block(at(0), shares(1_000, 5_000, 60), ...world(1), admit()),
      block(at(2), statement(1)),
      block(at(3), statement(2), shares(900, 5_500, 70)),
    ],
    assertions: [
      {
        query: `{ statement(id: "${id(1, 1)}") { orders fees deposit communeShare remaining opensAt expertBps experiencerBps lotDepth dataCid swept }
          platform(id: "${id(1)}") { statementCount sales } epoch(id: "${id(1)}") { orders fees deposits communeShare communeAccrued }
          posted: epoch(id: "${id(2)}") { communeAccrued } protocol(id: "0x00") { statements orders sales fees commissions expertBps experiencerBps communeBps }
          parameterChanges(where: { name: "expertBps" }, orderBy: timestamp) { previous current } }`,
        expected: {
          statement: {
            orders: '4',
            fees: '3000',
            deposit: '2020',
            communeShare: '120',
            remaining: '1900',
            opensAt: `${at(3)}`,
            expertBps: 1000,
            experiencerBps: 5000,
            lotDepth: 3,
            dataCid: cid(23),
            swept: false,
          },
          platform: { statementCount: 2, sales: '40000' },
          epoch: { orders: '4', fees: '3000', deposits: '2020', communeShare: '120', communeAccrued: '0' },
          posted: { communeAccrued: '120' },
          protocol: {
            statements: 2,
            orders: '8',
            sales: '40000',
            fees: '6000',
            commissions: '200',
            expertBps: 900,
            experiencerBps: 5500,
            communeBps: 70,
          },
          parameterChanges: [
            { previous: '0', current: '1000' },
            { previous: '1000', current: '900' },
          ],
        },
      },
    ],
  },
  {
    name: 'settlement: an opening in time fills the pot, a late one the carry',
    blocks: [
      block(at(0), ...world(1), admit()),
      block(at(2), statement(1)),
      block(at(3), statement(2)),
      block(at(4), lotOpened(1, 0)),
      block(at(8), carried(0, 1_500n, 1_500n), lotOpened(2, 0, true)),
    ],
    assertions: [
      {
        query: `{ lot(id: "${id(0)}") { pot fees orders openings(orderBy: timestamp) { late potShare expert { id } statement { id } } }
          commodity(id: "${id(1)}") { carry carrySinceOrdinal fees carryMovements { kind amount carry lot { number } } }
          account(id: "${expert}") { settlementCredit expertEarned credits { kind amount contract lot { number } epoch { number } } }
          model(id: "${id(1)}") { earned } statements(orderBy: timestamp) { remaining } epoch(id: "${id(1)}") { expertsPaid potsPaid } }`,
        expected: {
          lot: {
            pot: '1500',
            fees: '6000',
            orders: '8',
            openings: [
              { late: false, potShare: '1500', expert: { id: expert }, statement: { id: id(1, 1) } },
              { late: true, potShare: '1500', expert: { id: expert }, statement: { id: id(1, 2) } },
            ],
          },
          commodity: {
            carry: '1500',
            carrySinceOrdinal: 1,
            fees: '6000',
            carryMovements: [{ kind: 'ADDED', amount: '1500', carry: '1500', lot: { number: 0 } }],
          },
          account: {
            settlementCredit: '600',
            expertEarned: '600',
            credits: [1, 2].map((number) => ({
              kind: 'EXPERT_SHARE',
              amount: '300',
              contract: addressOf('settlement'),
              lot: { number: 0 },
              epoch: { number },
            })),
          },
          model: { earned: '600' },
          statements: [{ remaining: '100' }, { remaining: '100' }],
          epoch: { expertsPaid: '300', potsPaid: '1500' },
        },
      },
    ],
  },
  {
    name: 'settlement: nominations add up over statements',
    blocks: [
      block(at(0), ...world(1), admit(), register(1, alice)),
      block(at(2), statement(1)),
      block(at(3), statement(2)),
      block(at(4), nominated(1, 0, 1, 40n)),
      block(at(5), nominated(2, 0, 1, 60n, 100n)),
    ],
    assertions: [
      {
        query: `{ nomination(id: "${id(0, 1)}") { fees orders experiencer { number nominatedFees nominatedOrders } } nomineeOpenings(orderBy: timestamp) { fees statement { id } nomination { id } } }`,
        expected: {
          nomination: {
            fees: '100',
            orders: '4',
            experiencer: { number: 1, nominatedFees: '100', nominatedOrders: '4' },
          },
          nomineeOpenings: [
            { fees: '40', statement: { id: id(1, 1) }, nomination: { id: id(0, 1) } },
            { fees: '60', statement: { id: id(1, 2) }, nomination: { id: id(0, 1) } },
          ],
        },
      },
    ],
  },
  {
    name: 'settlement: commissions go to the payout address, those of nobody to the audit fund, then everybody is paid',
    blocks: [
      block(
        at(0),
        ...world(1),
        admit(),
        emit('recommenders', 'RecommenderRegistered', { recommenderId: 1, account: alice, payout }),
      ),
      block(at(2), statement(1)),
      block(at(4), recommended(1, payout, 70n), recommended(0, ZERO, 30n)),
      block(at(5), emit('settlement', 'CreditWithdrawn', { account: payout, amount: 70n })),
      block(
        at(6),
        emit('settlement', 'AuditFundCollected', { to: keeper, amount: 30n }),
        emit('settlement', 'AuditFundCollected', { to: keeper, amount: 0n }),
      ),
    ],
    assertions: [
      {
        query: `{ recommender(id: "${id(1)}") { orders sales commissions openings { commissions payout { id } } }
          nobodys: recommenderOpenings(where: { recommenderNumber: 0 }) { recommender { id } payout { id } commissions }
          account(id: "${payout}") { settlementCredit commissionsEarned credits(orderBy: timestamp) { kind amount } }
          statement(id: "${id(1, 1)}") { remaining } epoch(id: "${id(1)}") { recommendersPaid } protocol(id: "0x00") { settlementAuditFund } communeMovements { fund amount to epoch { id } } }`,
        expected: {
          recommender: {
            orders: '1',
            sales: '500',
            commissions: '70',
            openings: [{ commissions: '70', payout: { id: payout } }],
          },
          nobodys: [{ recommender: null, payout: null, commissions: '30' }],
          account: {
            settlementCredit: '0',
            commissionsEarned: '70',
            credits: [
              { kind: 'COMMISSION', amount: '70' },
              { kind: 'WITHDRAWAL', amount: '70' },
            ],
          },
          statement: { remaining: '1800' },
          epoch: { recommendersPaid: '100' },
          protocol: { settlementAuditFund: '0' },
          communeMovements: [{ fund: 'AUDIT_FUND', amount: '30', to: keeper, epoch: null }],
        },
      },
    ],
  },
  {
    name: 'settlement: a carry is drawn by a lot with winners and expires',
    blocks: [
      block(at(0), ...world(2)),
      block(at(7), carried(0, 900n, 900n)),
      block(
        at(8),
        emit('settlement', 'PotTaken', { lotId: 1, pot: 400n, drawn: 400n, carry: 500n }),
        closed(1, 800n, 60, 1, 9n),
      ),
      block(
        at(9),
        emit('settlement', 'CarryExpired', { commodityId: 1, amount: 500n }),
        emit('settlement', 'CarryExpired', { commodityId: 1, amount: 0n }),
      ),
    ],
    assertions: [
      {
        query: `{ commodity(id: "${id(1)}") { carry carryMovements(orderBy: timestamp) { kind amount carry lot { number } } } round(id: "${id(1)}") { drawn prize } lot(id: "${id(1)}") { pot } protocol(id: "0x00") { settlementAuditFund } }`,
        expected: {
          commodity: {
            carry: '0',
            carryMovements: [
              { kind: 'ADDED', amount: '900', carry: '900', lot: { number: 0 } },
              { kind: 'DRAWN', amount: '400', carry: '500', lot: { number: 1 } },
              { kind: 'EXPIRED', amount: '500', carry: '0', lot: null },
            ],
          },
          round: { drawn: '400', prize: '800' },
          lot: { pot: '0' },
          protocol: { settlementAuditFund: '500' },
        },
      },
    ],
  },
  {
    name: 'settlement: a statement is swept, the commune collects, and nothing of an epoch that nobody knows',
    blocks: [
      block(at(0), ...world(1), admit()),
      block(at(2), statement(1)),
      block(at(3), emit('settlement', 'CommuneCollected', { epoch: 2, to: keeper, amount: 120n })),
      block(at(4), emit('settlement', 'CommuneCollected', { epoch: NOBODYS_EPOCH, to: keeper, amount: 0n })),
      block(at(53), emit('settlement', 'StatementSwept', { platformId: 1, epoch: 1, amount: 1_900n })),
      block(at(54), emit('settlement', 'RecipientsAppointed', { commune: keeper, auditFund: payout })),
    ],
    assertions: [
      {
        query: `{ statement(id: "${id(1, 1)}") { remaining swept } epoch(id: "${id(1)}") { swept } posted: epoch(id: "${id(2)}") { communeAccrued }
          protocol(id: "0x00") { settlementAuditFund } communeMovements { fund amount epoch { number } } appointments(orderBy: role) { role account } }`,
        expected: {
          statement: { remaining: '0', swept: true },
          epoch: { swept: '1900' },
          posted: { communeAccrued: '0' },
          protocol: { settlementAuditFund: '1900' },
          communeMovements: [{ fund: 'COMMUNE', amount: '120', epoch: { number: 2 } }],
          appointments: [
            { role: 'auditFund', account: payout },
            { role: 'commune', account: keeper },
          ],
        },
      },
    ],
  },
];
