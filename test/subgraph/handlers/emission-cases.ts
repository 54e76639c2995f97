import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob, id, keeper, payout, register, world, ZERO } from './fixtures.ts';
import { court } from './fixtures-court.ts';

/** CTT, as the fixtures' court says. */
const token = payout;
const evaluations = addressOf('evaluations');
const started = [
  emit('emission', 'EmissionStarted', { firstEpoch: 2 }),
  emit('emission', 'TreasuryAppointed', { treasury: keeper }),
];
const registered = (lotId: number, epoch: number, shares: bigint, epochShares: bigint) =>
  emit('emission', 'RoundRegistered', { lotId, epoch, evaluations, shares, epochShares });
const claimed = (lotId: number, experiencerId: number, account: string, epoch: number, amount: bigint) =>
  emit('emission', 'WorkMined', { lotId, experiencerId, account, epoch, amount });
const minted = (from: number, until: number, amount: bigint) =>
  emit('emission', 'TreasuryMined', { treasury: keeper, from, until, amount });
const scheduled = [
  emit('vesting', 'OwnershipTransferred', { previousOwner: ZERO, newOwner: alice }),
  emit('vesting', 'VestingScheduled', { founder: alice, start: at(0), cliff: at(50), end: at(200) }),
];
const released = (of: string, amount: bigint) => emit('vesting', 'ERC20Released', { token: of, amount });
const owned = (previousOwner: string, newOwner: string) =>
  emit('vesting', 'OwnershipTransferred', { previousOwner, newOwner });

export const emissionCases: Case[] = [
  {
    name: 'emission: rounds of an epoch are registered, winners claim, the treasury gets its part',
    blocks: [
      block(at(0), ...world(2), register(1, alice), register(2, bob), ...started),
      block(at(7), registered(0, 6, 30n, 30n), registered(1, 6, 70n, 100n)),
      block(at(8), claimed(1, 2, bob, 6, 500n), claimed(0, 2, bob, 6, 40n)),
      block(at(8, 1), claimed(1, 1, alice, 6, 200n), minted(2, 8, 4_000n)),
      block(at(9), emit('emission', 'TreasuryAppointed', { treasury: bob }), minted(8, 9, 600n)),
    ],
    assertions: [
      {
        query: `{ emission(id: "0x00") { firstEpoch treasury treasuryUntil treasuryMined workMined rounds claims }
          emissionEpoches { id number shares roundCount mined rounds(orderBy: id) { id lot { number } evaluations shares mined claimCount registeredAt blockNumber claims(orderBy: id) { id experiencer { number } account { id } amount timestamp } } }
          treasuryMints(orderBy: timestamp) { treasury fromEpoch untilEpoch amount }
          account(id: "${bob}") { mined miningClaims(orderBy: id) { amount round { lot { number } } } }
          appointments(where: { contract: "${addressOf('emission')}" }, orderBy: timestamp) { role account appointed } }`,
        expected: {
          emission: {
            ...{ firstEpoch: 2, treasury: bob, treasuryUntil: 9, treasuryMined: '4600', workMined: '740' },
            ...{ rounds: 2, claims: 3 },
          },
          emissionEpoches: [
            {
              ...{ id: id(6), number: 6, shares: '100', roundCount: 2, mined: '740' },
              rounds: [
                {
                  ...{ id: id(0), lot: { number: 0 }, evaluations, shares: '30', mined: '40', claimCount: 1 },
                  ...{ registeredAt: `${at(7)}`, blockNumber: '2' },
                  claims: [claim(0, 2, bob, '40', at(8))],
                },
                {
                  ...{ id: id(1), lot: { number: 1 }, evaluations, shares: '70', mined: '700', claimCount: 2 },
                  ...{ registeredAt: `${at(7)}`, blockNumber: '2' },
                  claims: [claim(1, 1, alice, '200', at(8, 1)), claim(1, 2, bob, '500', at(8))],
                },
              ],
            },
          ],
          treasuryMints: [
            { treasury: keeper, fromEpoch: 2, untilEpoch: 8, amount: '4000' },
            { treasury: keeper, fromEpoch: 8, untilEpoch: 9, amount: '600' },
          ],
          account: {
            mined: '540',
            miningClaims: [
              { amount: '40', round: { lot: { number: 0 } } },
              { amount: '500', round: { lot: { number: 1 } } },
            ],
          },
          appointments: [
            { role: 'treasury', account: keeper, appointed: true },
            { role: 'treasury', account: bob, appointed: true },
          ],
        },
      },
    ],
  },
  {
    name: 'vesting: CTT comes out to whoever owns the wallet then; other tokens do not count',
    blocks: [
      block(at(0), ...scheduled, ...court),
      block(at(60), released(token, 250n), released(bob, 999n)),
      block(at(70), owned(alice, bob)),
      block(at(80), released(token, 40n)),
      block(at(90), owned(bob, ZERO)),
    ],
    assertions: [
      {
        query: `{ protocol(id: "0x00") { token } vestingWallets { id owner start cliff end released releases(orderBy: timestamp) { owner amount timestamp } } }`,
        expected: {
          protocol: { token },
          vestingWallets: [
            {
              ...{ id: addressOf('vesting'), owner: ZERO, start: `${at(0)}`, cliff: `${at(50)}`, end: `${at(200)}` },
              released: '290',
              releases: [
                { owner: alice, amount: '250', timestamp: `${at(60)}` },
                { owner: bob, amount: '40', timestamp: `${at(80)}` },
              ],
            },
          ],
        },
      },
    ],
  },
];

function claim(lotId: number, experiencerId: number, account: string, amount: string, timestamp: number) {
  return {
    ...{ id: id(lotId, experiencerId), experiencer: { number: experiencerId }, account: { id: account }, amount },
    timestamp: `${timestamp}`,
  };
}
