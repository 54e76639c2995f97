import { expect } from 'chai';
import { tooltipPlace } from '../../../web/shared/ui/tooltip-place.ts';

describe('tooltipPlace', () => {
  const bubble = { width: 200, height: 40 };
  const at = (left: number, top: number) => ({ left, top, width: 40, height: 20, bottom: top + 20 });

  it('is above the middle', () =>
    expect(tooltipPlace(at(300, 300), bubble, 800)).to.deep.equal({ top: 252, left: 220 }));
  it('is below where there is no room above', () => expect(tooltipPlace(at(300, 10), bubble, 800).top).to.equal(38));
  it('stays inside of the viewport', () => {
    expect(tooltipPlace(at(0, 300), bubble, 390).left).to.equal(8);
    expect(tooltipPlace(at(360, 300), bubble, 390).left).to.equal(182);
  });
});
