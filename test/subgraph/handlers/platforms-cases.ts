import { addressOf, block, type Case, emit } from './case.ts';
import { admit, alice, at, bob, clock, id, keeper, payout, SIGNER, ZERO } from './fixtures.ts';

/** The highest number that an epoch's field takes; an operator may name it. */
const FARTHEST_EPOCH = 4_294_967_295;
const signer = (key: string, fromEpoch: number) =>
  emit('platforms', 'SignerSet', { platformId: 1, signer: key, fromEpoch });
const deposited = (from: string, amount: bigint, bond: bigint) =>
  emit('platforms', 'BondDeposited', { platformId: 1, from, amount, bond });
const requested = (amount: bigint, leaveEpoch: number) =>
  emit('platforms', 'BondWithdrawalRequested', { platformId: 1, amount, leaveEpoch });
const minBond = (amount: bigint, fromEpoch: number) => emit('platforms', 'MinBondSet', { amount, fromEpoch });
const operatorOffered = (to: string) => emit('platforms', 'OperatorOffered', { platformId: 1, to });

export const platformCases: Case[] = [
  {
    name: 'platforms: admitted, moved, mirrored, suspended and resumed',
    blocks: [
      block(at(0), clock(), admit()),
      block(at(1), emit('platforms', 'PlatformEndpointSet', { platformId: 1, endpoint: 'https://moved.example' })),
      block(at(2), emit('platforms', 'PlatformSuspended', { platformId: 1 })),
      block(at(3), emit('platforms', 'PlatformResumed', { platformId: 1 })),
      block(at(4), emit('platforms', 'PlatformSuspended', { platformId: 1 })),
      block(
        at(5),
        emit('platforms', 'PlatformMirrorsSet', { platformId: 1, mirrors: ['ipfs://a', 'https://b.example'] }),
      ),
    ],
    assertions: [
      {
        query:
          '{ platforms { number endpoint mirrors suspended admittedAt changes(orderBy: timestamp) { kind endpoint mirrors } } protocol(id: "0x00") { platforms } }',
        expected: {
          platforms: [
            {
              number: 1,
              endpoint: 'https://moved.example',
              mirrors: ['ipfs://a', 'https://b.example'],
              suspended: true,
              admittedAt: `${at(0)}`,
              changes: [
                { kind: 'ADMITTED', endpoint: 'https://relay.example', mirrors: null },
                { kind: 'ENDPOINT_SET', endpoint: 'https://moved.example', mirrors: null },
                { kind: 'SUSPENDED', endpoint: null, mirrors: null },
                { kind: 'RESUMED', endpoint: null, mirrors: null },
                { kind: 'SUSPENDED', endpoint: null, mirrors: null },
                { kind: 'MIRRORS_SET', endpoint: null, mirrors: ['ipfs://a', 'https://b.example'] },
              ],
            },
          ],
          protocol: { platforms: 1 },
        },
      },
    ],
  },
  {
    name: 'platforms: keys by epoch, one of which is replaced before its epoch comes',
    blocks: [
      block(at(0), clock()),
      block(at(1), admit()),
      block(at(2), signer(alice, FARTHEST_EPOCH)),
      block(at(3), signer(alice, 4)),
      block(at(5), signer(bob, 7)),
      block(at(5, 1), signer(payout, 7)),
    ],
    assertions: [
      {
        query: `{ platform(id: "${id(1)}") { signer signerFrom nextSigner nextSignerFrom signerKeys(orderBy: fromEpoch) { id signer fromEpoch setAt }
          changes(where: { signer_not: null }, orderBy: timestamp) { kind signer fromEpoch } } }`,
        expected: {
          platform: {
            signer: alice,
            signerFrom: '4',
            nextSigner: payout,
            nextSignerFrom: '7',
            signerKeys: [
              { id: id(1, 1), signer: SIGNER, fromEpoch: '1', setAt: `${at(1)}` },
              { id: id(1, 4), signer: alice, fromEpoch: '4', setAt: `${at(3)}` },
              { id: id(1, 7), signer: payout, fromEpoch: '7', setAt: `${at(5, 1)}` },
            ],
            changes: [
              { kind: 'ADMITTED', signer: SIGNER, fromEpoch: '1' },
              { kind: 'SIGNER_SET', signer: alice, fromEpoch: `${FARTHEST_EPOCH}` },
              { kind: 'SIGNER_SET', signer: alice, fromEpoch: '4' },
              { kind: 'SIGNER_SET', signer: bob, fromEpoch: '7' },
              { kind: 'SIGNER_SET', signer: payout, fromEpoch: '7' },
            ],
          },
        },
      },
    ],
  },
  {
    name: "platforms: the operator's role is offered, taken back, offered again and taken",
    blocks: [
      block(at(0), clock(), admit()),
      block(at(1), operatorOffered(alice)),
      block(at(2), operatorOffered(ZERO)),
      block(at(3), operatorOffered(bob)),
      block(at(4), emit('platforms', 'OperatorChanged', { platformId: 1, operator: bob })),
      block(at(5), operatorOffered(alice)),
    ],
    assertions: [
      {
        query: `{ platform(id: "${id(1)}") { operator { id } pendingOperator { id } changes(orderBy: timestamp) { kind operator { id } } } account(id: "${bob}") { platforms { number } }
          offered: account(id: "${alice}") { offeredPlatforms { number } } }`,
        expected: {
          platform: {
            operator: { id: bob },
            pendingOperator: { id: alice },
            changes: [
              { kind: 'ADMITTED', operator: { id: keeper } },
              { kind: 'OPERATOR_OFFERED', operator: { id: alice } },
              { kind: 'OPERATOR_OFFERED', operator: null },
              { kind: 'OPERATOR_OFFERED', operator: { id: bob } },
              { kind: 'OPERATOR_CHANGED', operator: { id: bob } },
              { kind: 'OPERATOR_OFFERED', operator: { id: alice } },
            ],
          },
          account: { platforms: [{ number: 1 }] },
          offered: { offeredPlatforms: [{ number: 1 }] },
        },
      },
    ],
  },
  {
    name: 'bonds: deposited by two, asked back, kept, asked back again and paid',
    blocks: [
      block(at(0), clock(), admit()),
      block(at(1), deposited(keeper, 900n, 900n), deposited(alice, 100n, 1_000n)),
      block(at(2), requested(400n, 14)),
      block(at(3), requested(0n, 0)),
      block(at(4), requested(300n, 16)),
      block(at(16), emit('platforms', 'BondWithdrawn', { platformId: 1, to: keeper, amount: 300n, bond: 700n })),
      block(at(17), requested(50n, 29)),
    ],
    assertions: [
      {
        query: `{ platform(id: "${id(1)}") { bond leaving leaveEpoch openCases bondChanges(orderBy: timestamp) { kind amount bond leaveEpoch account { id } slash { id } } } }`,
        expected: {
          platform: {
            bond: '700',
            leaving: '50',
            leaveEpoch: 29,
            openCases: 0,
            bondChanges: [
              { kind: 'DEPOSITED', amount: '900', bond: '900', leaveEpoch: null, account: { id: keeper }, slash: null },
              { kind: 'DEPOSITED', amount: '100', bond: '1000', leaveEpoch: null, account: { id: alice }, slash: null },
              { kind: 'WITHDRAWAL_REQUESTED', amount: '400', bond: '1000', leaveEpoch: 14, account: null, slash: null },
              { kind: 'WITHDRAWAL_CANCELLED', amount: '0', bond: '1000', leaveEpoch: null, account: null, slash: null },
              { kind: 'WITHDRAWAL_REQUESTED', amount: '300', bond: '1000', leaveEpoch: 16, account: null, slash: null },
              { kind: 'WITHDRAWN', amount: '300', bond: '700', leaveEpoch: null, account: { id: keeper }, slash: null },
              { kind: 'WITHDRAWAL_REQUESTED', amount: '50', bond: '700', leaveEpoch: 29, account: null, slash: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'bonds: nothing is left to ask for after a withdrawal or a change of mind',
    blocks: [block(at(0), clock(), admit(), requested(400n, 12), requested(0n, 0))],
    assertions: [
      {
        query: `{ platform(id: "${id(1)}") { leaving leaveEpoch } }`,
        expected: { platform: { leaving: '0', leaveEpoch: null } },
      },
    ],
  },
  {
    name: 'bonds: the one that statements need, announced before it counts',
    blocks: [
      block(at(0), clock()),
      block(at(1), minBond(700n, 6)),
      block(at(2), minBond(800n, 7)),
      block(at(9), minBond(900n, 14)),
      block(at(9, 1), emit('platforms', 'DemandsAppointed', { demands: addressOf('demands') })),
      block(at(9, 2), emit('settlement', 'PlatformsAppointed', { platforms: addressOf('platforms') })),
    ],
    assertions: [
      {
        query: `{ protocol(id: "0x00") { minBond nextMinBond nextMinBondFrom } parameterChanges(orderBy: timestamp) { name previous current fromEpoch contract }
          appointments(orderBy: role) { role account appointed } }`,
        expected: {
          protocol: { minBond: '800', nextMinBond: '900', nextMinBondFrom: 14 },
          parameterChanges: [
            { previous: '10000000000', current: '700', fromEpoch: 6 },
            { previous: '10000000000', current: '800', fromEpoch: 7 },
            { previous: '800', current: '900', fromEpoch: 14 },
          ].map((change) => ({ name: 'minBond', contract: addressOf('platforms'), ...change })),
          appointments: [
            { role: 'demands', account: addressOf('demands'), appointed: true },
            { role: 'platforms', account: addressOf('platforms'), appointed: true },
          ],
        },
      },
    ],
  },
];
