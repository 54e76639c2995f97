import { expect } from 'chai';
import fc from 'fast-check';

// Property tests run the same cases everywhere, so that a red run can be repeated; FUZZ_SEED=… explores others.
const seed = Number(process.env.FUZZ_SEED ?? 20261122);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

describe('property tests', () => {
  it('start from a seed that can be repeated', () => {
    expect(Number.isSafeInteger(seed), 'FUZZ_SEED must be a whole number').to.equal(true);
    expect(fc.readConfigureGlobal().seed).to.equal(seed);
  });
});
