import { useEffect, useRef, useState } from 'react';

const LOOK_MS = 300;
const GAP = 6;
/** Part of the window's height that the panel leaves free. */
const FREE = 0.45;

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A ring around the element to use. It only shows; clicks go through it. */
export function Highlight({ names }: { names: readonly string[] }) {
  const [box, setBox] = useState<Box | null>(null);
  const shown = useRef<Element | null>(null);
  useEffect(() => {
    const look = () => {
      const element = find(names);
      // Once for each element: who scrolls away afterwards wants to.
      if (element && element !== shown.current) bringUp(element);
      shown.current = element;
      setBox((before) => same(before, element?.getBoundingClientRect() ?? null));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [names]);
  if (!box) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed z-20 animate-pulse rounded-xl ring-4 ring-amber"
      style={{ top: box.top - GAP, left: box.left - GAP, width: box.width + 2 * GAP, height: box.height + 2 * GAP }}
    />
  );
}

function find(names: readonly string[]): Element | null {
  for (const name of names) {
    for (const element of document.querySelectorAll(`[data-tour="${name}"]`)) {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) return element;
    }
  }
  return null;
}

/** Scrolls until the element stands where the panel does not cover it. */
function bringUp(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const free = window.innerHeight * FREE;
  if (top >= 0 && bottom <= free) return;
  window.scrollBy({ top: bottom - free, behavior: 'smooth' });
}

/** The old box as long as nothing moved, so that nothing is drawn anew. */
function same(before: Box | null, now: Box | null): Box | null {
  const isSame =
    before && now && (['top', 'left', 'width', 'height'] as const).every((side) => before[side] === now[side]);
  if (isSame || !now) return isSame ? before : null;
  return { top: now.top, left: now.left, width: now.width, height: now.height };
}
