import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import {
  isValidMembership,
  latestExpiration,
  MEMBERSHIP_YEAR,
  payableYears,
  prolongedExpiration,
} from '../../protocol/membership/expiry.ts';

const EXPERT = 1;
const FREE = 0n;

const { viem, networkHelpers } = await network.create();
const client = await viem.getPublicClient();
const [member] = await viem.getWalletClients();
if (member === undefined) throw new RangeError('the local chain has no accounts');
const account = member.account.address;
const access = await viem.deployContract('AccessManager', [account]);
const asset = await viem.deployContract('FaucetToken');
const memberships = await viem.deployContract('Memberships', [access.address, asset.address, account]);
const id = await memberships.read.tokenOf([account, EXPERT]);

describe('memberships of contracts and protocol', () => {
  it('renewals at any time, and at the edges of what can be paid ahead', async () => {
    const step = fc.record({
      years: fc.integer({ min: 1, max: 4 }),
      // From the end of the membership, or from now.
      fromEnd: fc.boolean(),
      seconds: fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 2 * MEMBERSHIP_YEAR })),
      whole: fc.integer({ min: 0, max: 2 }),
    });
    let time = Number((await client.getBlock()).timestamp) + 10;
    await networkHelpers.time.setNextBlockTimestamp(time);
    await memberships.write.join([EXPERT, 1, FREE]);
    let expiration = prolongedExpiration(0, time, 1);
    let [renewed, refused] = [0, 0];
    for (const { years, fromEnd, seconds, whole } of fc.sample(step, 150)) {
      const base = fromEnd ? expiration - whole * MEMBERSHIP_YEAR : time;
      time = Math.max(time + 1, base + seconds);
      await networkHelpers.time.setNextBlockTimestamp(time);
      await networkHelpers.mine();
      const payable = payableYears(expiration, time);
      expect(await memberships.read.isMember([account, EXPERT])).to.equal(isValidMembership(expiration, time));
      expect(await memberships.read.isRenewable([id])).to.equal(payable > 0);
      const next = prolongedExpiration(expiration, time + 1, years);
      const fits = next <= latestExpiration(time + 1);
      await networkHelpers.time.setNextBlockTimestamp(++time);
      if (fits) {
        await memberships.write.renew([id, years, FREE]);
        expiration = next;
        renewed++;
      } else {
        expect(payableYears(expiration, time)).to.be.lessThan(years);
        // The block is mined all the same, at the time it was given.
        await viem.assertions.revertWithCustomErrorWithArgs(
          memberships.write.renew([id, years, FREE], { gas: 500_000n }),
          memberships,
          'TooFarAhead',
          [BigInt(next), BigInt(latestExpiration(time))],
        );
        refused++;
      }
      expect(Number(await memberships.read.expiresAt([id]))).to.equal(expiration);
    }
    expect(renewed).to.be.greaterThan(10);
    expect(refused).to.be.greaterThan(10);
  });
});
