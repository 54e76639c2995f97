import { type Address, type Chain, createWalletClient, type Hex, http } from 'viem';
import { type LocalAccount, mnemonicToAccount } from 'viem/accounts';

interface SendTransaction {
  readonly to?: Address;
  readonly data?: Hex;
  readonly value?: Hex;
  readonly gas?: Hex;
}

interface Request {
  readonly method: string;
  readonly params: readonly unknown[];
}

interface Signer {
  readonly mnemonic: string;
  /** Path m/44'/60'/0'/0/index. */
  readonly index: number;
  readonly chain: Chain;
  readonly rpcUrl: string;
}

const accounts = new Map<number, LocalAccount>();

/** What a demo account signs or asks the node. Apart from the connector: deriving keys and sending is a lot of code. */
export async function demoRequest({ method, params }: Request, signer: Signer): Promise<unknown> {
  const { chain, rpcUrl } = signer;
  switch (method) {
    case 'personal_sign':
      return accountOf(signer).signMessage({ message: { raw: params[0] as Hex } });
    case 'eth_signTypedData_v4':
      return accountOf(signer).signTypedData(JSON.parse(params[1] as string));
    case 'eth_sendTransaction': {
      const { to, data, value, gas } = params[0] as SendTransaction;
      const wallet = createWalletClient({ account: accountOf(signer), chain, transport: http(rpcUrl) });
      return wallet.sendTransaction({
        to: to ?? null,
        ...(data && { data }),
        ...(value && { value: BigInt(value) }),
        ...(gas && { gas: BigInt(gas) }),
      });
    }
    default:
      return createWalletClient({ chain, transport: http(rpcUrl) }).request({ method, params } as never);
  }
}

function accountOf({ mnemonic, index }: Signer): LocalAccount {
  const known = accounts.get(index) ?? mnemonicToAccount(mnemonic, { addressIndex: index });
  accounts.set(index, known);
  return known;
}
