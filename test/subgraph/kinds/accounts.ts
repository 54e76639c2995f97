import { expect } from 'chai';
import { type Address, zeroAddress } from 'viem';
import { type Assertion, all, type Context, expectFields, id4, numbersIn, sum } from './context.ts';

const creditOf = async ({ commune, index }: Context, contract: string, account: string): Promise<bigint> => {
  const { settlement, evaluations, platforms, disputes } = commune.contracts;
  if (contract === disputes.address.toLowerCase()) return disputes.read.creditOf([account as Address]);
  if (contract === platforms.address.toLowerCase()) {
    return (
      (await platforms.read.rewardOf([account as Address])) + (await equivocationCredit({ commune, index }, account))
    );
  }
  const keeper = contract === settlement.address.toLowerCase() ? settlement : evaluations;
  return keeper.read.creditOf([account as Address]);
};

/** What an account can still withdraw for equivocations. */
async function equivocationCredit(
  { commune, index }: Pick<Context, 'commune' | 'index'>,
  account: string,
): Promise<bigint> {
  let credit = 0n;
  for (const { platform, orderId, challenger } of index.get('Equivocation')?.values() ?? []) {
    if (challenger !== account) continue;
    const [number = 0] = numbersIn(platform);
    credit += (await commune.contracts.platforms.read.equivocationOf([number, orderId])).reward;
  }
  return credit;
}

export const accountKinds: Record<string, Assertion> = {
  async Account(context, rows) {
    const { settlement, evaluations, platforms, demands, power, recommenders } = context.commune.contracts;
    const { validators, court, disputes } = context.commune.contracts;
    const roles = { experiencer: 0, recommender: 0, credit: 0, refused: 0, reward: 0, shown: 0, returned: 0, back: 0 };
    const fields = [
      'candidate',
      'voter',
      'validatorRewards',
      'bountiesEarned',
      'disputesCredit',
      'disputesCoins',
      'courtCoins',
      'courtTokens',
      'mined',
    ];
    for (const row of rows) {
      const account = row.id as Address;
      const [experiencer, recommender] = [await power.read.idOf([account]), await recommenders.read.idOf([account])];
      const candidate = await validators.read.candidateIdOf([account]);
      const voter = await validators.read.voterIdOf([account]);
      const [courtCoins, courtTokens] = await court.read.balanceOf([account]);
      const own = (kind: string) => all(context, kind).filter((one) => one.account === row.id);
      expectFields('Account', row, {
        settlementCredit: await settlement.read.creditOf([account]),
        evaluationsCredit: await evaluations.read.creditOf([account]),
        rewardCredit: await platforms.read.rewardOf([account]),
        equivocationCredit: await equivocationCredit(context, row.id),
        challengePledgeCredit: await platforms.read.pledgeOf([account]),
        demandPledgeCredit: await demands.read.pledgeOf([account]),
        slashRewardsEarned: sum(
          all(context, 'Slash').filter(({ challenger }) => challenger === row.id),
          'reward',
        ),
        experiencer: experiencer === 0 ? null : id4(experiencer),
        recommender: recommender === 0 ? null : id4(recommender),
        candidate: candidate === 0 ? null : id4(candidate),
        voter: voter === 0 ? null : id4(voter),
        validatorRewards: sum(own('RewardClaim'), 'amount'),
        bountiesEarned: sum(
          own('CreditMovement').filter(({ kind }) => kind === 'BOUNTY'),
          'amount',
        ),
        disputesCredit: await disputes.read.creditOf([account]),
        disputesCoins: await disputes.read.coinsOf([account]),
        ...{ courtCoins, courtTokens },
        mined: sum(own('MiningClaim'), 'amount'),
      });
      roles.experiencer += Math.sign(experiencer);
      roles.recommender += Math.sign(recommender);
      roles.credit += row.settlementCredit === '0' ? 0 : 1;
      roles.refused += row.evaluationsCredit === '0' ? 0 : 1;
      roles.reward += row.rewardCredit === '0' ? 0 : 1;
      roles.shown += row.equivocationCredit === '0' ? 0 : 1;
      roles.returned += row.challengePledgeCredit === '0' ? 0 : 1;
      roles.back += row.demandPledgeCredit === '0' ? 0 : 1;
    }
    expect(
      Object.values(roles).every((count) => count > 0),
      JSON.stringify(roles),
    ).to.equal(true);
    for (const field of fields) {
      expect(
        rows.some((row) => row[field] !== null && row[field] !== '0'),
        field,
      ).to.equal(true);
    }
    expect(roles.experiencer).to.equal(await power.read.registered());
    expect(roles.recommender).to.equal(await recommenders.read.registered());
  },

  async CreditMovement(context, rows) {
    const balances = new Map<string, bigint>();
    for (const { account, contract, kind, amount } of rows) {
      const key = `${contract}/${account}`;
      balances.set(key, (balances.get(key) ?? 0n) + (kind === 'WITHDRAWAL' ? -1n : 1n) * BigInt(amount));
    }
    for (const [key, balance] of balances) {
      const [contract = '', account = ''] = key.split('/');
      expect(balance, key).to.equal(await creditOf(context, contract, account));
    }
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect([...kinds].sort()).to.deep.equal([
      'BOUNTY',
      'CHALLENGE_BOND',
      'COMMISSION',
      'EXPERT_SHARE',
      'REFUSED_PAYMENT',
      'SLASH_REWARD',
      'WITHDRAWAL',
    ]);
    const shares = rows.filter(({ kind }) => kind === 'EXPERT_SHARE');
    expect(shares.every(({ lot, epoch }) => lot !== null && epoch !== null)).to.equal(true);
  },

  async Recommender(context, rows) {
    const { recommenders } = context.commune.contracts;
    expect(rows.length).to.equal(await recommenders.read.registered());
    for (const row of rows) {
      const openings = all(context, 'RecommenderOpening').filter(({ recommender }) => recommender === row.id);
      const compensations = all(context, 'Compensation').filter(
        ({ recommender, payout }) => recommender === row.id && payout !== null,
      );
      const offeredTo = await recommenders.read.offeredTo([row.number]);
      expectFields('Recommender', row, {
        id: id4(row.number),
        account: await recommenders.read.accountOf([row.number]),
        payout: await recommenders.read.payoutOf([row.number]),
        orders: sum(openings, 'orders'),
        sales: sum(openings, 'sales'),
        commissions: sum(openings, 'commissions') + sum(compensations, 'commission'),
        offeredTo: offeredTo === zeroAddress ? null : offeredTo,
      });
    }
    expect(
      rows.some(({ account, payout }) => account !== payout),
      'one moved his payout',
    ).to.equal(true);
    expect(
      rows.some(({ offeredTo }) => offeredTo !== null),
      'one is offered',
    ).to.equal(true);
  },

  async RecommenderTransfer({ commune }, rows) {
    const { recommenders } = commune.contracts;
    for (const row of rows) {
      const [number = 0] = numbersIn(row.recommender);
      expect(await recommenders.read.idOf([row.from])).to.equal(0);
      expectFields('RecommenderTransfer', row, {
        to: await recommenders.read.accountOf([number]),
        payout: await recommenders.read.payoutOf([number]),
      });
    }
  },

  async PledgeMovement({ commune }, rows) {
    const { platforms, demands } = commune.contracts;
    for (const contract of [platforms, demands]) {
      const address = contract.address.toLowerCase() as Address;
      const own = rows.filter((row) => row.contract === address);
      const of = (kind: string) =>
        sum(
          own.filter((row) => row.kind === kind),
          'amount',
        );
      expect(new Set(own.map(({ kind }) => kind)).size, address).to.equal(5);
      const balance = await commune.publicClient.getBalance({ address });
      expect(of('PLEDGED') - of('WITHDRAWN') - of('COLLECTED'), address).to.equal(balance);
      for (const account of new Set(own.map((row) => row.account).filter((one) => one !== null))) {
        const his = (kind: string) => own.filter((row) => row.kind === kind && row.account === account);
        const waits = sum(his('RETURNED'), 'amount') - sum(his('WITHDRAWN'), 'amount');
        expect(waits, account).to.equal(await contract.read.pledgeOf([account as Address]));
      }
      for (const platform of new Set(own.map((row) => row.platform).filter((one) => one !== null))) {
        const its = (kind: string) => own.filter((row) => row.kind === kind && row.platform === platform);
        const waits = sum(its('WON'), 'amount') - sum(its('COLLECTED'), 'amount');
        const [number = 0] = numbersIn(platform);
        expect(waits, platform).to.equal(await contract.read.pledgesWonBy([number]));
      }
    }
  },
};
