import { expect } from 'chai';
import { freeZone, isApart } from '../../../web/features/tour/pointing.ts';

const phone = { innerWidth: 390, innerHeight: 844 };
const at = (top: number, height = 44) => ({ top, left: 16, width: 120, height });

describe('where the tour points', () => {
  const panel = { top: 560, left: 8, width: 374, height: 150 };
  const zone = freeZone(phone, panel);

  it('is between the header and the panel', () => {
    expect(zone.top).to.be.greaterThan(64);
    expect(zone.top + zone.height).to.be.below(panel.top);
    expect(isApart(at(300), zone)).to.equal(false);
  });

  it('is not what is scrolled away or behind the panel', () => {
    for (const top of [-200, 20, 540, 600, 2_000]) expect(isApart(at(top), zone), String(top)).to.equal(true);
  });

  it('is enough of something tall when its beginning is there', () => {
    expect(isApart(at(zone.top, 3_000), zone)).to.equal(false);
    expect(isApart(at(zone.top + 100, 3_000), zone)).to.equal(true);
  });

  it('has no height left behind a panel that fills the window', () => {
    expect(freeZone(phone, { ...panel, top: 0, height: 844 }).height).to.equal(0);
  });
});
