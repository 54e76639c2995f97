import type { network } from 'hardhat';
import type { Account, Address, Hex, WalletClient } from 'viem';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { type Profile, profiles } from '../deploy/profiles.ts';
import localModule from '../ignition/modules/local.ts';
import { accountIndex } from './accounts.ts';
import { GasLedger } from './gas-ledger.ts';

export type Connection = Awaited<ReturnType<typeof network.create>>;

/** A wallet of the local chain. */
export type Actor = WalletClient & { account: Account };

export type Commune = Awaited<ReturnType<typeof deployLocal>>;

const ENDPOINT = 'http://127.0.0.1:3001';
/** Blocks are only mined when somebody acts. */
const LOCAL_SEED_DELAY = 2;
const PLATFORM_ID = 1;
/** Ten times what statements need. */
const PLATFORM_BOND = 100_000_000_000n;

/** Deploys the protocol on a local chain and gives what scripts and tests need to act on it. */
export async function deployLocal(connection: Connection, profile: Profile = profiles.local) {
  const publicClient = await connection.viem.getPublicClient();
  const wallets = (await connection.viem.getWalletClients()) as Actor[];
  const actor = (index: number): Actor => {
    const wallet = wallets[index];
    if (wallet === undefined) throw new RangeError(`the local chain has no account ${index}`);
    return wallet;
  };
  const clock: EpochClock = {
    genesis: Number((await publicClient.getBlock()).timestamp),
    epochLength: profile.epochLength,
  };
  const contracts = await connection.ignition.deploy(localModule, {
    parameters: {
      Local: {
        ...clock,
        timelockDelay: profile.timelockDelay,
        leastTimelockDelay: profile.leastTimelockDelay,
        leastTurnout: profile.leastTurnout,
        bystander: actor(accountIndex.governance).account.address,
        guardian: actor(accountIndex.guardian).account.address,
        guardianOffice: profile.guardianOffice,
        platformOperator: actor(accountIndex.platform).account.address,
        platformSigner: actor(accountIndex.platformSigner).account.address,
        platformEndpoint: ENDPOINT,
        founders: actor(accountIndex.founders).account.address,
        seedDelay: LOCAL_SEED_DELAY,
      },
    },
  });
  const { asset, platforms } = contracts;
  const { account } = actor(accountIndex.platform);
  // Without a bond the platform could not post statements.
  for (const hash of [
    await asset.write.drip([account.address, PLATFORM_BOND], { account }),
    await asset.write.approve([platforms.address, PLATFORM_BOND], { account }),
    await platforms.write.depositBond([PLATFORM_ID, PLATFORM_BOND], { account }),
  ]) {
    await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  }
  return {
    connection,
    publicClient,
    contracts,
    clock,
    actor,
    chainId: await publicClient.getChainId(),
    platformId: PLATFORM_ID,
    gas: new GasLedger(),
  };
}

/** Waits for a transaction of the local chain, books its gas under `step`, and gives its receipt. */
export async function sent(commune: Commune, step: string, transaction: Promise<Hex>) {
  const hash = await transaction;
  const receipt = await commune.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  if (receipt.status !== 'success') throw new Error(`${step}: transaction ${hash} reverted`);
  commune.gas.add(step, receipt.gasUsed);
  return receipt;
}

const UNLIMITED = 2n ** 256n - 1n;

/** Gives an actor of the local chain money and lets the protocol's contracts pull it. */
export async function fund(commune: Commune, { account }: Actor, amount: bigint): Promise<void> {
  const { asset, models, commodities, platforms, settlement, evaluations, disputes } = commune.contracts;
  await sent(commune, 'set-up', asset.write.drip([account.address, amount], { account }));
  for (const spender of [models, commodities, platforms, settlement, evaluations, disputes]) {
    const allowed = await asset.read.allowance([account.address, spender.address as Address]);
    if (allowed < UNLIMITED / 2n) {
      await sent(commune, 'set-up', asset.write.approve([spender.address as Address, UNLIMITED], { account }));
    }
  }
}
