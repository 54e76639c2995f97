import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { usePageTitle } from '../../shared/ui/page.tsx';
import { twinMessages } from './messages.ts';

/** What was asked for does not exist, as far as the index knows. */
export function NotThere({ title, help }: { title: string; help?: string }) {
  const text = useText(twinMessages);
  usePageTitle(title);
  return (
    <div className="container-page py-16">
      <EmptyState
        title={<h1>{title}</h1>}
        action={
          <Link to="/market" className={buttonClass('primary')}>
            {text('twin.toMarket')}
          </Link>
        }
      >
        {help ?? text('twin.notFoundHelp')}
      </EmptyState>
    </div>
  );
}
