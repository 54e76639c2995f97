import { expect } from 'chai';
import fc from 'fast-check';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import { mergeClaims, readClaims, readTruth } from '../../../web/features/commodities/claims.ts';
import { lotBond } from '../../../web/features/commodities/lot-bond.ts';
import { checkLotDates, isoDate } from '../../../web/features/commodities/lot-document.ts';
import { lotTask } from '../../../web/features/commodities/lot-task.ts';
import { nextLotCode } from '../../../web/features/commodities/next-lot-code.ts';
import { beginLot, fillExample } from '../../../web/features/commodities/offer/begin-lot.ts';
import { checkLot, readUnits } from '../../../web/features/commodities/offer/check-lot.ts';
import { readLotDraft } from '../../../web/features/commodities/offer/lot-draft.ts';
import { lotRow, urgentRows } from '../../../web/features/commodities/own/lot-row.ts';
import { saleCalendar } from '../../../web/features/commodities/sale-window.ts';
import { claimsOfTexts, parameters } from './parameters.ts';

const CLOCK = { genesis: 1_000_000, epochLength: 1_000 };
const TODAY = '2026-11-22';

describe('claims of a lot', () => {
  it('parts open from sealed ones, each in the order of the parameters', () => {
    expect(readClaims(parameters, claimsOfTexts)).to.deep.equal({ open: [145, 30], sealed: [-5] });
  });

  it('waits until every one is there and legal', () => {
    expect(readClaims(parameters, { ...claimsOfTexts, ASH: '' })).to.equal(null);
    expect(readClaims(parameters, { ...claimsOfTexts, MOISTURE: '15.6' })).to.equal(null);
    expect(readClaims(parameters, { ...claimsOfTexts, MOISTURE: '14.55' })).to.equal(null);
  });

  it('joins them again by position', () => {
    const claims = readClaims(parameters, claimsOfTexts);
    expect(claims && mergeClaims(parameters, claims)).to.deep.equal([145, -5, 30]);
  });

  it('lets what is really in the box be illegal, but a number', () => {
    expect(readTruth(parameters, { ...claimsOfTexts, MOISTURE: '99' })).to.deep.equal([990, -5, 30]);
    expect(readTruth(parameters, { ...claimsOfTexts, MOISTURE: 'much' })).to.equal(null);
  });
});

describe('bond for another lot', () => {
  const state = { bond: 625n, pledged: 0n, required: 500n, unsealChargeBps: 2_500 };

  it('is the required one, and on top of it what all open seals can cost', () => {
    expect(lotBond(state)).to.deep.equal({ charge: 125n, needed: 625n, missing: 0n });
    expect(lotBond({ ...state, pledged: 125n })).to.deep.equal({ charge: 125n, needed: 750n, missing: 125n });
    expect(lotBond({ ...state, bond: 1_000n, pledged: 375n }).missing).to.equal(0n);
    expect(lotBond({ ...state, bond: 999n, pledged: 375n }).missing).to.equal(1n);
  });

  it('is short after a charge or when the requirement rose', () => {
    expect(lotBond({ ...state, bond: 500n }).missing).to.equal(125n);
    expect(lotBond({ ...state, required: 600n })).to.deep.equal({ charge: 150n, needed: 750n, missing: 125n });
  });
});

describe('what a producer has to do', () => {
  const schedule = lotSchedule(CLOCK, 2, 1);
  const facts = { unsealed: false, concluded: false, priced: true };
  const at = (now: number, change = {}) => lotTask(schedule, { ...facts, ...change }, now).task;

  it('is to name a price, then wait, then open the seal within its half epoch', () => {
    expect(at(schedule.saleFrom, { priced: false })).to.equal('price');
    expect(at(schedule.saleFrom)).to.equal('waitForUnseal');
    expect(at(schedule.saleFrom, { priced: undefined })).to.equal('waitForUnseal');
    expect(at(schedule.revealFrom)).to.equal('unseal');
    expect(at(schedule.revealUntil - 1)).to.equal('unseal');
    expect(at(schedule.revealUntil)).to.equal('missed');
  });

  it('is nothing once the seal is open or the round over', () => {
    expect(at(schedule.revealFrom, { unsealed: true })).to.equal('none');
    expect(at(schedule.revealUntil, { concluded: true })).to.equal('none');
  });

  it('puts what costs money first', () => {
    const lot = { lotCode: 'A', state: 'OFFERED' as const, epochs: 1, unsealed: false, sealCharge: '1' };
    const now = schedule.revealFrom;
    const rows = [
      lotRow({ ...lot, number: 1, startEpoch: 6 }, CLOCK, now, new Set()),
      lotRow({ ...lot, number: 2, startEpoch: 2 }, CLOCK, now, new Set([2])),
      lotRow({ ...lot, number: 3, startEpoch: 6 }, CLOCK, now, new Set([3])),
    ];
    expect(urgentRows(rows).map(({ lot: { number } }) => number)).to.deep.equal([2, 1]);
  });
});

describe('calendar of a sale', () => {
  it('says what each epoch is for, from now until winners are paid', () => {
    const { calendar, schedule } = saleCalendar(CLOCK, 9, 10, 2);
    expect(calendar.map(({ use }) => use)).to.deep.equal([
      'before',
      'sale',
      'sale',
      'reports',
      'reports',
      'reports',
      'closing',
      'scoring',
      'claims',
    ]);
    expect(calendar.find(({ use }) => use === 'closing')).to.include({
      epoch: schedule.closingEpoch,
      startsAt: schedule.revealFrom,
    });
  });
});

describe('form of a lot', () => {
  const blank = beginLot(
    parameters,
    { lotCodes: ['B-009'], facilityZh: '', facilityEn: '', claims: { MOISTURE: 140, ASH: 3 } },
    TODAY,
  );

  it('begins with the next code and the open claims of the lot before', () => {
    expect(blank.lotCode).to.equal('B-010');
    expect(blank.claims).to.deep.equal({ MOISTURE: '14.0' });
  });

  it('is complete once the example is filled in, and keeps what was typed', () => {
    const filled = fillExample({ ...blank, price: '7.50' }, parameters);
    expect(checkLot(filled, ['B-009'], TODAY)).to.deep.equal({});
    expect(readClaims(parameters, filled.claims)).not.to.equal(null);
    expect(filled.price).to.equal('7.50');
    expect(filled.truth).to.deep.equal(filled.claims);
  });

  it('says what is wrong', () => {
    const bad = { ...blank, lotCode: 'a b', units: '0', production: '2026-11-31', bestBefore: '2026-01-01' };
    expect(checkLot(bad, [], TODAY)).to.deep.include({ lotCode: 'bad', units: 'bad', production: 'notADate' });
    expect(checkLot({ ...blank, lotCode: 'B-009' }, ['B-009'], TODAY).lotCode).to.equal('taken');
  });

  it('survives being kept, and what is kept badly', () => {
    expect(readLotDraft(JSON.parse(JSON.stringify(blank)), blank)).to.deep.equal(blank);
    expect(readLotDraft({ units: 7, claims: 'x', epochs: 'two' }, blank)).to.deep.equal(blank);
    expect(readLotDraft(null, blank)).to.equal(blank);
  });

  it('reads units with parted thousands', () => {
    expect(readUnits('1,200')).to.equal(1_200);
    expect(readUnits('4294967296')).to.equal(null);
    expect(readUnits('1.5')).to.equal(null);
  });

  it('knows impossible days', () => {
    expect(checkLotDates({ production: '2026-11-23', bestBefore: '' }, TODAY)).to.deep.equal({
      production: 'inFuture',
    });
    expect(checkLotDates({ production: TODAY, bestBefore: TODAY }, TODAY)).to.deep.equal({
      bestBefore: 'beforeProduction',
    });
    expect(checkLotDates({ production: '', bestBefore: '' }, TODAY)).to.deep.equal({ production: 'missing' });
    expect(isoDate(0)).to.equal('1970-01-01');
  });
});

describe('next lot code', () => {
  it('is never one that is taken, and always one that GS1 allows', () => {
    const codes = fc.array(fc.stringMatching(/^[A-Z0-9-]{1,20}$/), { maxLength: 6 });
    fc.assert(
      fc.property(codes, (taken) => {
        const code = nextLotCode(taken, TODAY);
        expect(code).to.match(/^[A-Z0-9-]{1,20}$/);
      }),
    );
    expect(nextLotCode([], TODAY)).to.equal('L20261122');
    expect(nextLotCode(['BL-LX-09'], TODAY)).to.equal('BL-LX-10');
  });
});
