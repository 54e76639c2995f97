import { type Hex, numberToHex } from 'viem';
import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob, keeper } from './fixtures.ts';

const [PRODUCER, VALIDATOR] = [0, 5] as const;
const tokenOf = (account: Hex, kind: number) => (BigInt(kind) << 160n) + BigInt(account);
const keyOf = (account: Hex, kind: number) => numberToHex(tokenOf(account, kind), { size: 32 });

/** As the contract pays: two events. */
function paid(account: Hex, kind: number, payer: Hex, years: number, amount: bigint, expiration: number) {
  const tokenId = tokenOf(account, kind);
  return [
    emit('memberships', 'MembershipPaid', { tokenId, account, payer, kind, yearCount: years, amount, expiration }),
    emit('memberships', 'SubscriptionUpdate', { tokenId, expiration }),
  ];
}

const cancelled = (account: Hex, kind: number) =>
  emit('memberships', 'SubscriptionUpdate', { tokenId: tokenOf(account, kind), expiration: 0 });
const priced = (kind: number, previous: bigint, current: bigint, effectiveAt: number) =>
  emit('memberships', 'PriceSet', { kind, previous, current, effectiveAt });

export const membershipCases: Case[] = [
  {
    name: 'memberships: joined, renewed by another, cancelled, joined again',
    blocks: [
      block(at(1), ...paid(alice, VALIDATOR, alice, 1, 0n, at(100)), ...paid(bob, PRODUCER, bob, 3, 30n, at(300))),
      block(at(2), ...paid(alice, VALIDATOR, bob, 2, 20n, at(290))),
      block(at(3), cancelled(alice, VALIDATOR), cancelled(bob, PRODUCER)),
      block(at(4), ...paid(alice, VALIDATOR, alice, 1, 7n, at(104))),
      block(at(5), emit('memberships', 'PaymentsCollected', { treasury: keeper, amount: 57n })),
    ],
    assertions: [
      {
        query: `{ memberships(orderBy: id, orderDirection: desc) { id tokenId account { id } kind expiresAt cancelled paid joinedAt payments(orderBy: timestamp) { payer years amount expiresAt timestamp } }
          account(id: "${bob}") { memberships { kind } } membershipCollections { treasury amount timestamp } }`,
        expected: {
          memberships: [
            {
              ...{ id: keyOf(alice, VALIDATOR), tokenId: `${tokenOf(alice, VALIDATOR)}`, account: { id: alice } },
              ...{ kind: 'VALIDATOR', expiresAt: `${at(104)}`, cancelled: false, paid: '27', joinedAt: `${at(4)}` },
              payments: [
                { payer: alice, years: 1, amount: '0', expiresAt: `${at(100)}`, timestamp: `${at(1)}` },
                { payer: bob, years: 2, amount: '20', expiresAt: `${at(290)}`, timestamp: `${at(2)}` },
                { payer: alice, years: 1, amount: '7', expiresAt: `${at(104)}`, timestamp: `${at(4)}` },
              ],
            },
            {
              ...{ id: keyOf(bob, PRODUCER), tokenId: `${tokenOf(bob, PRODUCER)}`, account: { id: bob } },
              ...{ kind: 'PRODUCER', expiresAt: `${at(3)}`, cancelled: true, paid: '30', joinedAt: `${at(1)}` },
              payments: [{ payer: bob, years: 3, amount: '30', expiresAt: `${at(300)}`, timestamp: `${at(1)}` }],
            },
          ],
          account: { memberships: [{ kind: 'PRODUCER' }] },
          membershipCollections: [{ treasury: keeper, amount: '57', timestamp: `${at(5)}` }],
        },
      },
    ],
  },
  {
    name: 'memberships: prices rise with notice and fall at once; the treasury is named',
    blocks: [
      block(at(1), priced(PRODUCER, 0n, 100n, at(15)), priced(VALIDATOR, 0n, 50n, at(15))),
      block(at(20), priced(PRODUCER, 100n, 60n, at(20))),
      block(at(21), emit('memberships', 'TreasuryAppointed', { treasury: alice })),
    ],
    assertions: [
      {
        query: `{ membershipPrices(orderBy: id) { id kind before price effectiveAt } parameterChanges(orderBy: previous) { contract name scope previous current fromTime }
          parts: parameterChanges(where: { scope: "PRODUCER" }, orderBy: timestamp) { previous current fromTime timestamp } appointments { contract role account appointed } }`,
        expected: {
          membershipPrices: [
            { id: '0x00', kind: 'PRODUCER', before: '100', price: '60', effectiveAt: `${at(20)}` },
            { id: '0x05', kind: 'VALIDATOR', before: '0', price: '50', effectiveAt: `${at(15)}` },
          ],
          parameterChanges: [
            { scope: 'PRODUCER', previous: '0', current: '100', fromTime: `${at(15)}` },
            { scope: 'VALIDATOR', previous: '0', current: '50', fromTime: `${at(15)}` },
            { scope: 'PRODUCER', previous: '100', current: '60', fromTime: null },
          ].map((one) => ({ contract: addressOf('memberships'), name: 'membershipPrice', ...one })),
          parts: [
            { previous: '0', current: '100', fromTime: `${at(15)}`, timestamp: `${at(1)}` },
            { previous: '100', current: '60', fromTime: null, timestamp: `${at(20)}` },
          ],
          appointments: [{ contract: addressOf('memberships'), role: 'treasury', account: alice, appointed: true }],
        },
      },
    ],
  },
];
