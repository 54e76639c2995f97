import type { Address } from 'viem';

const SIDE = 5;
const HUES = 12;

/** A small symmetric picture of an address, to tell accounts apart at a glance. */
export function Identicon({ address, className = 'size-6' }: { address: Address; className?: string }) {
  const bytes = address.toLowerCase().slice(2).match(/../g) ?? [];
  const at = (i: number) => Number.parseInt(bytes[i % bytes.length] ?? '0', 16);
  const hue = (at(19) % HUES) * (360 / HUES);
  const cells = Array.from({ length: SIDE * 3 }, (_, i) => ({ x: i % 3, y: Math.floor(i / 3), on: at(i) % 2 === 0 }));
  return (
    <svg
      aria-hidden="true"
      viewBox="-1 -1 7 7"
      className={`${className} shrink-0 rounded-full`}
      style={{ background: `oklch(0.93 0.04 ${hue})`, color: `oklch(0.45 0.12 ${hue})` }}
    >
      {cells
        .filter(({ on }) => on)
        .flatMap(({ x, y }) => [...new Set([x, SIDE - 1 - x])].map((column) => ({ column, y })))
        .map(({ column, y }) => (
          <rect key={`${column},${y}`} x={column} y={y} width="1.02" height="1.02" fill="currentColor" />
        ))}
    </svg>
  );
}
