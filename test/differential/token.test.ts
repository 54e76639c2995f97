import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { getContract, parseAbi, parseEther } from 'viem';
import { epochAmounts, treasuryTotal } from '../../protocol/token/emission.ts';
import { minedBy } from '../../protocol/token/mined-by.ts';
import { vestedAmount } from '../../protocol/token/vesting.ts';

const YEAR = 365 * 86_400;
const EPOCH = 7 * 86_400;
/** As many as a call has gas for. */
const BATCH = 100;
const FOUNDERS_SHARE = parseEther('100000000');
const DEAD = '0x000000000000000000000000000000000000dEaD';

const LOTS = parseAbi(['function bind(uint32 lotId, address evaluations)']);
const ROUNDS = parseAbi([
  'function setRound(uint32 lotId, uint32 scoringEpoch, uint8 winningBucket, uint128 shares)',
  'function setReport(uint32 lotId, uint32 experiencerId, uint64 nominated, uint16 quality)',
]);

const { viem, networkHelpers } = await network.create();
const client = await viem.getPublicClient();
const now = async () => Number((await client.getBlock()).timestamp);
const [deployer] = await viem.getWalletClients();
if (deployer === undefined) throw new RangeError('the local chain has no accounts');
const admin = deployer.account.address;
const access = await viem.deployContract('AccessManager', [admin]);
const vesting = await viem.deployContract('FounderVesting', [admin]);
const started = await now();
const token = await viem.deployContract('CommuneToken', [
  access.address,
  DEAD,
  [{ wallet: vesting.address, amount: FOUNDERS_SHARE }],
]);

describe('emission of contracts and protocol', () => {
  it('amounts of epochs and what the treasury gets in all, at every halving and anywhere', async () => {
    const abi = parseAbi(['function amounts(uint256[]) view returns (uint256[], uint256[], uint256[])']);
    const { address } = await viem.deployContract('EmissionFormulas');
    const formulas = getContract({ abi, address, client });
    const edges = Array.from({ length: 84 }, (_, era) => [era * 208, era * 208 + 1, era * 208 + 207]).flat();
    const elapsed = [...edges, ...fc.sample(fc.integer({ min: 0, max: 20_000 }), 300), 2 ** 32 - 1];
    for (let first = 0; first < elapsed.length; first += BATCH) {
      const batch = elapsed.slice(first, first + BATCH);
      const [winners, treasury, total] = await formulas.read.amounts([batch.map(BigInt)]);
      expect(winners).to.deep.equal(batch.map((one) => epochAmounts(one).winners));
      expect(treasury).to.deep.equal(batch.map((one) => epochAmounts(one).treasury));
      expect(total).to.deep.equal(batch.map(treasuryTotal));
    }
  });

  it('what winners of an epoch claim, of any size', async () => {
    const wallets = { public: client, wallet: deployer };
    const { address: lotsAddress } = await viem.deployContract('CommoditiesDouble');
    const lots = getContract({ abi: LOTS, address: lotsAddress, client: wallets });
    const { address: roundsAddress } = await viem.deployContract('EvaluationsDouble');
    const rounds = getContract({ abi: ROUNDS, address: roundsAddress, client: wallets });
    const genesis = await now();
    const clock = [genesis, EPOCH] as const;
    const emission = await viem.deployContract('Emission', [
      access.address,
      token.address,
      lots.address,
      DEAD,
      ...clock,
    ]);
    await token.write.appointMinter([emission.address, true]);
    const winner = fc.record({
      nominated: fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 1n, max: 1_000n })),
      q: fc.bigInt({ min: 1n, max: 256n }),
    });
    const epochs = fc.sample(fc.array(winner, { minLength: 1, maxLength: 5 }), 12);
    for (const [epoch, winners] of epochs.entries()) {
      const shares = winners.map(({ nominated, q }) => nominated * q * q);
      const epochShares = shares.reduce((sum, share) => sum + share, 0n);
      await networkHelpers.time.increaseTo(genesis + (epoch + 1) * EPOCH);
      await lots.write.bind([epoch, rounds.address]);
      await rounds.write.setRound([epoch, epoch, 1, epochShares]);
      for (const [id, { nominated, q }] of winners.entries()) {
        await rounds.write.setReport([epoch, id, nominated, Number(q)]);
      }
      await emission.write.register([epoch]);
      for (const [id, { nominated, q }] of winners.entries()) {
        const expected = minedBy(epochAmounts(epoch).winners, { nominated, q, epochShares });
        expect(await emission.read.minedBy([epoch, id])).to.equal(expected);
      }
    }
    await networkHelpers.time.increaseTo(genesis + (epochs.length + 2) * EPOCH);
    const { result } = await emission.simulate.claim([0, 0]);
    expect(result).to.equal(await emission.read.minedBy([0, 0]));
    expect(await emission.read.treasuryDue()).to.equal(treasuryTotal(epochs.length + 2));
  });
});

describe('vesting of contracts and protocol', () => {
  it('at the cliff, the end and anywhere', async () => {
    const any = fc.sample(fc.integer({ min: 0, max: 5 * YEAR }), 60);
    for (const elapsed of [0, YEAR - 1, YEAR, YEAR + 1, 4 * YEAR - 1, 4 * YEAR, ...any]) {
      const time = started + elapsed;
      const vested = await vesting.read.vestedAmount([token.address, BigInt(time)]);
      expect(vested).to.equal(vestedAmount(FOUNDERS_SHARE, started, time));
    }
  });
});
