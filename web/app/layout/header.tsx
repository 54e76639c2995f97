import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { Stamp } from '../../shared/ui/seal.tsx';
import { AccountButton } from './account-button.tsx';
import { HistoryButton } from './history-button.tsx';
import { LanguageButton } from './language-button.tsx';
import { layoutMessages } from './layout-messages.ts';
import { MorePages } from './more-pages.tsx';
import { NAVIGATION, ON_DESKTOPS } from './navigation.ts';
import { ThemeButton } from './theme-button.tsx';

const ITEM =
  'flex min-h-10 items-center rounded-lg px-1.5 text-sm whitespace-nowrap xl:px-2 min-[88rem]:px-3 min-[88rem]:text-base text-muted hover:bg-sunken hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink';

export function Header() {
  const text = useText(layoutMessages);
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/90 backdrop-blur-md">
      <div className="container-page flex h-16 items-center gap-2 sm:gap-4">
        <Link to="/" aria-label={text('layout.name')} className="flex min-w-0 items-center gap-2.5 rounded-lg">
          <Stamp kind="Trusted" />
          <span className="hidden truncate font-display text-lg font-semibold sm:block lg:hidden min-[88rem]:block">
            {text('layout.name')}
          </span>
        </Link>
        <nav
          aria-label={text('layout.navigation')}
          className="hidden min-w-0 flex-1 justify-center lg:flex min-[88rem]:gap-1"
        >
          {NAVIGATION.slice(0, ON_DESKTOPS).map(({ to, label }) => (
            <Link key={to} to={to} className={ITEM}>
              {text(label)}
            </Link>
          ))}
          <MorePages from={ON_DESKTOPS} className={ITEM}>
            {text('layout.more')}
          </MorePages>
        </nav>
        <div className="ml-auto flex items-center gap-0.5 lg:ml-0">
          <LanguageButton />
          <ThemeButton />
          <HistoryButton />
          <AccountButton />
        </div>
      </div>
    </header>
  );
}
