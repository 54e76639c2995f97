import { area, curveBumpX } from 'd3-shape';
import { type FlowLink, type FlowNode, type FlowRecipient, RECIPIENTS } from './money-flow.ts';

/** A bar of the picture; pixels. */
export interface FlowBar {
  readonly node: FlowNode;
  readonly amount: bigint;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface FlowRibbon extends FlowLink {
  readonly path: string;
}

export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly barWidth: number;
  readonly bars: readonly FlowBar[];
  readonly ribbons: readonly FlowRibbon[];
}

export interface FlowSize {
  readonly width: number;
  /** Left edges of the three columns of bars; room for text stays left of the first and right of the last one, or above. */
  readonly columns: readonly [sales: number, fees: number, recipients: number];
  /** What everything that is paid measures, without gaps. */
  readonly scale: number;
  /** Room that the label of a recipient needs. */
  readonly labelHeight: number;
  /** Room above everything. */
  readonly top?: number;
}

const BAR = 10;
const MARGIN = 8;
/** Thinner than this nothing is seen. */
const HAIR = 1.5;
const COLUMN: Readonly<Record<FlowNode, 0 | 1 | 2>> = {
  sales: 0,
  platformTop: 0,
  fees: 1,
  producer: 2,
  recommenders: 2,
  experiencers: 2,
  platform: 2,
  experts: 2,
  commune: 2,
};

interface Box {
  readonly y: number;
  readonly height: number;
}

/** A Sankey picture of the links: bars as high as their money, ribbons as thick as theirs. Empty without links. */
export function flowLayout(links: readonly FlowLink[], size: FlowSize): FlowPicture {
  const outflow = sum(links.filter(({ from }) => from !== 'fees'));
  const thickness = (amount: bigint) => (outflow === 0n ? 0 : Math.max(HAIR, ratio(amount, outflow) * size.scale));
  const boxes = new Map<FlowNode, Box>();
  const top = size.top ?? MARGIN;

  let y = top;
  for (const node of RECIPIENTS) {
    const into = links.filter(({ to }) => to === node);
    if (into.length === 0) continue;
    const height = into.reduce((total, { amount }) => total + thickness(amount), 0);
    const slot = Math.max(height, size.labelHeight);
    boxes.set(node, { y: y + (slot - height) / 2, height });
    y += slot + 8;
  }
  const middle = (nodes: readonly FlowNode[]) => {
    const found = nodes.flatMap((node) => boxes.get(node) ?? []);
    return found.length === 0 ? top : found.reduce((total, box) => total + box.y + box.height / 2, 0) / found.length;
  };
  const place = (node: FlowNode, around: readonly FlowRecipient[], at?: number) => {
    const out = links.filter(({ from }) => from === node);
    if (out.length === 0) return;
    const height = out.reduce((total, { amount }) => total + thickness(amount), 0);
    boxes.set(node, { y: at ?? Math.max(top, middle(around) - height / 2), height });
  };
  place('fees', ['experiencers', 'platform', 'experts']);
  place('sales', [], top);
  place('platformTop', ['commune']);

  const bars = [...boxes].map(([node, box]) => ({
    node,
    ...box,
    amount: sum(links.filter(({ from, to }) => (COLUMN[node] === 2 ? to : from) === node)),
    x: size.columns[COLUMN[node]],
  }));
  const ribbons = ribbonsOf(links, boxes, size, thickness);
  return {
    width: size.width,
    height: Math.max(y, ...bars.map((bar) => bar.y + bar.height)) + MARGIN,
    barWidth: BAR,
    bars,
    ribbons,
  };
}

function ribbonsOf(
  links: readonly FlowLink[],
  boxes: ReadonlyMap<FlowNode, Box>,
  { columns }: FlowSize,
  thickness: (amount: bigint) => number,
): FlowRibbon[] {
  const left = new Map<FlowNode, number>();
  const right = new Map<FlowNode, number>();
  const draw = area<readonly [x: number, y: number]>()
    .x(([x]) => x)
    .curve(curveBumpX);
  return links.map((link) => {
    const height = thickness(link.amount);
    const take = (used: Map<FlowNode, number>, node: FlowNode) => {
      const start = used.get(node) ?? boxes.get(node)?.y ?? 0;
      used.set(node, start + height);
      return start;
    };
    const ends = [
      [columns[COLUMN[link.from]] + BAR, take(right, link.from)],
      [columns[COLUMN[link.to]], take(left, link.to)],
    ] as const;
    draw.y0(([, top]) => top).y1(([, top]) => top + height);
    return { ...link, path: draw(ends) ?? '' };
  });
}

function sum(links: readonly FlowLink[]): bigint {
  return links.reduce((total, { amount }) => total + amount, 0n);
}

/** Exact enough for pixels whatever the amounts are. */
function ratio(part: bigint, whole: bigint): number {
  return Number((part * 1_000_000n) / whole) / 1_000_000;
}
