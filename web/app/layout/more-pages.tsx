import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { layoutMessages } from './layout-messages.ts';
import { NAVIGATION } from './navigation.ts';

interface Props {
  /** Pages before this one have links of their own. */
  from: number;
  className: string;
  children: ReactNode;
}

/** A button to the pages that a bar has no room for; it looks like one of them while one is open. */
export function MorePages({ from, className, children }: Props) {
  const text = useText(layoutMessages);
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const pages = NAVIGATION.slice(from);
  const isOpen = pages.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <>
      <button
        type="button"
        className={className}
        aria-current={isOpen ? 'page' : undefined}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={text('layout.more')} shape="side">
        <ul className="grid">
          {pages.map(({ to, label, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex min-h-12 items-center gap-3 rounded-lg px-2 hover:bg-sunken aria-[current=page]:font-medium"
                onClick={() => setOpen(false)}
              >
                <Icon aria-hidden="true" className="size-5 text-muted" />
                {text(label)}
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
