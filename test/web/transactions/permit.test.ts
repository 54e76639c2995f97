import { expect } from 'chai';
import { network } from 'hardhat';
import { type Address, parseEther, stringToHex, zeroHash } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { OnChainParameter } from '../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { type Commune, deployLocal } from '../../../scripts/local/deploy-local.ts';
import { generateAbis } from '../../../web/scripts/generate-abis.ts';

/** Bond of a model: what `publish` pulls. */
const BOND = 200_000_000n;
/** A deployment takes two seconds, on a busy machine much more. */
const DEPLOYMENT_MS = 180_000;
const DOCUMENT = `0x${'11'.repeat(32)}` as const;
const PARAMETER: OnChainParameter = {
  code: stringToHex('MOISTURE', { size: 12 }),
  direction: 0,
  decimals: 1,
  legalMin: 0,
  legalMax: 100,
  tolerance: 5,
  weightBps: 10_000,
  critical: true,
  isSealed: true,
};

describe('a transaction that pulls money by a permit', () => {
  const owner = privateKeyToAccount(generatePrivateKey());
  let commune: Commune;
  let modules: Awaited<ReturnType<typeof load>>;
  let asset: Address;
  let models: Address;

  /** The generated ABIs must be there before what imports them. */
  async function load() {
    generateAbis();
    const [{ permitTypedData, withPermit }, { simulate }, { contractCall }] = await Promise.all([
      import('../../../web/shared/transactions/permit.ts'),
      import('../../../web/shared/transactions/simulate.ts'),
      import('../../../web/shared/transactions/contract-call.ts'),
    ]);
    return { permitTypedData, withPermit, simulate, contractCall };
  }

  before(async function () {
    this.timeout(DEPLOYMENT_MS);
    modules = await load();
    commune = await deployLocal(await network.create());
    asset = commune.contracts.asset.address;
    models = commune.contracts.models.address;
    const gift = await commune
      .actor(0)
      .sendTransaction({ to: owner.address, value: parseEther('1'), chain: null, account: commune.actor(0).account });
    await commune.publicClient.waitForTransactionReceipt({ hash: gift });
  });

  const publish = (document: `0x${string}` = DOCUMENT) =>
    modules.contractCall('models', 'publish', [document, [PARAMETER]]).data;
  const call = (data: `0x${string}`, pulls: bigint) => ({ account: owner.address, to: models, data, pulls, asset });
  const refusal = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'nothing',
      (error: { errorName?: string }) => error.errorName,
    );

  it('is refused for what is wrong with it before anything is signed', async () => {
    expect(await refusal(modules.simulate(commune.publicClient, call(publish(zeroHash), BOND)))).to.equal('NoDocument');
  });

  it('is refused when the account has too little', async () => {
    expect(await refusal(modules.simulate(commune.publicClient, call(publish(), BOND)))).to.equal(
      'ERC20InsufficientBalance',
    );
  });

  it('asks for a permit, and goes through in one transaction that leaves no allowance', async () => {
    const { publicClient, contracts, connection } = commune;
    await contracts.asset.write.drip([owner.address, BOND]);
    const simulation = await modules.simulate(publicClient, call(publish(), BOND));
    expect(simulation).to.include({ gas: undefined, needsPermit: true });

    const permit = await modules.permitTypedData(publicClient as never, asset, {
      owner: owner.address,
      spender: models,
      value: BOND,
    });
    const signature = await owner.signTypedData(permit);
    const data = modules.withPermit(publish(), BOND, permit.message.deadline, signature);
    const { gas, needsPermit } = await modules.simulate(publicClient, call(data, 0n));
    expect(needsPermit).to.equal(false);

    const wallet = await connection.viem.getWalletClient(owner.address, { account: owner });
    const hash = await wallet.sendTransaction({ to: models, data, gas: ((gas ?? 0n) * 5n) / 4n });
    expect((await publicClient.waitForTransactionReceipt({ hash })).status).to.equal('success');
    expect(await contracts.models.read.ownerOf([1n])).to.equal(owner.address);
    expect(await contracts.asset.read.balanceOf([owner.address])).to.equal(0n);
    expect(await contracts.asset.read.allowance([owner.address, models])).to.equal(0n);
  });
});
