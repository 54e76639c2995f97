/** In pixels of the window. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Height of what sticks to the window: header above, clock and navigation below. */
const HEADER = 64;
const FOOTER = 72;
const GAP = 12;

/**
 * Where in the window an element can be pressed: what header, footer and the panel leave. A panel as wide as a phone leaves what is
 * above it; one in the corner of a desktop leaves the same, so that it covers nothing in any column.
 */
export function freeZone(
  { innerWidth, innerHeight }: { innerWidth: number; innerHeight: number },
  panel: Rectangle | undefined,
): Rectangle {
  const top = HEADER + GAP;
  const bottom = Math.min(innerHeight - FOOTER, panel?.top ?? innerHeight) - GAP;
  return { top, left: 0, width: innerWidth, height: Math.max(0, bottom - top) };
}

/** Whether a box sticks out of a zone above or below; of one that is taller the upper part has to be inside. */
export function isApart(box: Rectangle, zone: Rectangle): boolean {
  const height = Math.min(box.height, zone.height);
  return box.top < zone.top - 1 || box.top + height > zone.top + zone.height + 1;
}
