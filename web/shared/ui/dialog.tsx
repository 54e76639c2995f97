import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { classNames } from './class-names.ts';
import { uiMessages } from './ui-messages.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** `side` slides in from the right edge (from below on phones). */
  shape?: 'center' | 'side' | 'wide';
}

const SHAPES = {
  center: 'm-auto w-[min(30rem,calc(100vw-2rem))] rounded-2xl max-h-[85dvh]',
  wide: 'm-auto w-[min(52rem,calc(100vw-2rem))] rounded-2xl max-h-[90dvh]',
  side: 'mt-auto mb-0 w-full max-w-none rounded-t-2xl max-h-[85dvh] sm:m-0 sm:ml-auto sm:w-[26rem] sm:h-dvh sm:max-h-none sm:rounded-none sm:rounded-l-2xl',
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, shape = 'center' }: Props) {
  const text = useText(uiMessages);
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is the one on the backdrop
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={classNames('appear bg-surface p-0 text-ink shadow-card', SHAPES[shape])}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-start justify-between gap-4 px-6 pt-5 pb-3">
          <h2 id={titleId} className="font-display text-xl font-semibold">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={text('ui.close')}
            className="-m-2 grid size-11 place-items-center rounded-full text-muted hover:bg-sunken"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        <div className="overflow-y-auto px-6 pb-6">{children}</div>
      </div>
    </dialog>
  );
}
