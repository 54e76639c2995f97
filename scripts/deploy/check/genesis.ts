import { type Address, formatUnits, isAddressEqual, zeroAddress } from 'viem';
import type { Deployed } from './deployed.ts';
import { emittedBy, eventsOf, firstOf } from './events.ts';
import type { Facts } from './facts.ts';

interface Transfer {
  readonly from: Address;
  readonly to: Address;
  readonly value: bigint;
}

/**
 * Whom the token's deployment paid: a tenth of the cap the timelock, a tenth the founders, of which what the profile says does not vest. It is read
 * from the mints of that transaction: the treasury may have spent its tenth since.
 */
export async function checkGenesis(deployed: Deployed, facts: Facts): Promise<void> {
  const { client, contracts, profile, startBlock } = deployed;
  const { token, vesting, timelock } = contracts;
  const tenth = (await token.read.cap()) / 10n;
  const mints = await genesisMints(deployed);
  const wallets = [timelock.address, vesting.address];
  const others = mints.filter(({ to }) => !wallets.some((wallet) => isAddressEqual(wallet, to)));
  const unvested = profile.unvested;

  const at = 'at the deployment of the token';
  facts.same(`CTT of the timelock ${at}`, paidTo(mints, timelock.address), ctt(tenth));
  facts.same(`CTT of the vesting wallet ${at}`, paidTo(mints, vesting.address), ctt(tenth - unvested));
  facts.same(`CTT of others ${at}`, sum(others), ctt(unvested));
  // Whoever got the wallet first: it can change hands.
  const [vested] = await eventsOf<{ founder: Address }>(client, vesting, 'VestingScheduled', startBlock);
  facts.same(
    `others with CTT ${at}`,
    [...new Set(others.map(({ to }) => to))],
    unvested === 0n || vested === undefined ? [] : [vested.founder],
  );

  // Anybody may give it more.
  const held = (await token.read.balanceOf([vesting.address])) + (await vesting.read.released([token.address]));
  facts.that(
    `the vesting wallet has, or has released, ${ctt(held)} CTT, which is less than ${ctt(tenth - unvested)}`,
    held >= tenth - unvested,
  );
}

/** What was minted in the transaction that deployed the token; its constructor names its authority first. */
async function genesisMints({ client, contracts, startBlock }: Deployed): Promise<Transfer[]> {
  const { token } = contracts;
  const first = await firstOf(client, token, 'AuthorityUpdated', startBlock);
  if (first === undefined) return [];
  const { blockNumber: block, transactionHash } = first;
  const transfers = await emittedBy<Transfer>(client, token, 'Transfer', block, block);
  return transfers
    .filter((transfer) => transfer.transactionHash === transactionHash)
    .map(({ args }) => args)
    .filter(({ from }) => isAddressEqual(from, zeroAddress));
}

const paidTo = (mints: readonly Transfer[], account: Address) =>
  sum(mints.filter(({ to }) => isAddressEqual(to, account)));

const sum = (mints: readonly Transfer[]) => ctt(mints.reduce((total, { value }) => total + value, 0n));

const ctt = (amount: bigint) => formatUnits(amount, 18);
