import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { usePageTitle } from '../../shared/ui/page.tsx';
import { layoutMessages } from './layout-messages.ts';

export function NotFound() {
  const text = useText(layoutMessages);
  usePageTitle(text('layout.notFound'));
  return (
    <div className="container-page py-16">
      <EmptyState
        title={<h1>{text('layout.notFound')}</h1>}
        action={
          <Link to="/market" className={buttonClass('primary')}>
            {text('layout.toMarket')}
          </Link>
        }
      >
        {text('layout.notFoundHelp')}
      </EmptyState>
    </div>
  );
}
