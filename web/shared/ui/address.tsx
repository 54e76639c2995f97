import type { Address as Hex } from 'viem';
import { useAccountName } from '../chain/use-account-name.ts';
import { shortHex } from '../format/short-hex.ts';
import { CopyButton } from './copy-button.tsx';
import { Identicon } from './identicon.tsx';

interface Props {
  address: Hex;
  /** Leave out the button that copies it. */
  plain?: boolean;
}

/** An account: picture, name where one is known, else the ends of the address. */
export function Address({ address, plain = false }: Props) {
  const name = useAccountName(address);
  return (
    <span className="inline-flex max-w-full items-center gap-2 align-middle">
      <Identicon address={address} />
      {name ? (
        <span className="min-w-0">{name}</span>
      ) : (
        <span className="font-mono text-[0.9em]">{shortHex(address)}</span>
      )}
      {!plain && <CopyButton value={address} />}
    </span>
  );
}
