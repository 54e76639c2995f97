import type { Rectangle } from './pointing.ts';

const GAP = 6;

/** A ring around the element to press. It only shows; presses go through it. */
export function Highlight({ box: { top, left, width, height } }: { box: Rectangle }) {
  return (
    <div
      aria-hidden="true"
      data-tour-ring
      className="pointer-events-none fixed z-10 animate-pulse rounded-xl ring-4 ring-amber"
      style={{ top: top - GAP, left: left - GAP, width: width + 2 * GAP, height: height + 2 * GAP }}
    />
  );
}
