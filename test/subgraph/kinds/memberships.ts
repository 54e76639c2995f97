import { expect } from 'chai';
import { type Address, numberToHex } from 'viem';
import { isValidMembership } from '../../../protocol/membership/expiry.ts';
import { now } from '../../../scripts/local/time.ts';
import { type Assertion, all, expectFields, one, sum } from './context.ts';
import { MEMBERSHIP_KINDS as KINDS } from './governance.ts';
import { byLog } from './validators.ts';

export const membershipKinds: Record<string, Assertion> = {
  async MembershipPrice({ commune }, rows) {
    const { memberships } = commune.contracts;
    const time = await now(commune);
    for (const row of rows) {
      const kind = KINDS.indexOf(row.kind);
      const [price, effectiveAt] = await memberships.read.announcedPriceOf([kind]);
      expectFields('MembershipPrice', row, {
        ...{ id: numberToHex(kind, { size: 1 }), price, effectiveAt: BigInt(effectiveAt) },
      });
      const current = time < effectiveAt ? row.before : row.price;
      expect(BigInt(current)).to.equal(await memberships.read.priceOf([kind]));
    }
  },

  async Membership(context, rows) {
    const { memberships } = context.commune.contracts;
    const time = await now(context.commune);
    for (const row of rows) {
      const [account, kind] = [row.account as Address, KINDS.indexOf(row.kind)];
      const tokenId = await memberships.read.tokenOf([account, kind]);
      const payments = all(context, 'MembershipPayment').filter(({ membership }) => membership === row.id);
      expectFields('Membership', row, {
        ...{ id: numberToHex(tokenId, { size: 32 }), tokenId, paid: sum(payments, 'amount') },
      });
      const isMember = await memberships.read.isMember([account, kind]);
      expect(isValidMembership(Number(row.expiresAt), time), row.id).to.equal(isMember);
      if (row.cancelled) await expectNobodys(memberships.read.ownerOf([tokenId]));
      else expectFields('Membership', row, { expiresAt: await memberships.read.expiresAt([tokenId]) });
    }
    for (const account of new Set(rows.map((row) => row.account as Address))) {
      const own = rows.filter((row) => row.account === account && !row.cancelled);
      expect(await memberships.read.balanceOf([account])).to.equal(BigInt(own.length));
    }
  },

  async MembershipPayment(context, rows) {
    const { asset, memberships } = context.commune.contracts;
    for (const membership of all(context, 'Membership')) {
      const payments = rows.filter((row) => row.membership === membership.id).toSorted(byLog);
      const again = payments.find(({ timestamp }) => timestamp === membership.joinedAt);
      expect(again, `${membership.id}: joining is paid, too`).to.not.equal(undefined);
      if (!membership.cancelled) expect(payments.at(-1)?.expiresAt).to.equal(membership.expiresAt);
      const others = payments.filter(({ payer }) => payer !== membership.account);
      for (const { payer } of others) expect(payments[0]?.payer, 'nobody joins for others').to.not.equal(payer);
    }
    const left = await asset.read.balanceOf([memberships.address]);
    expect(sum(rows, 'amount')).to.equal(sum(all(context, 'MembershipCollection'), 'amount') + left);
    const accountOf = (id: string) => one(context, 'Membership', id).account;
    expect(rows.some(({ payer, membership }) => payer !== accountOf(membership))).to.equal(true);
    expect(rows.some(({ amount }) => amount === '0') && rows.some(({ years }) => years > 1)).to.equal(true);
  },

  async MembershipCollection({ commune }, rows) {
    const treasuries = rows.toSorted(byLog).map(({ treasury }) => treasury);
    expect(treasuries.at(-1)).to.equal((await commune.contracts.memberships.read.treasury()).toLowerCase());
    expect(new Set(treasuries).size, 'before and after another treasury').to.equal(2);
    for (const { amount } of rows) expect(BigInt(amount) > 0n).to.equal(true);
  },
};

/** Of a token that was burnt. */
async function expectNobodys(owner: Promise<Address>): Promise<void> {
  const found = await owner.catch((error: Error) => error.message);
  expect(found).to.include('ERC721NonexistentToken');
}
