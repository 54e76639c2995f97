import { expect } from 'chai';
import type { Address } from 'viem';
import { treasuryTotal } from '../../../protocol/token/emission.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, expectFields, id4, numbersIn, one, sum } from './context.ts';
import { byLog } from './validators.ts';

/** A fifth of the cap: a tenth each for founders and treasury. */
const MINTED_AT_DEPLOYMENT = 200_000_000n * 10n ** 18n;

export const emissionKinds: Record<string, Assertion> = {
  async Emission(context, rows) {
    const { emission, token } = context.commune.contracts;
    expect(rows.length).to.equal(1);
    const row = rows[0] as Row;
    expectFields('Emission', row, {
      id: '0x00',
      firstEpoch: await emission.read.firstEpoch(),
      treasury: await emission.read.treasury(),
      treasuryUntil: await emission.read.treasuryUntil(),
      treasuryMined: sum(all(context, 'TreasuryMint'), 'amount'),
      workMined: sum(all(context, 'MiningClaim'), 'amount'),
      rounds: all(context, 'MinedRound').length,
      claims: all(context, 'MiningClaim').length,
    });
    const mined = BigInt(row.treasuryMined) + BigInt(row.workMined);
    expect(await token.read.totalSupply()).to.equal(MINTED_AT_DEPLOYMENT + mined);
  },

  async EmissionEpoch(context, rows) {
    const { emission } = context.commune.contracts;
    for (const row of rows) {
      const rounds = all(context, 'MinedRound').filter(({ epoch }) => epoch === row.id);
      expectFields('EmissionEpoch', row, {
        id: id4(row.number),
        shares: await emission.read.sharesOf([row.number]),
        roundCount: rounds.length,
        mined: sum(rounds, 'mined'),
      });
      const [winners] = await emission.read.amountsOf([row.number]);
      expect(BigInt(row.mined) <= winners).to.equal(true);
    }
    expect(rows.some(({ roundCount }) => roundCount > 1)).to.equal(true);
  },

  async MinedRound(context, rows) {
    const { emission, commodities } = context.commune.contracts;
    let registered = 0;
    for (let lotId = 0; lotId < (await commodities.read.lotCount()); lotId++) {
      const { epoch, shares, evaluations } = await emission.read.miningOf([lotId]);
      if (shares === 0n) continue;
      registered++;
      const claims = all(context, 'MiningClaim').filter(({ round }) => round === id4(lotId));
      expectFields('MinedRound', one(context, 'MinedRound', id4(lotId)), {
        ...{ lot: id4(lotId), epoch: id4(epoch), shares, evaluations },
        mined: sum(claims, 'amount'),
        claimCount: claims.length,
      });
    }
    expect(rows.length).to.equal(registered);
  },

  async MiningClaim(context, rows) {
    const { emission, power } = context.commune.contracts;
    for (const row of rows) {
      const [lotId = 0, experiencerId = 0] = numbersIn(row.id);
      expectFields('MiningClaim', row, {
        round: id4(lotId),
        experiencer: id4(experiencerId),
        account: await power.read.accountOf([experiencerId]),
        amount: await emission.read.minedBy([lotId, experiencerId]),
      });
      expect(await emission.read.isClaimed([lotId, experiencerId])).to.equal(true);
    }
    const ids = new Set(rows.map(({ id }) => id));
    const waiting = all(context, 'Report').filter(({ id, lot }) => !ids.has(id) && isMined(context.index, lot));
    for (const { id } of waiting) {
      const [lotId = 0, experiencerId = 0] = numbersIn(id);
      expect(await emission.read.isClaimed([lotId, experiencerId]), id).to.equal(false);
    }
  },

  async TreasuryMint({ commune }, rows) {
    const { emission } = commune.contracts;
    const first = await emission.read.firstEpoch();
    let until = first;
    for (const row of rows.toSorted(byLog)) {
      const amount = treasuryTotal(row.untilEpoch - first) - treasuryTotal(row.fromEpoch - first);
      expectFields('TreasuryMint', row, { fromEpoch: until, amount });
      until = row.untilEpoch;
    }
    expect(until).to.equal(await emission.read.treasuryUntil());
    expect(new Set(rows.map(({ treasury }) => treasury)).size, 'before and after another treasury').to.equal(2);
  },

  async VestingWallet({ commune }, rows) {
    const { vesting, token } = commune.contracts;
    expect(rows.length).to.equal(1);
    expectFields('VestingWallet', rows[0] as Row, {
      id: vesting.address,
      owner: await vesting.read.owner(),
      start: await vesting.read.start(),
      cliff: await vesting.read.cliff(),
      end: await vesting.read.end(),
      released: await vesting.read.released([token.address]),
    });
  },

  async VestingRelease(context, rows) {
    const { vesting, token } = context.commune.contracts;
    const [wallet] = all(context, 'VestingWallet');
    expect(sum(rows, 'amount')).to.equal(await vesting.read.released([token.address]));
    const owners = rows.toSorted(byLog).map(({ owner }) => owner as Address);
    expect(new Set(owners).size, 'before and after it changed hands').to.equal(2);
    expect(owners.at(-1)).to.equal(wallet?.owner);
    for (const row of rows) expect(row.wallet).to.equal(wallet?.id);
  },
};

function isMined(index: ReadonlyMap<string, ReadonlyMap<string, Row>>, lot: string): boolean {
  return index.get('MinedRound')?.has(lot) ?? false;
}
