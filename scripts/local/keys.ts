import { type Hex, toHex } from 'viem';
import { mnemonicToAccount, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { rootSecret } from '../../protocol/secrets/root-secret.ts';
import { secretRequest } from '../../protocol/secrets/secret-request.ts';
import type { Commune } from './deploy-local.ts';

/** Everybody knows it: accounts of local chains only. */
export const TEST_MNEMONIC = 'test test test test test test test test test test test junk';

/** Parent of all accounts; deriving it takes longer than all of its children. */
const branch = mnemonicToAccount(TEST_MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey();
const accounts = new Map<number, PrivateKeyAccount>();

/** Private key of the account with an index under the test mnemonic, path m/44'/60'/0'/0/index. */
export function localPrivateKey(index: number): Hex {
  const { privateKey } = branch.deriveChild(index);
  if (privateKey === null) throw new RangeError(`the test mnemonic has no account ${index}`);
  return toHex(privateKey);
}

/** The account with an index; it signs without asking the chain. */
export function localKey(index: number): PrivateKeyAccount {
  const account = accounts.get(index) ?? privateKeyToAccount(localPrivateKey(index));
  accounts.set(index, account);
  return account;
}

/** Root of an account's secrets: the same that a browser derives with this account's wallet. */
export async function localRoot({ chainId, contracts }: Commune, index: number): Promise<Hex> {
  const account = localKey(index);
  const request = secretRequest(chainId, contracts.evaluations.address, account.address);
  return rootSecret(await account.signTypedData(request));
}
