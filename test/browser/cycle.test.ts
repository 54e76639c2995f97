import { expect as see } from '@playwright/test';
import { expect } from 'chai';
import { type LotSchedule, lotSchedule } from '../../protocol/clock/lot-schedule.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { commoditiesMessages } from '../../web/features/commodities/messages.ts';
import { wizardMessages } from '../../web/features/commodities/wizard-messages.ts';
import { experienceMessages } from '../../web/features/experience/messages.ts';
import { reportMessages } from '../../web/features/experience/report-messages.ts';
import { checkoutMessages } from '../../web/features/orders/checkout-messages.ts';
import { ordersMessages } from '../../web/features/orders/messages.ts';
import { twinMessages } from '../../web/features/twin/messages.ts';
import { formatAmount } from '../../web/shared/format/format-amount.ts';
import { evidencePhotograph } from './support/evidence.ts';
import { inOrder } from './support/in-order.ts';
import { offerLot } from './support/offer-lot.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const TRUSTED = 2;
/** States of a report. */
const [NONE, COMMITTED, REVEALED, CLAIMED] = [0, 1, 2, 4];
/** Bought units of these lots in the seeded history, and has reported on none. */
const PERSONA = { name: 'Inspector Wu', lots: [8, 9, 10, 11, 13, 14] } as const;

/**
 * One whole cycle, walked by three people in browsers of their own: a producer and a visitor in English on desktops, and on a phone, in
 * Chinese, an experiencer who bought long ago. The steps build on each other.
 */
describe('a whole cycle in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let producer: Visit;
  let visitor: Visit;
  let persona: Visit;
  let wu: DemoAccount;
  let you: DemoAccount;
  let lot: number;
  let oldLot: number;
  let schedule: LotSchedule;
  let oldSchedule: LotSchedule;
  let orderPage: string;

  before(async () => {
    world = await openWorld();
    producer = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'en' });
    visitor = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'en' });
    persona = await Visit.begin(world, { width: WIDTHS.phone, locale: 'zh-Hans' });
  });

  const reportOf = (lotId: number, id: number) => world.contracts.evaluations.read.reportOf([lotId, id]);
  const scheduleOf = async (lotId: number) => {
    const { startEpoch, epochs } = await world.contracts.commodities.read.lotOf([lotId]);
    return lotSchedule((await producer.config()).clock, startEpoch, epochs);
  };
  const idOf = ({ address }: DemoAccount) => world.contracts.power.read.idOf([address]);

  /** Values, evidence, seal, transaction; the report page of the lot is open. */
  async function commit(visit: Visit, { isPoor }: { isPoor: boolean }): Promise<void> {
    await visit.marked('report-ready').click();
    await visit.sees(visit.main.getByRole('alert').first());
    await visit.marked('measure').click();
    await visit.main.locator('input[type=file]').first().setInputFiles(evidencePhotograph);
    await visit.sees(visit.main.getByText(evidencePhotograph.name));
    await visit.field(reportMessages, 'report.yourInstruments').fill('Demo bench, calibrated 2026-05');
    await visit.marked('report-ready').click();
    await visit.marked('report-seal').click();
    const faucet = visit.marked('faucet');
    if (isPoor) {
      await visit.sees(visit.say(reportMessages, 'report.balanceLow', { amount: '0.00' }), faucet);
      await see(visit.marked('commit')).toBeDisabled();
    }
    if (await faucet.isVisible()) await faucet.click();
    await visit.marked('commit').click();
    await visit.sees(visit.say(experienceMessages, 'experience.step.awaitReveal'));
  }

  async function reveal(visit: Visit): Promise<void> {
    await visit.marked('report-publish').click();
    await visit.sees(visit.say(reportMessages, 'report.published'));
    await visit.marked('reveal').click();
    await visit.sees(visit.say(experienceMessages, 'experience.step.awaitTally'));
  }

  /** Takes what was won, unless the keeper was faster. */
  async function claim(visit: Visit): Promise<void> {
    const done = visit.main.getByText(visit.say(experienceMessages, 'experience.step.done'), { exact: true }).first();
    const button = visit.marked('claim');
    await visit.sees(done.or(button).first());
    if (await button.isVisible()) await button.click();
    await visit.sees(done, visit.say(reportMessages, 'report.paid'));
  }

  it('the producer offers a lot', async () => {
    await producer.goto('/produce');
    await producer.be(await producer.account('producer'));
    await producer.marked('offer-lot').first().click();
    await producer.marked('wizard-next').click();
    await producer.sees(producer.say(wizardMessages, 'offer.unitsBad'));
    lot = await offerLot(producer);
    schedule = await scheduleOf(lot);
    expect(await world.contracts.commodities.read.isSellable([lot])).to.equal(true);
  });

  it('the visitor becomes an experiencer and buys it, nominating himself', async () => {
    await visitor.goto('/experience');
    you = await visitor.account('visitor');
    const number = visitor.main.getByText(/Experiencer #\d+/).first();
    await visitor.sees(visitor.marked('register').or(number).first());
    if (await visitor.marked('register').isVisible()) await visitor.marked('register').click();
    await visitor.sees(number);
    const id = await idOf(you);
    expect(id).to.be.greaterThan(0);

    await visitor.goto(`/lots/${lot}`);
    await visitor.main.locator(`a[href="/checkout/${lot}"]`).first().click();
    await visitor.sees(visitor.say(checkoutMessages, 'checkout.reasonSelf'));
    for (let unit = 0; unit < 2; unit++) await visitor.button(checkoutMessages, 'checkout.moreUnits').click();
    await visitor.marked('buy').click();
    await visitor.page.waitForURL(/\/orders\/0x/);
    orderPage = new URL(visitor.page.url()).pathname;

    await visitor.main.getByRole('combobox').selectOption('4000000000000002');
    await visitor.marked('pay').click();
    await visitor.sees(visitor.say(ordersMessages, 'orders.paymentFailed.declined'));
    await visitor.main.getByRole('combobox').selectOption('4242424242424242');
    await visitor.marked('pay').click();
    await visitor.sees(visitor.main.getByText(/^(Paid|On its way|Delivered)$/).first());
    await visitor.sees(`#${id}`);
  });

  it('somebody who bought long ago commits to a report, on a phone and in Chinese', async () => {
    wu = await persona.account('experiencer', PERSONA.name);
    const id = await idOf(wu);
    const { now } = await persona.clock();
    for (const one of PERSONA.lots) {
      const [{ state }, times] = await Promise.all([reportOf(one, id), scheduleOf(one)]);
      if (state !== NONE || times.commitUntil <= now) continue;
      [oldLot, oldSchedule] = [one, times];
      break;
    }
    await persona.goto(`/experience/${oldLot}`);
    await persona.be(wu);
    await persona.signInFor(persona.marked('report-ready'));
    await commit(persona, { isPoor: false });
    expect((await reportOf(oldLot, await idOf(wu))).state).to.equal(COMMITTED);
  });

  it('time passes with the control on the page, and he reveals', async () => {
    await persona.clockTo(oldSchedule.revealFrom);
    await reveal(persona);
    expect((await reportOf(oldLot, await idOf(wu))).state).to.equal(REVEALED);
  });

  it('the visitor commits to a measurement once the statement is on chain', async () => {
    const ready = visitor.marked('report-ready');
    const texts = experienceMessages[visitor.locale];
    const waiting = [texts['experience.step.unsettled'], texts['experience.step.unposted']].join('|');
    for (;;) {
      await visitor.goto(`/experience/${lot}`);
      await visitor.signInFor(ready.or(visitor.main.getByText(new RegExp(`^(${waiting})`))).first());
      if (await ready.isVisible()) break;
      const { now } = await visitor.moveClock();
      expect(now, 'the statement comes in time').to.be.lessThan(schedule.commitUntil);
    }
    await commit(visitor, { isPoor: (await world.contracts.asset.read.balanceOf([you.address])) === 0n });
    expect((await reportOf(lot, await idOf(you))).state).to.equal(COMMITTED);
  });

  it('on the phone the bond comes back when the round is closed', async () => {
    await visitor.clockTo(Math.max(schedule.revealFrom, oldSchedule.claimFrom));
    await persona.goto(`/experience/${oldLot}`);
    await claim(persona);
    expect((await reportOf(oldLot, await idOf(wu))).state).to.equal(CLAIMED);
  });

  it('the producer opens the seal', async () => {
    await producer.goto(`/produce/lots/${lot}`);
    await producer.marked('unseal-check').click();
    await producer.sees(producer.say(commoditiesMessages, 'unseal.match'));
    await producer.marked('unseal').click();
    await producer.sees(producer.say(commoditiesMessages, 'unseal.done'));
    expect((await world.contracts.commodities.read.lotOf([lot])).unsealed).to.equal(true);
  });

  it('the visitor reveals', async () => {
    await visitor.goto(`/experience/${lot}`);
    await reveal(visitor);
    expect((await reportOf(lot, await idOf(you))).state).to.equal(REVEALED);
  });

  it('the twin has its verdict', async () => {
    await visitor.clockTo(schedule.scoreFrom);
    await visitor.goto(`/lots/${lot}`);
    await visitor.sees(visitor.say(twinMessages, 'twin.verdict.TRUSTED'));
    const { state, gradeBps } = await world.contracts.commodities.read.lotOf([lot]);
    expect(state).to.equal(TRUSTED);
    await visitor.sees(visitor.main.getByText((gradeBps / 100).toFixed(1)).first());
  });

  it('the visitor is paid for knowing it best', async () => {
    const before = await world.contracts.asset.read.balanceOf([you.address]);
    await visitor.clockTo(schedule.claimFrom);
    await visitor.goto(`/experience/${lot}`);
    await claim(visitor);
    const id = await idOf(you);
    const { state, fee, bondMultiple } = await reportOf(lot, id);
    expect(state).to.equal(CLAIMED);
    const reward = await world.contracts.evaluations.read.rewardOf([lot, id]);
    expect(reward > 0n, 'a reward').to.equal(true);
    await visitor.sees(visitor.main.getByText(formatAmount(reward, visitor.locale)).first());
    const after = await world.contracts.asset.read.balanceOf([you.address]);
    expect(after - before, 'bond and reward').to.equal(fee * BigInt(bondMultiple) + reward);
  });

  it('and everybody sees where the money of that epoch went', async () => {
    await visitor.goto(orderPage);
    const toEpoch = visitor.main.locator('a[href^="/epochs/"]').first();
    await visitor.signInFor(toEpoch);
    await toEpoch.click();
    await visitor.sees(visitor.marked('money-flow'));
  });

  it('without a complaint of any browser', async () => {
    for (const visit of [producer, visitor, persona]) await visit.end();
  });
});
