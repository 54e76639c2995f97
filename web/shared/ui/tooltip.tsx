import { type ReactNode, useId, useState } from 'react';

interface Props {
  /** Short; what is needed to act must not hide in a tooltip. */
  tip: ReactNode;
  children: ReactNode;
}

/** A word more about something, on hover, focus or touch; Escape hides it. */
export function Tooltip({ tip, children }: Props) {
  const id = useId();
  const [hidden, setHidden] = useState(false);
  return (
    <button
      type="button"
      aria-describedby={id}
      className="group relative inline-flex cursor-help items-center gap-1 underline decoration-dotted underline-offset-4"
      onKeyDown={(event) => event.key === 'Escape' && setHidden(true)}
      onMouseEnter={() => setHidden(false)}
      onFocus={() => setHidden(false)}
    >
      {children}
      <span
        id={id}
        role="tooltip"
        hidden={hidden}
        className="pointer-events-none invisible absolute bottom-full left-1/2 z-30 mb-2 w-max max-w-64 -translate-x-1/2 rounded-lg bg-ink px-3 py-2 text-left text-sm font-normal text-paper opacity-0 transition-opacity group-hover:visible group-hover:opacity-100 group-focus-visible:visible group-focus-visible:opacity-100"
      >
        {tip}
      </span>
    </button>
  );
}
