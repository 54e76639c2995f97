import { expect } from 'chai';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, byTime, expectFields, id4, numbersIn, one, sum, textOf } from './context.ts';

const DIRECTIONS = ['TWO_SIDED', 'AT_LEAST', 'AT_MOST'];
const isLost = ({ ruling, state }: Row) => ruling === 2 && state === 'CLOSED';

export const modelKinds: Record<string, Assertion> = {
  async Model(context, rows) {
    const { models } = context.commune.contracts;
    expect(rows.length).to.equal(await models.read.modelCount());
    for (const row of rows) {
      const [bond, freeFrom] = await models.read.bondOf([row.number]);
      const latest = await models.read.latestRevision([row.number]);
      const cases = all(context, 'Case').filter(({ model }) => model === row.id);
      const lots = all(context, 'Lot').filter(({ model }) => model === row.id);
      const lotIds = new Set(lots.map(({ id }) => id));
      const openings = all(context, 'LotOpening').filter(({ lot }) => lotIds.has(lot));
      const compensations = all(context, 'Compensation').filter(({ lot }) => lotIds.has(lot));
      expectFields('Model', row, {
        id: id4(row.number),
        owner: await models.read.ownerOf([BigInt(row.number)]),
        bond,
        bondWithdrawn: bond === 0n && !cases.some(isLost),
        condemned: cases.some(isLost),
        charged: sum(cases, 'charged'),
        openCases: cases.filter(({ state }) => state !== 'CLOSED').length,
        retired: !(await models.read.isActive([row.number])),
        bondFreeFrom: freeFrom === 0 ? null : freeFrom,
        latestRevision: `${row.id}${latest.toString(16).padStart(4, '0')}`,
        commodityCount: all(context, 'Commodity').filter(({ model }) => model === row.id).length,
        lotCount: lots.length,
        earned: sum(openings, 'expertShare') + sum(compensations, 'expertShare'),
      });
    }
    expect(
      rows.some(({ expert, owner }) => expert !== owner),
      'one was given away',
    ).to.equal(true);
    expect(
      rows.some(({ bondWithdrawn }) => bondWithdrawn),
      'one bond was withdrawn',
    ).to.equal(true);
    expect(
      rows.some(({ condemned }) => condemned),
      'one was condemned',
    ).to.equal(true);
  },

  async ModelTransfer(context, rows) {
    const { models } = context.commune.contracts;
    for (const model of all(context, 'Model')) {
      const transfers = rows.filter((row) => row.model === model.id).toSorted(byTime);
      expect(transfers[0]?.from).to.equal(null);
      for (const [i, { from }] of transfers.entries()) if (i > 0) expect(from).to.equal(transfers[i - 1]?.to);
      const owner = await models.read.ownerOf([BigInt(model.number)]);
      expect(transfers.at(-1)?.to).to.equal(owner.toLowerCase());
    }
    expect(rows.length).to.be.greaterThan(all(context, 'Model').length);
  },

  async Revision({ index, commune }, rows) {
    const { models } = commune.contracts;
    let count = 0;
    for (const model of index.get('Model')?.values() ?? []) count += await models.read.latestRevision([model.number]);
    expect(rows.length)
      .to.equal(count)
      .and.to.be.greaterThan(index.get('Model')?.size ?? 0);
    for (const row of rows) {
      const [model = 0] = numbersIn(row.model);
      const documentDigest = await models.read.documentOf([model, row.number]);
      const parameterCount = (await models.read.parametersOf([model, row.number])).length;
      const documentCid = cidFromDigest(documentDigest);
      expectFields('Revision', row, { documentDigest, documentCid, parameterCount });
    }
  },

  async Parameter(context, rows) {
    const { models } = context.commune.contracts;
    let count = 0;
    for (const revision of all(context, 'Revision')) {
      const [model = 0] = numbersIn(revision.model);
      const parameters = await models.read.parametersOf([model, revision.number]);
      for (const [position, parameter] of parameters.entries()) {
        const row = one(context, 'Parameter', `${revision.id}${position.toString(16).padStart(2, '0')}`);
        const { tolerance, isSealed, code, direction, ...same } = parameter;
        expectFields('Parameter', row, {
          ...same,
          revision: revision.id,
          position,
          code: textOf(code),
          direction: DIRECTIONS[direction],
          tolerance: BigInt(tolerance),
          sealed: isSealed,
        });
        count++;
      }
    }
    expect(rows.length).to.equal(count);
  },
};
