import { useText } from '../../shared/i18n/use-text.ts';
import { useRelayHealth } from '../../shared/relay/use-relay-health.ts';
import { useIndexState } from '../../shared/subgraph/use-index-state.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { layoutMessages } from './layout-messages.ts';
import { useOnline } from './use-online.ts';

/** What the reader should know of the services behind the page, the gravest first and only that. */
export function Banners() {
  const text = useText(layoutMessages);
  const isOnline = useOnline();
  const index = useIndexState();
  const isRelayDown = useRelayHealth().isError;
  const message = !isOnline
    ? text('layout.offline')
    : index.isDown
      ? text('layout.indexDown')
      : index.hasErrors
        ? text('layout.indexBroken')
        : isRelayDown
          ? text('layout.relayDown')
          : index.isLagging
            ? text('layout.lagging', { count: index.behind })
            : null;
  return (
    <div role="status" className="container-page">
      {message && (
        <div className="pt-4">
          <Notice kind="warning">{message}</Notice>
        </div>
      )}
    </div>
  );
}
