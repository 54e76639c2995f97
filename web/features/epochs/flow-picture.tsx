import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { type FlowBar, type FlowSize, flowLayout, type FlowPicture as Layout } from './flow-layout.ts';
import { FlowTable } from './flow-table.tsx';
import { epochsMessages } from './messages.ts';
import { type FlowLink, type FlowNode, type FlowRecipient, partBps, RECIPIENTS } from './money-flow.ts';

/** The sources' names stand left of their bars; on phones, where there is no room, above them. */
const WIDE: FlowSize = { width: 900, columns: [140, 430, 720], scale: 300, labelHeight: 44 };
const NARROW: FlowSize = { width: 318, columns: [0, 72, 164], scale: 200, labelHeight: 44, top: 46 };

const FILLS: Readonly<Record<FlowNode, string>> = {
  sales: 'fill-ink',
  platformTop: 'fill-sky',
  fees: 'fill-seal',
  producer: 'fill-muted',
  recommenders: 'fill-amber',
  experiencers: 'fill-jade',
  platform: 'fill-sky',
  experts: 'fill-seal',
  commune: 'fill-ink',
};

/** The money of orders as a Sankey picture, with a table for who does not see it. */
export function FlowPicture({ links }: { links: readonly FlowLink[] }) {
  const text = useText(epochsMessages);
  const ui = useText(uiMessages);
  const format = useFormat();
  const to = (node: FlowRecipient) => format.amount(amountTo(links, node));
  const label = text('epochs.flowDescription', {
    sales: format.amount(salesOf(links)),
    ...Object.fromEntries(RECIPIENTS.map((node) => [node, to(node)])),
  });
  return (
    <figure className="grid gap-3" data-tour="money-flow">
      <Picture size={WIDE} links={links} label={label} className="hidden sm:block" />
      <Picture size={NARROW} links={links} label={label} className="sm:hidden" />
      <Disclosure summary={ui('ui.asTable')}>
        <FlowTable links={links} />
      </Disclosure>
    </figure>
  );
}

interface PictureProps {
  size: FlowSize;
  links: readonly FlowLink[];
  label: string;
  className: string;
}

function Picture({ size, links, label, className }: PictureProps) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const share = useShare(links);
  const layout = flowLayout(links, size);
  const { width, height, bars, ribbons } = layout;
  const exactly = (amount: bigint) => `${format.amount(amount, { exact: true })} USD`;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={`w-full text-[13px] ${className}`}>
      {ribbons.map(({ from, to, path, amount }) => (
        <path key={`${from}-${to}`} d={path} className={FILLS[to]} fillOpacity="0.22">
          <title>{`${text(`epochs.node.${from}`)} → ${text(`epochs.node.${to}`)}: ${exactly(amount)}`}</title>
        </path>
      ))}
      {bars.map((bar) => {
        const { node, amount } = bar;
        const { x, y, anchor } = labelPlace(bar, layout, size);
        const cents = amount < CENT ? `< ${format.amount(CENT)}` : format.amount(amount);
        return (
          <g key={node}>
            <title>{`${text(`epochs.node.${node}`)}: ${exactly(amount)}`}</title>
            <rect x={bar.x} y={bar.y} width={layout.barWidth} height={bar.height} rx="2" className={FILLS[node]} />
            <text
              y={y}
              textAnchor={anchor}
              strokeWidth="4"
              strokeLinejoin="round"
              className="fill-ink stroke-surface font-medium [paint-order:stroke]"
            >
              <tspan x={x}>{text(`epochs.node.${node}`)}</tspan>
              <tspan x={x} dy={LINE} className="numbers fill-muted font-normal">
                {cents}
                {isRecipient(node) ? ` · ${share(node)}` : ' USD'}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Smallest units in a hundredth. */
const CENT = 10_000n;
const LINE = 17;
const APART = 8;

/** Where the two lines about a bar stand, so that no ribbon runs through them. */
function labelPlace({ node, x, y, height }: FlowBar, { barWidth }: Layout, { columns }: FlowSize) {
  const middle = y + height / 2 - 4;
  if (isRecipient(node)) return { x: x + barWidth + APART, y: middle, anchor: 'start' } as const;
  const hasGutter = columns[0] > 0;
  if (node === 'fees') {
    // What comes in and goes out lies above the bar's foot.
    const below = y + height + LINE;
    return hasGutter
      ? ({ x: x + barWidth, y: below, anchor: 'end' } as const)
      : ({ x: 0, y: below, anchor: 'start' } as const);
  }
  return hasGutter
    ? ({ x: x - APART, y: node === 'sales' ? y + LINE : middle, anchor: 'end' } as const)
    : ({ x, y: y - LINE - APART, anchor: 'start' } as const);
}

function isRecipient(node: FlowNode): node is FlowRecipient {
  return RECIPIENTS.some((one) => one === node);
}

/** A recipient's share of what it is a share of. */
export function useShare(links: readonly FlowLink[]): (node: FlowRecipient) => string {
  const format = useFormat();
  const sales = salesOf(links);
  const fees = links.filter(({ from }) => from === 'fees').reduce((total, { amount }) => total + amount, 0n);
  return (node) => {
    const isOfFees = node === 'experiencers' || node === 'platform' || node === 'experts';
    return format.bps(partBps(amountTo(links, node), isOfFees ? fees : sales));
  };
}

export function amountTo(links: readonly FlowLink[], node: FlowNode): bigint {
  return links.filter(({ to }) => to === node).reduce((total, { amount }) => total + amount, 0n);
}

export function salesOf(links: readonly FlowLink[]): bigint {
  return links.filter(({ from }) => from === 'sales').reduce((total, { amount }) => total + amount, 0n);
}
