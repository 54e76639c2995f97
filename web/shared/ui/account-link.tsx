import { Link } from '@tanstack/react-router';
import type { Address as Hex } from 'viem';
import { Address } from './address.tsx';

/** An account, leading to its page. */
export function AccountLink({ address }: { address: Hex }) {
  return (
    <Link
      to="/account/$address"
      params={{ address }}
      className="inline-flex max-w-full align-middle underline-offset-4 hover:text-jade hover:underline"
    >
      <Address address={address} plain />
    </Link>
  );
}
