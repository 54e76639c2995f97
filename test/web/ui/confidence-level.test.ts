import { expect } from 'chai';
import { confidenceLevel } from '../../../web/shared/ui/confidence-level.ts';

describe('confidenceLevel', () => {
  it('has none without reports', () => expect(confidenceLevel(0, 0)).to.equal('None'));
  it('is low below the seven that a consensus needs', () => expect(confidenceLevel(9, 699)).to.equal('Low'));
  it('is good from seven on', () => expect(confidenceLevel(7, 700)).to.equal('Good'));
  it('is high from twelve on', () => expect(confidenceLevel(14, 1_200)).to.equal('High'));
});
