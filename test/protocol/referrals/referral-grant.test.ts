import { expect } from 'chai';
import fc from 'fast-check';
import { concat, encodeAbiParameters, getAddress, keccak256, recoverTypedDataAddress, stringToHex, toHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import {
  CLICK_LIFETIME,
  EVERY_COMMODITY,
  type ReferralGrant,
  referralGrantDigest,
  referralGrantTypedData,
} from '../../../protocol/referrals/referral-grant.ts';

const RECOMMENDERS = getAddress(`0x${'5e'.repeat(20)}`);
const CHAIN = 31_337;

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes));
const grants: fc.Arbitrary<ReferralGrant> = fc.record({
  recommenderId: uint32,
  commodityId: fc.oneof(uint32, fc.constant(EVERY_COMMODITY)),
  campaign: fc.string({ maxLength: 10, unit: 'binary' }),
  nonce: bytes32,
  validUntil: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
});

/** EIP-712 by hand, from docs/encoding.md. */
function digestByHand({ recommenderId, commodityId, campaign, nonce, validUntil }: ReferralGrant) {
  const hash = (text: string) => keccak256(stringToHex(text));
  const word = { type: 'bytes32' } as const;
  const uint = { type: 'uint256' } as const;
  const domain = encodeAbiParameters(
    [word, word, word, uint, { type: 'address' }],
    [
      hash('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'),
      hash('Trusted Commerce Commune'),
      hash('1'),
      BigInt(CHAIN),
      RECOMMENDERS,
    ],
  );
  const type = 'ReferralGrant(uint32 recommenderId,uint32 commodityId,string campaign,bytes32 nonce,uint48 validUntil)';
  const message = encodeAbiParameters(
    [word, uint, uint, word, word, uint],
    [hash(type), BigInt(recommenderId), BigInt(commodityId), hash(campaign), nonce, BigInt(validUntil)],
  );
  return keccak256(concat(['0x1901', keccak256(domain), keccak256(message)]));
}

describe('referral grants', () => {
  it('hash as EIP-712 says', () => {
    fc.assert(
      fc.property(grants, (grant) => {
        expect(referralGrantDigest(grant, CHAIN, RECOMMENDERS)).to.equal(digestByHand(grant));
      }),
    );
  });

  it('are bound to chain, contract and every field', () => {
    const base: ReferralGrant = {
      recommenderId: 1,
      commodityId: 2,
      campaign: '春',
      nonce: toHex(3, { size: 32 }),
      validUntil: 4,
    };
    const changed: ReferralGrant[] = [
      { ...base, recommenderId: 9 },
      { ...base, commodityId: EVERY_COMMODITY },
      { ...base, campaign: '秋' },
      { ...base, nonce: toHex(9, { size: 32 }) },
      { ...base, validUntil: 9 },
    ];
    const digests = [base, ...changed].map((grant) => referralGrantDigest(grant, CHAIN, RECOMMENDERS));
    digests.push(referralGrantDigest(base, CHAIN + 1, RECOMMENDERS));
    digests.push(referralGrantDigest(base, CHAIN, getAddress(`0x${'5f'.repeat(20)}`)));
    expect(new Set(digests).size).to.equal(digests.length);
  });

  it('are signed by wallets as typed data', async () => {
    const account = privateKeyToAccount(toHex(7, { size: 32 }));
    const grant: ReferralGrant = {
      recommenderId: 1,
      commodityId: 2,
      campaign: 'x',
      nonce: toHex(3, { size: 32 }),
      validUntil: 4,
    };
    const typed = referralGrantTypedData(grant, CHAIN, RECOMMENDERS);
    const signature = await account.signTypedData(typed);
    expect(await recoverTypedDataAddress({ ...typed, signature })).to.equal(account.address);
  });

  it('count a click for fifteen days', () => {
    expect(CLICK_LIFETIME).to.equal(1_296_000);
  });
});
