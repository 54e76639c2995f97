import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { tooltipPlace } from './tooltip-place.ts';

interface Props {
  /** Short; what is needed to act must not hide in a tooltip. */
  tip: ReactNode;
  children: ReactNode;
}

/** A word more about something, on hover, focus or touch; Escape hides it. */
export function Tooltip({ tip, children }: Props) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState({ top: 0, left: 0 });

  useEffect(() => {
    if (!isOpen) return;
    const hide = () => setOpen(false);
    if (anchor.current && bubble.current) {
      const viewport = document.documentElement.clientWidth;
      setPlace(tooltipPlace(anchor.current.getBoundingClientRect(), bubble.current.getBoundingClientRect(), viewport));
    }
    // It stands still while the page moves under it.
    window.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', hide, { capture: true });
  }, [isOpen]);

  return (
    <button
      ref={anchor}
      type="button"
      aria-describedby={isOpen ? id : undefined}
      className="inline cursor-help [text-align:inherit] underline decoration-dotted underline-offset-4"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
    >
      {children}
      {isOpen && (
        <span
          ref={bubble}
          id={id}
          role="tooltip"
          style={place}
          className="pointer-events-none fixed z-50 w-max max-w-64 rounded-lg bg-ink px-3 py-2 text-left text-sm font-normal whitespace-normal text-paper"
        >
          {tip}
        </span>
      )}
    </button>
  );
}
