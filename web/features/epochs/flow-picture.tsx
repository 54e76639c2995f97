import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import { type FlowSize, flowLayout, type FlowPicture as Layout } from './flow-layout.ts';
import { FlowTable } from './flow-table.tsx';
import { epochsMessages } from './messages.ts';
import { type FlowLink, type FlowNode, type FlowRecipient, partBps, RECIPIENTS } from './money-flow.ts';

const WIDE: FlowSize = { width: 900, columns: [0, 330, 660], scale: 300, labelHeight: 44 };
const NARROW: FlowSize = { width: 358, columns: [0, 92, 196], scale: 220, labelHeight: 44 };

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
      <Picture layout={flowLayout(links, WIDE)} links={links} label={label} className="hidden sm:block" />
      <Picture layout={flowLayout(links, NARROW)} links={links} label={label} className="sm:hidden" />
      <Disclosure summary={ui('ui.asTable')}>
        <FlowTable links={links} />
      </Disclosure>
    </figure>
  );
}

interface PictureProps {
  layout: Layout;
  links: readonly FlowLink[];
  label: string;
  className: string;
}

function Picture({ layout, links, label, className }: PictureProps) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const share = useShare(links);
  const { width, height, barWidth, bars, ribbons } = layout;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={`w-full text-[13px] ${className}`}>
      {ribbons.map(({ from, to, path }) => (
        <path key={`${from}-${to}`} d={path} className={FILLS[to]} fillOpacity="0.22">
          <title>{`${text(`epochs.node.${from}`)} → ${text(`epochs.node.${to}`)}`}</title>
        </path>
      ))}
      {bars.map(({ node, x, y, height: barHeight, amount }) => {
        const isSource = node === 'sales' || node === 'fees' || node === 'platformTop';
        return (
          <g key={node}>
            <rect x={x} y={y} width={barWidth} height={barHeight} rx="2" className={FILLS[node]} />
            <text
              x={x + barWidth + 8}
              y={isSource ? y + Math.min(barHeight / 2, 30) - 4 : y + barHeight / 2 - 4}
              className="fill-ink font-medium"
            >
              <tspan>{text(`epochs.node.${node}`)}</tspan>
              <tspan x={x + barWidth + 8} dy="17" className="numbers fill-muted font-normal">
                {format.amount(amount)}
                {!isSource && ` · ${share(node)}`}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
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
