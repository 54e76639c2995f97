import { expect } from 'chai';
import { zeroAddress } from 'viem';
import { type Assertion, all, byTime, type Context, expectFields, id4, numbersIn, one, sum } from './context.ts';

const CHANGES = 8;
const BOND_CHANGES = 5;

/** Entities of a kind that belong to a platform. */
function own(context: Context, kind: string, id: string) {
  return all(context, kind)
    .filter(({ platform }) => platform === id)
    .toSorted(byTime);
}

export const platformKinds: Record<string, Assertion> = {
  async Platform(context, rows) {
    const { platforms, demands, asset } = context.commune.contracts;
    expect(rows.length)
      .to.equal(await platforms.read.platformCount())
      .and.to.be.greaterThan(2);
    for (const row of rows) {
      const platform = await platforms.read.platformOf([row.number]);
      const { operator, admittedAt, suspended, bond, leaving, auditAccrued, openCases, slashed } = platform;
      const changes = own(context, 'PlatformChange', row.id);
      const statements = own(context, 'Statement', row.id);
      const slashes = own(context, 'Slash', row.id);
      expectFields('Platform', row, {
        ...{ operator, suspended, bond, leaving, auditAccrued, openCases },
        id: id4(row.number),
        admittedAt: BigInt(admittedAt),
        endpoint: changes.filter(({ endpoint }) => endpoint).at(-1)?.endpoint,
        mirrors: changes.filter(({ mirrors }) => mirrors).at(-1)?.mirrors ?? [],
        pendingOperator: platform.pendingOperator === zeroAddress ? null : platform.pendingOperator,
        leaveEpoch: platform.leaveEpoch === 0 ? null : platform.leaveEpoch,
        slashedInEpoch: slashed,
        slashEpoch: slashes.length === 0 ? null : platform.slashEpoch,
        slashCount: slashes.length,
        slashedTotal: sum(slashes, 'amount'),
        receiptChallengeCount: own(context, 'ReceiptChallenge', row.id).length,
        demandCount: own(context, 'Demand', row.id).length,
        challengePledgesWon: await platforms.read.pledgesWonBy([row.number]),
        demandPledgesWon: await demands.read.pledgesWonBy([row.number]),
        statementCount: statements.length,
        orders: sum(statements, 'orders'),
        sales: sum(statements, 'sales'),
        fees: sum(statements, 'fees'),
        commissions: sum(statements, 'commissions'),
      });
      const last = row.nextSigner === null ? [row.signer, row.signerFrom] : [row.nextSigner, row.nextSignerFrom];
      expect(last).to.deep.equal([platform.signer.toLowerCase(), `${platform.signerSince}`]);
      expect(row.signer).to.equal((await platforms.read.signerOf([row.number, Number(row.signerFrom)])).toLowerCase());
    }
    expect(rows.map(({ suspended }) => suspended)).to.include.members([true, false]);
    for (const seen of ['openCases', 'leaving', 'auditAccrued', 'demandPledgesWon', 'challengePledgesWon']) {
      expect(
        rows.some((row) => `${row[seen]}` !== '0'),
        `${seen}: of some platform`,
      ).to.equal(true);
    }
    const held = sum(rows, 'bond') + sum(rows, 'auditAccrued');
    const owed = sum(all(context, 'Account'), 'rewardCredit') + sum(all(context, 'Account'), 'equivocationCredit');
    expect(held + owed, 'what Platforms holds').to.equal(await asset.read.balanceOf([platforms.address]));
  },

  async PlatformChange(context, rows) {
    const { platforms } = context.commune.contracts;
    for (const { id, number } of all(context, 'Platform')) {
      const changes = own(context, 'PlatformChange', id);
      const states = changes.filter(({ kind }) => ['SUSPENDED', 'RESUMED'].includes(kind));
      const { suspended, signer, operator } = await platforms.read.platformOf([number]);
      expect(states.at(-1)?.kind === 'SUSPENDED').to.equal(suspended);
      expect(changes.filter((change) => change.signer).at(-1)?.signer).to.equal(signer.toLowerCase());
      const operators = changes.filter(({ kind }) => ['ADMITTED', 'OPERATOR_CHANGED'].includes(kind));
      expect(operators.at(-1)?.operator).to.equal(operator.toLowerCase());
    }
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(CHANGES);
  },

  async SignerKey(context, rows) {
    const { platforms } = context.commune.contracts;
    for (const row of rows) {
      const [number = 0, fromEpoch = 0] = numbersIn(row.id);
      expectFields('SignerKey', row, {
        platform: id4(number),
        fromEpoch: BigInt(fromEpoch),
        signer: await platforms.read.signerOf([number, fromEpoch]),
      });
      const earlier = rows
        .filter((key) => key.platform === row.platform && Number(key.fromEpoch) < fromEpoch)
        .toSorted((a, b) => Number(a.fromEpoch) - Number(b.fromEpoch));
      if (fromEpoch === 0) continue;
      const before = await platforms.read.signerOf([number, fromEpoch - 1]);
      expect(earlier.at(-1)?.signer ?? zeroAddress, `before ${row.id}`).to.equal(before.toLowerCase());
    }
    const set = all(context, 'PlatformChange').filter(({ signer }) => signer !== null);
    expect(rows.length, 'one key was replaced before its epoch').to.equal(set.length - 1);
  },

  async BondChange(context, rows) {
    for (const { id, bond } of all(context, 'Platform')) {
      let current = 0n;
      for (const row of own(context, 'BondChange', id)) {
        const amount = BigInt(row.amount);
        if (row.kind === 'DEPOSITED') current += amount;
        if (row.kind === 'WITHDRAWN' || row.kind === 'SLASHED') current -= amount;
        expect(row.bond, row.id).to.equal(`${current}`);
        if (row.kind !== 'SLASHED') continue;
        const slash = one(context, 'Slash', row.slash);
        expectFields('BondChange', row, { amount: slash.amount, account: slash.challenger, bond: slash.bond });
      }
      expect(bond).to.equal(`${current}`);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(BOND_CHANGES);
  },
};
