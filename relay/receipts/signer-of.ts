import { type Address, isAddressEqual, type LocalAccount } from 'viem';
import { abis } from '../chain/abis.ts';
import type { Queryable } from '../db/client.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';

/** None of the relay's keys is the one that the register of platforms has bound to an epoch: nothing is signed. */
export class NoSignerKey extends Error {
  override readonly name = 'NoSignerKey';
  readonly epoch: number;
  /** Whose key it takes. */
  readonly signer: Address;

  constructor({ chain }: Relay, epoch: number, signer: Address) {
    const own = chain.signers.map(({ address }) => address).join(', ');
    super(
      `Receipts of platform ${chain.platformId} in epoch ${epoch} are signed by ${signer}; RELAY_SIGNER_KEY and ` +
        `RELAY_NEXT_SIGNER_KEY are those of ${own}. Give the relay that key, or name another one with setSigner for an epoch to come.`,
    );
    this.epoch = epoch;
    this.signer = signer;
  }
}

/** Who signs the platform's receipts of an epoch; the zero address for nobody. */
export function signerOf(relay: Relay, epoch: number, db?: Queryable): Promise<Address> {
  const { client, contracts, platformId } = relay.chain;
  const call = { address: contracts.platforms, abi: abis.platforms, args: [platformId, epoch] } as const;
  const read = () => client.readContract({ ...call, functionName: 'signerOf' });
  return atHead(relay, `signer/${epoch}`, read, db);
}

/** The account that signs receipts of an epoch. @throws NoSignerKey */
export async function signerFor(relay: Relay, epoch: number, db?: Queryable): Promise<LocalAccount> {
  const signer = await signerOf(relay, epoch, db);
  const account = relay.chain.signers.find(({ address }) => isAddressEqual(address, signer));
  if (account === undefined) throw new NoSignerKey(relay, epoch, signer);
  return account;
}
