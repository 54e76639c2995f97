import { type Address, parseEther } from 'viem';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';
import type { FaucetAnswer } from './api.ts';

/** Given to whoever has less than {@link ENOUGH_GAS}. */
const GAS = parseEther('10');
const ENOUGH_GAS = parseEther('5');
/** 10,000 units of the settlement asset. */
const ASSET = 10_000_000_000n;

/** Gives an account gas money and 10,000 units of the settlement asset, by transactions as everything on the chain. */
export async function fillFromFaucet(commune: Commune, address: Address): Promise<FaucetAnswer> {
  const { publicClient, contracts } = commune;
  const giver = commune.actor(accountIndex.deployer);
  if ((await publicClient.getBalance({ address })) < ENOUGH_GAS) {
    const transfer = giver.sendTransaction({ account: giver.account, chain: null, to: address, value: GAS });
    await sent(commune, 'faucet', transfer);
  }
  await sent(commune, 'faucet', contracts.asset.write.drip([address, ASSET], { account: giver.account }));
  return {
    address,
    gas: String(await publicClient.getBalance({ address })),
    asset: String(await contracts.asset.read.balanceOf([address])),
  };
}
