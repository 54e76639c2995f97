import { expect } from 'chai';
import { deflatePower } from '../../../protocol/power/deflate-power.ts';
import { powerMultiplier } from '../../../protocol/power/power-multiplier.ts';
import { now } from '../../../scripts/local/time.ts';
import { type Assertion, all, byTime, expectFields, sum } from './context.ts';

export const protocolKinds: Record<string, Assertion> = {
  async Protocol(context, rows) {
    expect(rows.length).to.equal(1);
    const { commune } = context;
    const { models, commodities, settlement, evaluations, power, platforms, recommenders } = commune.contracts;
    const row = rows[0] as (typeof rows)[number];
    expectFields('Protocol', row, {
      id: '0x00',
      genesis: BigInt(await commodities.read.genesis()),
      epochLength: BigInt(await commodities.read.epochLength()),
      expertBps: await settlement.read.expertBps(),
      experiencerBps: await settlement.read.experiencerBps(),
      communeBps: await settlement.read.communeBps(),
      kappaBps: await evaluations.read.kappaBps(),
      bondMultiple: await evaluations.read.bondMultiple(),
      modelBond: await models.read.bondRequired(),
      commodityBond: await commodities.read.bondRequired(),
      unsealChargeBps: await commodities.read.unsealChargeBps(),
      models: await models.read.modelCount(),
      commodities: await commodities.read.commodityCount(),
      lots: await commodities.read.lotCount(),
      platforms: await platforms.read.platformCount(),
      recommenders: await recommenders.read.registered(),
      experiencers: await power.read.registered(),
      settlementAuditFund: await settlement.read.auditFundAccrued(),
      evaluationsAuditFund: await evaluations.read.auditFundAccrued(),
      platformsAuditFund: sum(all(context, 'Platform'), 'auditAccrued'),
      receiptChallenges: all(context, 'ReceiptChallenge').length,
      demands: all(context, 'Demand').length,
      openCases: all(context, 'Platform').reduce((total, { openCases }) => total + openCases, 0),
      slashes: all(context, 'Slash').length,
      slashed: sum(all(context, 'Slash'), 'amount'),
      slashRewards: sum(all(context, 'Slash'), 'reward'),
      compensated: sum(all(context, 'Compensation'), 'amount'),
      statements: all(context, 'Statement').length,
      reports: all(context, 'Report').length,
      rewards: sum(all(context, 'Report'), 'reward'),
    });
    for (const total of ['orders', 'sales', 'fees', 'commissions']) {
      expect(row[total]).to.equal(sum(all(context, 'Statement'), total).toString());
    }
    const time = await now(commune);
    const isNext = row.nextMinBond !== null && row.nextMinBondFrom <= (await platforms.read.currentEpoch());
    expect(BigInt(isNext ? row.nextMinBond : row.minBond)).to.equal(await platforms.read.minBond());
    const multiplier = powerMultiplier(BigInt(time - commune.clock.genesis), await power.read.halfLife());
    expect(deflatePower(BigInt(row.rawPower), multiplier)).to.equal(await power.read.totalPowerAt([time]));
  },

  async Epoch(context, rows) {
    const { settlement } = context.commune.contracts;
    const { genesis, epochLength } = context.commune.clock;
    const epochOf = (time: string) => Math.floor((Number(time) - genesis) / epochLength);
    const during = (kind: string, field: string, epoch: number) =>
      all(context, kind).filter((row) => row[field] !== null && epochOf(row[field]) === epoch);
    for (const row of rows) {
      const statements = all(context, 'Statement').filter(({ epoch }) => epoch === row.id);
      const paid = BigInt(row.expertsPaid) + BigInt(row.potsPaid) + BigInt(row.recommendersPaid) + BigInt(row.swept);
      expect(BigInt(row.deposits) - BigInt(row.communeShare)).to.equal(paid + sum(statements, 'remaining'));
      expectFields('Epoch', row, {
        communeAccrued: await settlement.read.communeAccrued([row.number]),
        orders: sum(statements, 'orders'),
        sales: sum(statements, 'sales'),
        fees: sum(statements, 'fees'),
        commissions: sum(statements, 'commissions'),
        deposits: sum(statements, 'deposit'),
        communeShare: sum(statements, 'communeShare'),
        lotsOffered: during('Lot', 'offeredAt', row.number).length,
        reportsCommitted: during('Report', 'committedAt', row.number).length,
        reportsRevealed: during('Report', 'revealedAt', row.number).length,
        rewards: sum(during('Report', 'claimedAt', row.number), 'reward'),
        penalties: sum(during('Report', 'claimedAt', row.number), 'penalty'),
        receiptChallenges: during('ReceiptChallenge', 'openedAt', row.number).length,
        demands: during('Demand', 'openedAt', row.number).length,
        casesAnswered: ['ReceiptChallenge', 'Demand']
          .flatMap((kind) => during(kind, 'closedAt', row.number))
          .filter(({ state }) => state === 'ANSWERED').length,
        slashes: during('Slash', 'timestamp', row.number).length,
        slashed: sum(during('Slash', 'timestamp', row.number), 'amount'),
        slashRewards: sum(during('Slash', 'timestamp', row.number), 'reward'),
        compensated: sum(during('Compensation', 'timestamp', row.number), 'amount'),
        powerEarned: sum(
          all(context, 'PowerCheckpoint').filter(({ epoch }) => epoch === row.id),
          'earned',
        ),
      });
    }
    expect(rows.some(({ swept }) => swept !== '0')).to.equal(true);
  },

  async ParameterChange(context, rows) {
    const { models, commodities, settlement, evaluations, platforms } = context.commune.contracts;
    const current: Record<string, number | bigint> = {
      modelBond: await models.read.bondRequired(),
      commodityBond: await commodities.read.bondRequired(),
      unsealChargeBps: await commodities.read.unsealChargeBps(),
      expertBps: await settlement.read.expertBps(),
      experiencerBps: await settlement.read.experiencerBps(),
      communeBps: await settlement.read.communeBps(),
      bondMultiple: await evaluations.read.bondMultiple(),
      kappaBps: await evaluations.read.kappaBps(),
    };
    for (const [name, value] of Object.entries(current)) {
      const changes = rows.filter((row) => row.name === name).toSorted(byTime);
      expect(changes.length, `${name} was set at deployment and changed since`).to.equal(2);
      expect(changes.at(-1)?.current, name).to.equal(value.toString());
      expect(changes[0]?.previous, name).to.equal('0');
      expect(changes[1]?.previous, name).to.equal(changes[0]?.current);
      expect(changes.every(({ fromEpoch }) => fromEpoch === null)).to.equal(true);
    }
    const [announced, ...others] = rows.filter(({ name }) => name === 'minBond');
    expect(others.length, 'minBond was set once').to.equal(0);
    expect(BigInt(announced?.current)).to.equal(await platforms.read.minBond());
    expect(announced?.fromEpoch).to.be.greaterThan(0);
  },

  async Appointment({ commune }, rows) {
    const { commodities, settlement, platforms, power } = commune.contracts;
    const last = (role: string) =>
      rows
        .filter((row) => row.role === role)
        .toSorted(byTime)
        .at(-1)?.account;
    expect(last('evaluations')).to.equal((await commodities.read.evaluations()).toLowerCase());
    expect(last('commune')).to.equal((await settlement.read.commune()).toLowerCase());
    expect(last('auditFund')).to.equal((await settlement.read.auditFund()).toLowerCase());
    expect(last('platforms')).to.equal((await settlement.read.platforms()).toLowerCase());
    expect(last('demands')).to.equal((await platforms.read.demands()).toLowerCase());
    for (const { account, appointed } of rows.filter(({ role }) => role === 'minter')) {
      expect(await power.read.isMinter([account])).to.equal(appointed);
    }
  },

  async CommuneMovement({ commune }, rows) {
    const { asset, settlement } = commune.contracts;
    const to = (await settlement.read.commune()).toLowerCase() as `0x${string}`;
    expect(await settlement.read.auditFund()).to.satisfy((fund: string) => fund.toLowerCase() === to);
    expect(rows.every((row) => row.to === to)).to.equal(true);
    expect(sum(rows, 'amount')).to.equal(await asset.read.balanceOf([to]));
    expect(new Set(rows.map(({ fund, contract }) => `${fund} ${contract}`)).size, 'both funds, all contracts').to.equal(
      4,
    );
  },
};
