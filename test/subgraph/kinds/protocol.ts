import { expect } from 'chai';
import { deflatePower } from '../../../protocol/power/deflate-power.ts';
import { powerMultiplier } from '../../../protocol/power/power-multiplier.ts';
import { now } from '../../../scripts/local/time.ts';
import { type Assertion, all, byTime, expectFields, id4, sum } from './context.ts';
import { expectDecisions } from './governance.ts';
import { byLog } from './validators.ts';

export const protocolKinds: Record<string, Assertion> = {
  async Protocol(context, rows) {
    expect(rows.length).to.equal(1);
    const { commune } = context;
    const { models, commodities, settlement, evaluations, power, platforms, recommenders } = commune.contracts;
    const { validators, elections, rewards, court, disputes, token } = commune.contracts;
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
    const listed = all(context, 'Voter').filter((voter) => voter.listed);
    const term = await elections.read.currentTerm();
    expectFields('Protocol', row, {
      token: token.address,
      disputesAuditFund: await disputes.read.auditFundAccrued(),
      latestElection: id4(await elections.read.electionOf([term])),
      latestClosedTerm: id4((await rewards.read.nextTerm()) - 1),
      candidates: await validators.read.candidateCount(),
      runningCandidates: all(context, 'Candidate').filter(({ running }) => running).length,
      voters: await validators.read.voterCount(),
      listedVoters: listed.length,
      stake: sum(all(context, 'Voter'), 'stake'),
      listedStake: sum(listed, 'stake'),
      selfBonds: sum(all(context, 'Candidate'), 'selfBond'),
      seatSlashed: sum(all(context, 'SeatSlash'), 'taken'),
      validatorRewards: sum(all(context, 'TermRewards'), 'amount'),
      validatorRewardsPaid: sum(all(context, 'RewardClaim'), 'amount'),
      communeReceived: sum(
        all(context, 'CommuneMovement').filter(({ fund }) => fund === 'COMMUNE'),
        'amount',
      ),
      challengeBond: await disputes.read.bondRequired(),
      arbitrator: await disputes.read.arbitrator(),
      disputeCases: all(context, 'Case').length,
      openDisputeCases: all(context, 'Case').filter(({ state }) => state !== 'CLOSED').length,
      courtDisputes: all(context, 'CourtDispute').length,
      returnedFees: await disputes.read.returnedBy([court.address]),
      slashedReports: all(context, 'Report').filter(({ slashed }) => slashed).length,
      slashedReportBonds: sum(all(context, 'Case'), 'slashed'),
      charges: sum(all(context, 'Case'), 'charged'),
      bounties: sum(all(context, 'Case'), 'bounty'),
    });
    for (const [election, suffix] of [
      [term + 1, ''],
      [1, 'Before'],
    ] as const) {
      const rules = await validators.read.rulesAt([election]);
      expectFields('Protocol', row, {
        [`electionSeats${suffix}`]: rules.seats,
        [`minSelfBond${suffix}`]: rules.minSelfBond,
        [`minPower${suffix}`]: rules.minPower,
      });
    }
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
        communeReceived: sum(
          during('CommuneMovement', 'timestamp', row.number).filter(({ fund }) => fund === 'COMMUNE'),
          'amount',
        ),
        validatorRewards: sum(during('TermRewards', 'closedAt', row.number), 'amount'),
        validatorRewardsPaid: sum(during('RewardClaim', 'timestamp', row.number), 'amount'),
        seatSlashed: sum(during('SeatSlash', 'timestamp', row.number), 'taken'),
        disputeCases: during('Case', 'openedAt', row.number).length,
        disputeCasesClosed: during('Case', 'closedAt', row.number).length,
        challengeBondsLost: sum(
          during('Challenge', 'settledAt', row.number).filter(({ state }) => state === 'LOST' || state === 'EMPTY'),
          'bond',
        ),
        slashedReports: during('Report', 'claimedAt', row.number).filter(({ slashed }) => slashed).length,
        slashedReportBonds: sum(
          during('Report', 'claimedAt', row.number).filter(({ slashed }) => slashed),
          'penalty',
        ),
        charges: sum(during('Case', 'closedAt', row.number), 'charged'),
        bounties: sum(
          during('CreditMovement', 'timestamp', row.number).filter(({ kind }) => kind === 'BOUNTY'),
          'amount',
        ),
        powerEarned: sum(
          all(context, 'PowerCheckpoint').filter(({ epoch }) => epoch === row.id),
          'earned',
        ),
      });
    }
    expect(rows.some(({ swept }) => swept !== '0')).to.equal(true);
  },

  async ParameterChange(context, rows) {
    const { models, commodities, settlement, evaluations, platforms, disputes } = context.commune.contracts;
    const { validators, elections } = context.commune.contracts;
    const current: Record<string, number | bigint> = {
      modelBond: await models.read.bondRequired(),
      commodityBond: await commodities.read.bondRequired(),
      unsealChargeBps: await commodities.read.unsealChargeBps(),
      expertBps: await settlement.read.expertBps(),
      experiencerBps: await settlement.read.experiencerBps(),
      communeBps: await settlement.read.communeBps(),
      bondMultiple: await evaluations.read.bondMultiple(),
      kappaBps: await evaluations.read.kappaBps(),
      challengeBond: await disputes.read.bondRequired(),
    };
    for (const [name, value] of Object.entries(current)) {
      const changes = rows.filter((row) => row.name === name).toSorted(byTime);
      expect(changes.length, `${name} was set at deployment and changed since`).to.equal(2);
      expect(changes.at(-1)?.current, name).to.equal(value.toString());
      expect(changes[0]?.previous, name).to.equal('0');
      expect(changes[1]?.previous, name).to.equal(changes[0]?.current);
      expect(changes.every(({ fromEpoch }) => fromEpoch === null)).to.equal(true);
    }
    const term = await elections.read.currentTerm();
    const rules = await validators.read.rulesAt([term + 1]);
    const first = await validators.read.rulesAt([1]);
    for (const [name, field] of Object.entries({
      electionSeats: 'seats',
      minSelfBond: 'minSelfBond',
      minPower: 'minPower',
    } as const)) {
      const [change, ...more] = rows.filter((row) => row.name === name);
      expect(more.length, `${name} was set once`).to.equal(0);
      expect(change?.fromElection).to.be.within(1, term);
      expect([change?.previous, change?.current]).to.deep.equal([`${first[field]}`, `${rules[field]}`]);
    }
    const [announced, ...others] = rows.filter(({ name }) => name === 'minBond');
    expect(others.length, 'minBond was set once').to.equal(0);
    expect(BigInt(announced?.current)).to.equal(await platforms.read.minBond());
    expect(announced?.fromEpoch).to.be.greaterThan(0);
    await expectDecisions(context, rows);
  },

  async Appointment({ commune }, rows) {
    const { commodities, settlement, platforms, power, models, evaluations } = commune.contracts;
    const { validators, elections, court, disputes, governor, emission, memberships } = commune.contracts;
    const last = (role: string, by?: { readonly address: string }) =>
      rows
        .filter((row) => row.role === role && (by === undefined || row.contract === by.address.toLowerCase()))
        .toSorted(byLog)
        .at(-1)?.account;
    expect(last('evaluations')).to.equal((await commodities.read.evaluations()).toLowerCase());
    expect(last('commune')).to.equal((await settlement.read.commune()).toLowerCase());
    expect(last('auditFund')).to.equal((await settlement.read.auditFund()).toLowerCase());
    expect(last('platforms')).to.equal((await settlement.read.platforms()).toLowerCase());
    expect(last('demands')).to.equal((await platforms.read.demands()).toLowerCase());
    for (const account of new Set(rows.filter(({ role }) => role === 'minter').map((row) => row.account))) {
      const own = rows.filter((row) => row.role === 'minter' && row.account === account).toSorted(byLog);
      expect(await power.read.isMinter([account])).to.equal(own.at(-1)?.appointed);
    }
    const holders = await Promise.all([models, commodities, evaluations].map((one) => one.read.disputes()));
    const appointed = rows.filter(({ role }) => role === 'disputes').map(({ account }) => account);
    expect(appointed).to.have.members(holders.map((account) => account.toLowerCase()));
    expect(last('elections', validators)).to.equal((await validators.read.elections()).toLowerCase());
    expect(last('elections', governor)).to.equal((await governor.read.elections()).toLowerCase());
    expect(last('validators', governor)).to.equal((await governor.read.validators()).toLowerCase());
    expect(last('arbitrator')).to.equal((await disputes.read.arbitrator()).toLowerCase());
    for (const one of [court, emission, memberships]) {
      expect(last('treasury', one)).to.equal((await one.read.treasury()).toLowerCase());
    }
    expect(await elections.read.isCourt([last('court')])).to.equal(true);
  },

  async CommuneMovement({ commune, index }, rows) {
    const { asset, settlement, rewards } = commune.contracts;
    const to = { COMMUNE: await settlement.read.commune(), AUDIT_FUND: await settlement.read.auditFund() };
    for (const row of rows) expect(row.to).to.equal(to[row.fund as keyof typeof to].toLowerCase());
    const of = (kind: string) =>
      sum(
        rows.filter(({ fund }) => fund === kind),
        'amount',
      );
    // The same treasury gets what members paid, until another one is appointed.
    const collected = [...(index.get('MembershipCollection')?.values() ?? [])].filter(
      ({ treasury }) => treasury === to.AUDIT_FUND.toLowerCase(),
    );
    expect(of('AUDIT_FUND') + sum(collected, 'amount')).to.equal(await asset.read.balanceOf([to.AUDIT_FUND]));
    // What came in was paid to validators and voters, or is still there.
    const paid = sum([...(index.get('RewardClaim')?.values() ?? [])], 'amount');
    expect(of('COMMUNE')).to.equal((await asset.read.balanceOf([rewards.address])) + paid);
    expect(new Set(rows.map(({ fund, contract }) => `${fund} ${contract}`)).size, 'both funds, all contracts').to.equal(
      5,
    );
  },
};
