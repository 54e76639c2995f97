import { expect } from 'chai';
import { unopenedStatements } from '../../../web/features/recommenders/unopened-statements.ts';

describe('statements without an open leaf', () => {
  it('leaves out statements in which the recommender’s leaf is open', () => {
    const statements = [{ id: 'a' }, { id: 'b' }];
    expect(unopenedStatements({ statements, openings: [{ statement: { id: 'a' } }] })).to.deep.equal([{ id: 'b' }]);
  });
});
