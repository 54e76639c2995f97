import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { layoutMessages } from './layout-messages.ts';
import { MorePages } from './more-pages.tsx';
import { NAVIGATION, ON_PHONES } from './navigation.ts';

const ITEM =
  'flex flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-medium aria-[current=page]:text-jade [&_svg]:size-5';

/** Navigation under the thumb. */
export function BottomBar() {
  const text = useText(layoutMessages);
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
      <MorePages from={ON_PHONES} className={ITEM}>
        <Ellipsis aria-hidden="true" />
        {text('layout.more')}
      </MorePages>
    </nav>
  );
}
