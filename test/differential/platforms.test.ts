import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { type Hex, pad, parseAbi } from 'viem';
import { leafIdOf } from '../../protocol/platforms/leaf-id-of.ts';
import {
  type ReferralGrant,
  referralGrantDigest,
  referralGrantTypedData,
} from '../../protocol/referrals/referral-grant.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal, sent } from '../../scripts/local/deploy-local.ts';
import { localKey } from '../../scripts/local/keys.ts';
import { now } from '../../scripts/local/time.ts';
import { bytes32, uint32, uint72 } from '../protocol/arbitraries.ts';

const ETHER = 10n ** 18n;
const MAX_UINT32 = 2 ** 32 - 1;

const ends32 = fc.oneof(fc.constantFrom(0, 1, 2 ** 31, MAX_UINT32), uint32);
const ends72 = fc.oneof(fc.constantFrom(0n, 1n, 2n ** 71n, 2n ** 72n - 1n), uint72);
const endsWord = fc.oneof(fc.constantFrom<Hex>(pad('0x'), pad('0x01'), `0x${'ff'.repeat(32)}`), bytes32);

describe('what platforms and recommenders sign, in Solidity and in TypeScript', function () {
  this.timeout(120_000);
  let commune: Commune;

  before(async () => {
    commune = await deployLocal(await network.create());
  });

  it('ids of leaves and digests of receipts, up to the ends of their types', async () => {
    const { demands, settlement } = commune.contracts;
    const leaf = fc.record({
      platformId: ends32,
      epoch: ends32,
      kind: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      lotId: ends32,
      payeeId: ends32,
    });
    for (const one of fc.sample(leaf, 60)) expect(await demands.read.leafIdOf([one])).to.equal(leafIdOf(one));
    const receipt = fc.record({
      platformId: ends32,
      epoch: ends32,
      orderId: endsWord,
      lotId: ends32,
      quantity: ends32,
      sales: ends72,
      fee: ends72,
      commission: ends72,
      recommenderId: ends32,
      nomineeId: ends32,
      buyerCommitment: endsWord,
    });
    for (const one of fc.sample(receipt, 60)) {
      const digest = receiptDigest(one, commune.chainId, settlement.address);
      expect(await settlement.read.receiptDigest([one])).to.equal(digest);
    }
  });

  it('grants of recommenders with a key and of those that are contracts', async () => {
    const { recommenders } = commune.contracts;
    const { viem, networkHelpers } = commune.connection;
    const owner = localKey(accountIndex.firstRecommender + 1);
    const wallet = await viem.deployContract('ContractWallet', [owner.address]);
    await networkHelpers.impersonateAccount(wallet.address);
    await networkHelpers.setBalance(wallet.address, ETHER);
    const { account } = commune.actor(accountIndex.firstRecommender);
    await sent(commune, 'register', recommenders.write.register([account.address], { account }));
    const registering = await viem.getWalletClient(wallet.address);
    await sent(commune, 'register', recommenders.write.register([owner.address], { account: registering.account }));
    const keys = [localKey(accountIndex.firstRecommender), owner, localKey(accountIndex.firstRecommender + 2)];

    const time = await now(commune);
    const grants: fc.Arbitrary<ReferralGrant> = fc.record({
      recommenderId: fc.constantFrom(1, 1, 1, 2, 2, 2, 3, MAX_UINT32),
      commodityId: ends32,
      campaign: fc.oneof(fc.constantFrom('', '春'), fc.string({ unit: 'binary', maxLength: 80 })),
      nonce: endsWord,
      validUntil: fc.constantFrom(0, time - 1, time, time + 1_000, 2 ** 48 - 1),
    });
    let accepted = 0;
    for (const [grant, key] of fc.sample(fc.tuple(grants, fc.constantFrom(0, 0, 1, 1, 2)), 120)) {
      const signer = keys[key] ?? owner;
      const signature = await signer.signTypedData(
        referralGrantTypedData(grant, commune.chainId, recommenders.address),
      );
      const isValid = grant.recommenderId === key + 1 && key < 2 && grant.validUntil >= time;
      const checked = await recommenders.read.checkGrant([grant, signature]).catch(() => null);
      const digest = referralGrantDigest(grant, commune.chainId, recommenders.address);
      expect(checked, `${grant.recommenderId}, key ${key}, ${grant.validUntil - time}`).to.equal(
        isValid ? digest : null,
      );
      if (isValid) accepted += 1;
      const foreign = referralGrantTypedData(grant, commune.chainId, commune.contracts.settlement.address);
      const elsewhere = await signer.signTypedData(foreign);
      expect(await recommenders.read.checkGrant([grant, elsewhere]).catch(() => null)).to.equal(null);
    }
    expect(accepted).to.be.greaterThan(5);
    const abi = parseAbi(['function deny(bool denies)']);
    const deny = { address: wallet.address, abi, functionName: 'deny', args: [true], account, chain: null } as const;
    await sent(commune, 'deny', commune.actor(accountIndex.firstRecommender).writeContract(deny));
    const grant = { recommenderId: 2, commodityId: 1, campaign: '', nonce: pad('0x'), validUntil: time + 1_000 };
    const signature = await owner.signTypedData(referralGrantTypedData(grant, commune.chainId, recommenders.address));
    expect(await recommenders.read.checkGrant([grant, signature]).catch(() => null)).to.equal(null);
  });
});
