import { expect } from 'chai';
import type { Address, Hex } from 'viem';
import { type Call, type Classes, classOfCall, classOfCalls } from '../../../protocol/governance/decision-class.ts';

const governor: Address = '0x00000000000000000000000000000000000000a1';
const platforms: Address = '0x00000000000000000000000000000000000000B2';
const SUSPEND: Hex = '0x11111111';
const RESUME: Hex = '0x22222222';
const UNKNOWN: Hex = '0x33333333';

const classes: Classes = {
  reserved: [governor],
  listed: (_, selector) => (({ [SUSPEND]: 'emergency', [RESUME]: 'parameter' }) as const)[selector as '0x11111111'],
};
const call = (data: Hex, value = 0n, target = platforms): Call => ({ target, value, data });

describe('class of a decision', () => {
  it('is that of the list', () => {
    expect(classOfCall(call(`${SUSPEND}00ff`), classes)).to.equal('emergency');
    expect(classOfCall(call(RESUME), classes)).to.equal('parameter');
    expect(classOfCall(call(UNKNOWN), classes)).to.equal('constitutional');
  });

  it('is constitutional with money, without a selector and inside the constitution', () => {
    expect(classOfCall(call(SUSPEND, 1n), classes)).to.equal('constitutional');
    expect(classOfCall(call('0x'), classes)).to.equal('constitutional');
    expect(classOfCall(call('0x111111'), classes)).to.equal('constitutional');
    expect(classOfCall(call(SUSPEND, 0n, governor), classes)).to.equal('constitutional');
    expect(classOfCall(call(SUSPEND, 0n, governor.toUpperCase().replace('0X', '0x') as Address), classes)).to.equal(
      'constitutional',
    );
  });

  it('is the strictest of a batch', () => {
    expect(classOfCalls([call(SUSPEND), call(SUSPEND)], classes)).to.equal('emergency');
    expect(classOfCalls([call(SUSPEND), call(RESUME)], classes)).to.equal('parameter');
    expect(classOfCalls([call(SUSPEND), call(UNKNOWN), call(RESUME)], classes)).to.equal('constitutional');
    expect(classOfCalls([], classes)).to.equal('constitutional');
  });
});
