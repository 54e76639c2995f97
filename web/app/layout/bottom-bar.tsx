import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { layoutMessages } from './layout-messages.ts';
import { NAVIGATION, ON_PHONES } from './navigation.ts';

const ITEM =
  'flex flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-medium aria-[current=page]:text-jade [&_svg]:size-5';

/** Navigation under the thumb. */
export function BottomBar() {
  const text = useText(layoutMessages);
  const [more, setMore] = useState(false);
  return (
    <nav
      aria-label={text('layout.navigation')}
      className="fixed inset-x-0 bottom-0 z-20 flex h-16 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {NAVIGATION.slice(0, ON_PHONES).map(({ to, label, Icon }) => (
        <Link key={to} to={to} className={ITEM}>
          <Icon aria-hidden="true" />
          {text(label)}
        </Link>
      ))}
      <button type="button" className={ITEM} onClick={() => setMore(true)}>
        <Ellipsis aria-hidden="true" />
        {text('layout.more')}
      </button>
      <Dialog open={more} onClose={() => setMore(false)} title={text('layout.more')} shape="side">
        <ul className="grid">
          {NAVIGATION.slice(ON_PHONES).map(({ to, label, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex min-h-12 items-center gap-3 rounded-lg px-2 hover:bg-sunken"
                onClick={() => setMore(false)}
              >
                <Icon aria-hidden="true" className="size-5 text-muted" />
                {text(label)}
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </nav>
  );
}
