import { expect } from 'chai';
import type { Address } from 'viem';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { experienceMessages } from '../../web/features/experience/messages.ts';
import { recordMessages } from '../../web/features/experience/record-messages.ts';
import { checkoutMessages } from '../../web/features/orders/checkout-messages.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { twinMessages } from '../../web/features/twin/messages.ts';
import { formatAmount } from '../../web/shared/format/format-amount.ts';
import { formatPoints } from '../../web/shared/format/format-points.ts';
import { followLink, pay, placeOrder } from './roles/buyer.ts';
import { claim, commit, register, reveal } from './roles/experiencer.ts';
import { offerLot, openSeal } from './roles/producer.ts';
import { makeLink, openDesk, seesEarnings, withdraw } from './roles/recommender.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, PLACES } from './support/places.ts';
import { Story } from './support/story.ts';
import { openWorld, type World } from './support/world.ts';

const TRUSTED = 2;
/** States of a report. */
const [COMMITTED, REVEALED, CLAIMED] = [1, 2, 4];
const UNITS = 3;
/** Of the lot wizard's example. */
const UNIT_PRICE = 20_000_000n;
/** One for each place: producers whose commodities pay commissions, and consumers who are no recommenders yet. */
const PRODUCERS = ['Beiling Rice Cooperative', 'Yunxiu Tea Garden', 'Olivar de la Ladera', 'Qiming Power Electronics'];
const RECOMMENDERS = ['Liu Yiming', 'María López', 'Chenguang Canteen', 'Zhao Xiaohe'];
const FIRST_VISITOR = 100;

/** One whole cycle, walked at all places at once: they share one clock. The steps build on each other. */
describe('a whole cycle in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let stories: readonly Story[];
  let moves = 0;

  before(async () => {
    world = await openWorld();
    stories = await Promise.all(
      PLACES.map((place, i) => {
        const [producer = '', recommender = ''] = [PRODUCERS[i], RECOMMENDERS[i]];
        return Story.begin(world, place, { producer, recommender, visitor: FIRST_VISITOR + i });
      }),
    );
  });

  const all = (step: (story: Story) => Promise<void>) => everywhere(stories, step);
  const balanceOf = (account: Address) => world.contracts.asset.read.balanceOf([account]);

  /** Moves the clock once; the visitors do it by turns, and nobody else keeps the machine busy meanwhile. */
  async function moveClock(): Promise<number> {
    const { visitor } = stories[moves++ % stories.length] as Story;
    for (const { visits } of stories) await Promise.all(visits.map((visit) => visit.rest()));
    await visitor.goto('/epochs');
    return (await visitor.moveClock()).now;
  }

  async function clockTo(timeOf: (story: Story) => number): Promise<void> {
    const time = Math.max(...stories.map(timeOf));
    while ((await moveClock()) < time);
  }

  it('producers offer a lot each', () =>
    all(async (story) => {
      const { producer } = story;
      await producer.marked('offer-lot').first().click();
      await story.about(await offerLot(producer));
      expect(await world.contracts.commodities.read.isSellable([story.lot])).to.equal(true);
    }));

  it('recommenders register and make links', () =>
    all(async (story) => {
      story.link = await makeLink(story.recommender);
      expect(await story.recommenderId()).to.be.greaterThan(0);
    }));

  it('visitors bring wallets and become experiencers', () =>
    all(async (story) => {
      const { visitor } = story;
      await visitor.goto('/experience');
      await register(visitor);
      const id = await story.experiencer();
      expect(id).to.be.greaterThan(0);
      await visitor.sees(visitor.say(experienceMessages, 'experience.number', { id }));
    }));

  it('they follow the links and buy, nominating themselves', () =>
    all(async (story) => {
      const { visitor, lot } = story;
      const recommender = await story.recommenderId();
      await followLink(visitor, story.link, recommender);
      await visitor.goto(`/lots/${lot}`);
      await visitor.main.locator(`a[href="/checkout/${lot}"]`).first().click();
      await visitor.sees(visitor.say(checkoutMessages, 'checkout.reasonSelf'));
      await visitor.sees(visitor.say(checkoutMessages, 'checkout.referred', { id: recommender }));
      await placeOrder(visitor, UNITS);
      story.orderPage = new URL(visitor.page.url()).pathname;
      await pay(visitor);
      await visitor.sees(`#${await story.experiencer()}`);
      await visitor.sees(`${visitor.say(ordersMessages, 'orders.commission')} (#${recommender})`);
      await visitor.picture('cycle-order');
    }));

  it('recommenders see commissions under way', () =>
    all(async (story) => {
      const { commissionBps } = await story.lotNow();
      story.commission = commissionOf(BigInt(UNITS) * UNIT_PRICE, commissionBps, await story.recommenderId());
      expect(story.commission > 0n).to.equal(true);
      await openDesk(story.recommender);
      await seesEarnings(story.recommender, { pending: story.commission, settled: 0n, credited: 0n, credit: 0n });
    }));

  it('time passes with the control on the page, until the statement is on chain', async () => {
    const [{ visitor, lot, schedule }] = stories as [Story];
    const ready = visitor.marked('report-ready');
    const texts = experienceMessages[visitor.locale];
    const waiting = [texts['experience.step.unsettled'], texts['experience.step.unposted']].join('|');
    do {
      expect(await moveClock(), 'the statement comes in time').to.be.lessThan(schedule.commitUntil);
      await visitor.goto(`/experience/${lot}`);
      await visitor.sees(ready.or(visitor.main.getByText(new RegExp(`^(${waiting})`))).first());
    } while (!(await ready.isVisible()));
  });

  it('visitors commit to what they measured', () =>
    all(async (story) => {
      await story.visitor.goto(`/experience/${story.lot}`);
      await commit(story.visitor);
      await story.visitor.picture('cycle-committed');
      expect((await story.report()).state).to.equal(COMMITTED);
    }));

  it('recommenders see that the orders were kept', () =>
    all(async ({ recommender, commission }) => {
      await openDesk(recommender);
      await seesEarnings(recommender, { pending: 0n, settled: commission, credited: 0n, credit: 0n });
    }));

  it('producers open the seals', async () => {
    await clockTo(({ schedule }) => schedule.revealFrom);
    await all(async (story) => {
      await openSeal(story.producer, story.lot);
      await story.producer.picture('cycle-seal');
      expect((await story.lotNow()).unsealed).to.equal(true);
    });
  });

  it('visitors reveal', () =>
    all(async (story) => {
      await story.visitor.goto(`/experience/${story.lot}`);
      await reveal(story.visitor);
      expect((await story.report()).state).to.equal(REVEALED);
    }));

  it('recommenders withdraw what the statement credited to them', () =>
    all(async ({ recommender, payee, commission }) => {
      const { settlement } = world.contracts;
      expect(await settlement.read.creditOf([payee])).to.equal(commission);
      const before = await balanceOf(payee);
      await openDesk(recommender);
      await seesEarnings(recommender, { credited: commission, credit: commission });
      await withdraw(recommender);
      await recommender.picture('cycle-commission');
      await seesEarnings(recommender, { credited: commission, credit: 0n });
      expect(await settlement.read.creditOf([payee])).to.equal(0n);
      expect((await balanceOf(payee)) - before).to.equal(commission);
    }));

  it('the twins have their verdicts', async () => {
    await clockTo(({ schedule }) => schedule.scoreFrom);
    await all(async (story) => {
      const { visitor } = story;
      await visitor.goto(`/lots/${story.lot}`);
      await visitor.sees(visitor.say(twinMessages, 'twin.verdict.TRUSTED'));
      const { state, gradeBps } = await story.lotNow();
      expect(state).to.equal(TRUSTED);
      await visitor.sees(visitor.main.getByText(formatPoints(gradeBps, visitor.locale)).first());
      await visitor.picture('cycle-verdict');
    });
  });

  it('visitors are paid for knowing it best', async () => {
    const before = await Promise.all(stories.map(({ you }) => balanceOf(you)));
    await clockTo(({ schedule }) => schedule.claimFrom);
    const rewards = await everywhere(stories, async (story, i) => {
      const { visitor, you } = story;
      await visitor.goto(`/experience/${story.lot}`);
      await claim(visitor);
      const { state, fee, bondMultiple } = await story.report();
      expect(state).to.equal(CLAIMED);
      const reward = await story.reward();
      const outcome = visitor.say(recordMessages, reward > 0n ? 'record.wonYes' : 'record.wonNo');
      await visitor.sees(
        visitor.main.getByText(outcome, { exact: true }).first(),
        visitor.main.getByText(formatAmount(reward, visitor.locale)).first(),
      );
      await visitor.picture('cycle-paid');
      const paid = (await balanceOf(you)) - (before[i] ?? 0n);
      expect(paid, 'bond and reward').to.equal(fee * BigInt(bondMultiple) + reward);
      return reward;
    });
    // Who of those that bring fresh instruments is not among the best has bad luck; all of them never have.
    expect(
      rewards.some((reward) => reward > 0n),
      'somebody wins',
    ).to.equal(true);
  });

  it('and everybody sees where the money of that epoch went', () =>
    all(async ({ visitor, orderPage }) => {
      await visitor.goto(orderPage);
      const toEpoch = visitor.main.locator('a[href^="/epochs/"]').first();
      await visitor.signInFor(toEpoch);
      await toEpoch.click();
      await visitor.sees(visitor.marked('money-flow'));
    }));

  it('without a complaint of any browser', () =>
    all(async ({ visits }) => {
      for (const visit of visits) await visit.end();
    }));
});
