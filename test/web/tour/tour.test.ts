import { expect } from 'chai';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { type Cycle, cycleFacts, isStuck } from '../../../web/features/tour/cycle-facts.ts';
import { HIGHLIGHTS, isOnTarget, stepTarget } from '../../../web/features/tour/step-target.ts';
import { timeLimit, timeTarget } from '../../../web/features/tour/time-target.ts';
import { newTour, readTourProgress } from '../../../web/features/tour/tour-progress.ts';
import {
  currentStep,
  stepsDone,
  TIME_STEPS,
  TOUR_STEPS,
  type TourStep,
} from '../../../web/features/tour/tour-steps.ts';

const schedule = lotSchedule({ genesis: 0, epochLength: 1_000 }, 9, 1);
const nothing: Cycle = {
  lot: undefined,
  isPriced: false,
  schedule: undefined,
  isExperiencer: false,
  order: undefined,
  report: undefined,
  now: schedule.saleFrom,
};
const open = { number: 20, unsealed: false, round: { state: 'OPEN', closed: false } };
const offered: Cycle = { ...nothing, lot: open, schedule, isPriced: true };
const seen = { ...newTour(20), sawTwin: true };
const stepOf = (cycle: Cycle, progress = seen) => currentStep(cycleFacts(progress, cycle));

describe('guided tour', () => {
  it('goes through a whole cycle as chain and relay see it', () => {
    const paid = { ...offered, isExperiencer: true, order: { isPaid: true, isPosted: false } };
    const settled = { ...paid, order: { isPaid: true, isPosted: true }, now: schedule.saleUntil };
    const committed: Cycle = { ...settled, report: 'COMMITTED' };
    const closing = { ...committed, now: schedule.revealFrom };
    const unsealed = { ...closing, lot: { ...open, unsealed: true } };
    const revealed: Cycle = { ...unsealed, report: 'REVEALED' };
    const final = { ...unsealed, lot: { number: 20, unsealed: true, round: { state: 'FINAL', closed: true } } };
    expect(stepOf(nothing, newTour(20))).to.equal('twin');
    expect(stepOf(nothing)).to.equal('offer');
    expect(stepOf({ ...offered, isPriced: false })).to.equal('offer');
    expect(stepOf(offered)).to.equal('register');
    expect(stepOf({ ...offered, isExperiencer: true })).to.equal('buy');
    expect(stepOf(paid)).to.equal('settle');
    expect(stepOf(settled)).to.equal('commit');
    expect(stepOf(committed)).to.equal('close');
    expect(stepOf(closing)).to.equal('unseal');
    expect(stepOf(unsealed)).to.equal('reveal');
    expect(stepOf(revealed)).to.equal('judge');
    expect(stepOf({ ...final, report: 'SCORED' })).to.equal('claim');
    expect(stepOf({ ...final, report: 'CLAIMED' })).to.equal('money');
    expect(stepOf({ ...final, report: 'CLAIMED' }, { ...seen, sawMoney: true })).to.equal(null);
  });

  it('does not go back when the relay cannot be asked any more', () => {
    const asked = { ...offered, isExperiencer: true, order: undefined };
    expect(stepOf(asked, { ...seen, paidLot: 20, settledLot: 20 })).to.equal('commit');
    expect(stepOf(asked, { ...seen, paidLot: 19 })).to.equal('buy');
    expect(stepOf({ ...asked, report: 'COMMITTED' })).to.equal('close');
  });

  it('goes on when seal or reveal were missed, and ends where no report can be made any more', () => {
    const late: Cycle = { ...offered, isExperiencer: true, report: 'COMMITTED', now: schedule.revealUntil };
    expect(stepOf(late)).to.equal('judge');
    expect(isStuck(cycleFacts(seen, { ...late, report: undefined }))).to.equal(true);
    expect(isStuck(cycleFacts(seen, late))).to.equal(false);
  });

  it('knows a round that found nothing as judged', () => {
    const unproven = { number: 20, unsealed: true, round: { state: 'UNPROVEN', closed: false } };
    const cycle: Cycle = {
      ...offered,
      lot: unproven,
      isExperiencer: true,
      report: 'REVEALED',
      now: schedule.claimFrom,
    };
    expect(stepOf(cycle)).to.equal('claim');
  });

  it('counts its steps', () => {
    expect(TOUR_STEPS.map(stepsDone)).to.deep.equal(TOUR_STEPS.map((_, i) => i));
    expect(stepsDone(null)).to.equal(TOUR_STEPS.length);
  });

  it('stops time by itself before it is too late to commit', () => {
    expect(timeLimit('settle', schedule)).to.equal(schedule.commitUntil);
    for (const step of TIME_STEPS) {
      expect(timeTarget(step, schedule)).to.be.below(timeLimit(step, schedule) ?? Number.POSITIVE_INFINITY);
    }
  });

  it('knows where a step is done', () => {
    const facts = { commodityNumber: 1, lotNumber: 20, moneyEpoch: 9 };
    const isThere = (step: TourStep, path: string) => isOnTarget(step, stepTarget(step, facts), path);
    expect(isThere('twin', '/')).to.equal(true);
    expect(isThere('offer', '/produce/commodities/1/offer')).to.equal(true);
    expect(isThere('offer', '/produce/lots/20')).to.equal(true);
    expect(isThere('offer', '/produce')).to.equal(false);
    expect(isThere('buy', '/checkout/20')).to.equal(true);
    expect(isThere('buy', '/orders/0x12')).to.equal(true);
    expect(isThere('commit', '/orders/0x12')).to.equal(false);
    expect(isThere('settle', '/orders/0x12')).to.equal(false);
  });

  it('leads somewhere in every step that is more than waiting', () => {
    const facts = { commodityNumber: 1, lotNumber: 20, moneyEpoch: 9 };
    for (const step of TOUR_STEPS) {
      expect(stepTarget(step, facts) === null, step).to.equal(TIME_STEPS.has(step));
      expect(HIGHLIGHTS[step].length > 0, step).to.equal(!TIME_STEPS.has(step));
      expect(timeTarget(step, schedule) === null, step).to.equal(!TIME_STEPS.has(step));
    }
    expect(stepTarget('offer', { ...facts, lotNumber: undefined })).to.match(/offer\?example=true$/);
  });

  it('remembers itself, and takes nothing else for a tour', () => {
    const tour = { ...newTour(20), paidLot: 20 };
    expect(readTourProgress(JSON.parse(JSON.stringify(tour)))).to.deep.equal(tour);
    for (const bad of [null, {}, { status: 'lost', firstLot: 1 }, { status: 'running', firstLot: 'x' }]) {
      expect(readTourProgress(bad)).to.equal(null);
    }
  });
});
