import { type Address, parseEther, parseUnits } from 'viem';
import { accountIndex } from '../local/accounts.ts';
import { type Commune, sent } from '../local/deploy-local.ts';
import type { FaucetAnswer } from './api.ts';

/** Given to whoever has less than {@link ENOUGH_GAS}. */
const GAS = parseEther('10');
const ENOUGH_GAS = parseEther('5');
/** 10,000 units of the settlement asset. */
const ASSET = 10_000_000_000n;
/** Founders top up to so many CTT. */
const TOKENS = parseUnits('5000', 18);

/** Gives an account gas money, 10,000 units of the settlement asset, and CTT up to 5,000, by transactions as everything on the chain. */
export async function fillFromFaucet(commune: Commune, address: Address): Promise<FaucetAnswer> {
  const { publicClient, contracts } = commune;
  const giver = commune.actor(accountIndex.deployer);
  if ((await publicClient.getBalance({ address })) < ENOUGH_GAS) {
    const transfer = giver.sendTransaction({ account: giver.account, chain: null, to: address, value: GAS });
    await sent(commune, 'faucet', transfer);
  }
  await sent(commune, 'faucet', contracts.asset.write.drip([address, ASSET], { account: giver.account }));
  const { account: founders } = commune.actor(accountIndex.founders);
  const missing = TOKENS - (await contracts.token.read.balanceOf([address]));
  if (missing > 0n)
    await sent(commune, 'faucet', contracts.token.write.transfer([address, missing], { account: founders }));
  return {
    address,
    gas: String(await publicClient.getBalance({ address })),
    asset: String(await contracts.asset.read.balanceOf([address])),
    tokens: String(await contracts.token.read.balanceOf([address])),
  };
}
