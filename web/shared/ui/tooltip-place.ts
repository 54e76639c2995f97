interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/** Above the middle of what it explains, or below where there is no room, and never over the edge of the viewport. */
export function tooltipPlace(anchor: Box, bubble: Pick<Box, 'width' | 'height'>, viewport: number) {
  const centred = anchor.left + (anchor.width - bubble.width) / 2;
  const left = Math.max(GAP, Math.min(centred, viewport - bubble.width - GAP));
  const above = anchor.top - bubble.height - GAP;
  return { top: above >= GAP ? above : anchor.bottom + GAP, left };
}
