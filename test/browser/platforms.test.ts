import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Hex, keccak256, stringToHex } from 'viem';
import type { SignedReceipt } from '../../relay/api/receipts.ts';
import { signed } from '../../scripts/seed/dishonest-platform.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { platformsMessages } from '../../web/features/platforms/messages.ts';
import { receiptOf } from '../../web/shared/receipts/receipt-file.ts';
import { receiptMessages } from '../../web/shared/receipts/receipt-messages.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, nameOf, PLACES, type Place } from './support/places.ts';
import { PATIENCE_MS, see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** One for each place. They bought from both platforms. */
const BUYERS = ['Liu Yiming', 'María López', 'Chenguang Canteen', 'Zhao Xiaohe'];
const STATES = ['none', 'open', 'answered', 'slashed'];

/** Somebody with a receipt for an order that the corner market has left out. */
interface Cheated {
  readonly place: Place;
  readonly visit: Visit;
  readonly who: DemoAccount;
  readonly receipt: SignedReceipt;
}

describe('a platform that cheats, and one that does not', function () {
  this.timeout(900_000);
  inOrder();
  let world: World;
  let all: readonly Cheated[] = [];

  const stateOf = async (digest: Hex) => {
    const { state } = await world.contracts.platforms.read.receiptCaseOf([digest]);
    return STATES[state];
  };

  before(async () => {
    world = await openWorld();
    all = await Promise.all(
      PLACES.map(async (place, i) => {
        const visit = await Visit.begin(world, place);
        await visit.goto('/receipts/check');
        const who = await visit.account('consumer', BUYERS[i]);
        await visit.be(who);
        const { chain, local } = await visit.config();
        const sample = local?.cheatedReceipts.leftOut ?? expect.fail('the stack is not local');
        // One receipt can be challenged once; the first place has the one that the page offers.
        const orderId = keccak256(stringToHex(`left out at ${nameOf(place)} on ${Date.now()}`));
        const epoch = (await world.contracts.platforms.read.currentEpoch()) - 2;
        // Those whose tests came before have moved the clock: the seeded one may be too old, too.
        const isSampleLeft = sample.receipt.epoch >= epoch && (await stateOf(sample.digest)) === 'none';
        const other = { ...receiptOf(sample), orderId, epoch: Math.max(epoch, sample.receipt.epoch) };
        const receipt =
          i === 0 && isSampleLeft ? sample : await signed({ chainId: chain.id, contracts: world.contracts }, other);
        return { place, visit, who, receipt };
      }),
    );
  });

  after(() =>
    everywhere(all, async ({ visit }) => {
      // The corner market answers nobody.
      const complaints = visit.complaints.filter((one) => !one.includes('ERR_CONNECTION_REFUSED'));
      visit.complaints.splice(0, visit.complaints.length, ...complaints);
      await visit.end();
    }),
  );

  async function check(visit: Visit, content: unknown): Promise<void> {
    await visit.goto('/receipts/check');
    await visit.main.locator('summary').click();
    await visit.field(platformsMessages, 'check.pasteField').fill(JSON.stringify(content));
    await visit.button(platformsMessages, 'check.go').click();
    await visit.sees(visit.say(receiptMessages, 'receipts.good'));
  }

  it('an order is left out: whoever has its receipt challenges the platform in one click', () =>
    everywhere(all, async ({ visit, who, receipt }) => {
      const sample = (await visit.config()).local?.cheatedReceipts.leftOut;
      if (receipt.digest === sample?.digest) await visit.marked('sample-left-out').click();
      else await check(visit, receipt);
      // After the seeded epochs the corner market has posted nothing at all.
      const { epoch } = receipt.receipt;
      const missing = visit.page.getByText(visit.say(receiptMessages, 'receipts.missing'));
      const notPosted = visit.page.getByText(visit.say(receiptMessages, 'receipts.notPosted', { epoch }));
      await visit.sees(
        visit.say(receiptMessages, 'receipts.good'),
        missing.or(notPosted).first(),
        visit.say(receiptMessages, 'receipts.challenge'),
      );
      await visit.marked('challengeReceipt').click();
      await visit.sees(visit.say(receiptMessages, 'receipts.challenged'));
      const { challenger, pledgeGwei } = await world.contracts.platforms.read.receiptCaseOf([receipt.digest]);
      expect(await stateOf(receipt.digest)).to.equal('open');
      expect(challenger).to.equal(who.address);
      expect(pledgeGwei).to.be.greaterThan(0);
    }));

  it('two receipts for one order cost a part of the bond at once, and half of it is withdrawn', async () => {
    const [{ visit, who }] = all as [Cheated];
    const { platforms, asset } = world.contracts;
    const { chain, local } = await visit.config();
    const sample = local?.cheatedReceipts.leftOut ?? expect.fail('the stack is not local');
    const { platformId } = sample.receipt;
    const orderId = keccak256(stringToHex(`told twice on ${Date.now()}`));
    const told = (quantity: number) =>
      signed({ chainId: chain.id, contracts: world.contracts }, { ...receiptOf(sample), orderId, quantity });
    const twice = [await told(1), await told(2)];
    const { bond } = await platforms.read.platformOf([platformId]);
    await check(visit, twice);
    await visit.sees(visit.say(platformsMessages, 'check.caught'));
    await visit.marked('slashEquivocation').click();
    await visit.sees(visit.say(platformsMessages, 'check.done'));
    const { challenger, reward } = await platforms.read.equivocationOf([platformId, orderId]);
    expect(challenger).to.equal(who.address);
    expect(bond - (await platforms.read.platformOf([platformId])).bond).to.equal(2n * reward);
    const before = await asset.read.balanceOf([who.address]);
    await visit.marked('withdrawEquivocationReward').click();
    await see(visit.marked('withdrawEquivocationReward')).toBeHidden();
    expect((await asset.read.balanceOf([who.address])) - before).to.equal(reward);
  });

  it('who does not answer in time is slashed, and the challenger withdraws his reward and his pledge', async () => {
    const [{ visit: first }] = all as [Cheated];
    await first.goto('/platforms');
    // A deadline is half an epoch away.
    await first.moveClock();
    await first.moveClock();
    await everywhere(all, async ({ visit, who, receipt }) => {
      const { platforms, asset } = world.contracts;
      await check(visit, receipt);
      const slashed = visit.page.getByText(visit.say(receiptMessages, 'receipts.slashed'));
      const slash = visit.marked('slashReceipt');
      // The keeper of the local stack watches all platforms, and may have been here before us.
      await visit.sees(slashed.or(slash).first());
      if (await slash.isVisible()) await slash.click();
      await visit.sees(slashed);
      expect(await stateOf(receipt.digest)).to.equal('slashed');
      const reward = await platforms.read.rewardOf([who.address]);
      expect(Number(reward)).to.be.greaterThan(0);
      const before = await asset.read.balanceOf([who.address]);
      await visit.marked('withdrawReward').click();
      await see(visit.marked('withdrawReward')).toBeHidden();
      expect((await asset.read.balanceOf([who.address])) - before).to.equal(reward);
      expect(await platforms.read.rewardOf([who.address])).to.equal(0n);
      await visit.marked('withdrawPledge').click();
      await see(visit.marked('withdrawPledge')).toBeHidden();
      expect(await platforms.read.pledgeOf([who.address])).to.equal(0n);
    });
  });

  it('its page shows what it has lost, and to whom', () =>
    everywhere(all, async ({ visit, receipt }) => {
      await visit.goto(`/platforms/${receipt.receipt.platformId}`);
      await visit.sees(
        visit.say(platformsMessages, 'platforms.slash.RECEIPT'),
        visit.say(platformsMessages, 'platforms.slash.EQUIVOCATION'),
        visit.main
          .locator('section')
          .filter({ hasText: visit.say(platformsMessages, 'platforms.log') })
          .getByText(visit.say(platformsMessages, 'platforms.log.SLASHED'))
          .first(),
      );
    }));

  it('an honest platform has settled the order: the page proves it and offers no challenge', () =>
    everywhere(all, async ({ visit }) => {
      await openSettledOrder(visit);
      await visit.sees(visit.say(receiptMessages, 'receipts.good'), visit.say(receiptMessages, 'receipts.included'));
      await see(visit.marked('challengeReceipt')).toBeHidden();
    }));

  it('an honest platform answers who challenges it all the same, and keeps his pledge', () =>
    everywhere(all.slice(0, 2), async ({ visit }) => {
      const { platforms } = world.contracts;
      const loading = visit.page.waitForEvent('download');
      await visit.button(ordersMessages, 'orders.download').click();
      const kept = JSON.parse(readFileSync(await (await loading).path(), 'utf8')) as SignedReceipt;
      const value = 2n * (await platforms.read.casePledge());
      await platforms.write.challengeReceipt([receiptOf(kept), kept.signature], { value });
      await see.poll(() => stateOf(kept.digest), { timeout: 2 * PATIENCE_MS }).toBe('answered');
      await visit.page.reload();
      await visit.sees(visit.say(receiptMessages, 'receipts.answered'));
    }));

  /** The latest order of the account that was completed. */
  async function openSettledOrder(visit: Visit): Promise<void> {
    await visit.goto('/orders');
    const settled = visit.main
      .getByRole('link')
      .filter({ hasText: visit.say(ordersMessages, 'orders.state.Settled') })
      .first();
    await visit.signInFor(settled);
    await settled.click();
    await visit.sees(visit.say(ordersMessages, 'orders.receipt'));
  }
});
