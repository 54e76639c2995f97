import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { classNames } from './class-names.ts';
import { uiMessages } from './ui-messages.ts';

/** States of lots and standings of commodities, as one family of stamps. */
export type SealKind = 'Trusted' | 'Flagged' | 'Unproven' | 'Suspended' | 'Offered' | 'New' | 'Mixed';

const LOOKS: Record<SealKind, readonly [mark: string, look: string]> = {
  Trusted: ['信', 'bg-stamp text-on-stamp'],
  Flagged: ['警', 'bg-amber-soft text-amber ring-2 ring-inset ring-amber'],
  Mixed: ['参', 'bg-amber-soft text-amber ring-1 ring-inset ring-amber'],
  Unproven: ['未', 'text-muted border-2 border-dashed border-line-strong'],
  Suspended: ['停', 'bg-ink text-paper'],
  Offered: ['测', 'bg-jade-soft text-jade ring-1 ring-inset ring-jade'],
  New: ['新', 'bg-sky-soft text-sky ring-1 ring-inset ring-sky'],
};
const SIZES = {
  small: 'size-7 text-base rounded-md',
  medium: 'size-10 text-2xl rounded-lg',
  large: 'size-16 text-4xl rounded-xl',
};

interface Props {
  kind: SealKind;
  size?: keyof typeof SIZES;
  /** The stamp alone; its name is then said to screen readers only. */
  bare?: boolean;
}

/** A stamp like one of a seal carved in stone, with what it means beside it. */
export function Seal({ kind, size = 'small', bare = false }: Props) {
  return (
    <span className="inline-flex items-center gap-2 font-medium whitespace-nowrap">
      <Stamp kind={kind} size={size} />
      <span className={bare ? 'sr-only' : undefined}>
        <SealName kind={kind} />
      </span>
    </span>
  );
}

/** The stamp as decoration. */
export function Stamp({ kind, size = 'small' }: Omit<Props, 'bare'>) {
  const [mark, look] = LOOKS[kind];
  return (
    <span
      aria-hidden="true"
      lang="zh-Hans"
      className={classNames('grid shrink-0 place-items-center font-display leading-none font-bold', look, SIZES[size])}
    >
      {mark}
    </span>
  );
}

/** What a stamp means. */
export function SealName({ kind }: { kind: SealKind }) {
  return useText(uiMessages)(`ui.seal${kind}`);
}

/** Points out of 100 as a number with a bar. */
export function Grade({ bps, large = false }: { bps: number; large?: boolean }) {
  const text = useText(uiMessages);
  const format = useFormat();
  const tone = bps >= 8_000 ? 'bg-jade' : bps >= 6_000 ? 'bg-amber' : 'bg-danger';
  return (
    <span className="inline-grid gap-1">
      <span className={classNames('numbers font-display font-semibold', large ? 'text-4xl' : 'text-xl')}>
        <span aria-hidden="true">
          {format.points(bps)}
          <span className="ml-0.5 font-sans text-[0.45em] font-normal text-muted">/100</span>
        </span>
        <span className="sr-only">{text('ui.grade', { points: format.points(bps) })}</span>
      </span>
      <span aria-hidden="true" className="block h-1 w-full min-w-16 overflow-hidden rounded-full bg-line">
        <span className={classNames('block h-full rounded-full', tone)} style={{ width: `${bps / 100}%` }} />
      </span>
    </span>
  );
}
