import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../../relay/api/health.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { fetchJson } from '../../shared/http/fetch-json.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useRelayHealth } from '../../shared/relay/use-relay-health.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { platformsMessages } from './messages.ts';

const PATIENCE_MS = 8_000;

/** Whether a platform's service answers. That of this page is asked anyway; others only when somebody wants it. */
export function EndpointHealth({ platform }: { platform: { number: number; endpoint: string } }) {
  const { platformId } = useAppConfig();
  return platform.number === platformId ? <OwnHealth /> : <OtherHealth endpoint={platform.endpoint} />;
}

function OwnHealth() {
  const health = useRelayHealth();
  return <Answer answers={health.data ? true : health.error ? false : null} />;
}

function OtherHealth({ endpoint }: { endpoint: string }) {
  const text = useText(platformsMessages);
  const health = useQuery({
    queryKey: ['platform-health', endpoint],
    enabled: false,
    retry: false,
    queryFn: () =>
      fetchJson<Health>(`${endpoint.replace(/\/+$/, '')}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) }),
  });
  if (health.data || health.error) return <Answer answers={health.data !== undefined} />;
  return (
    <span className="inline-flex items-center gap-2">
      <Button size="small" busy={health.isFetching} onClick={() => void health.refetch()}>
        {text('platforms.healthAsk')}
      </Button>
      <Tooltip tip={text('platforms.healthHelp')}>?</Tooltip>
    </span>
  );
}

function Answer({ answers }: { answers: boolean | null }) {
  const text = useText(platformsMessages);
  if (answers === null) return <span aria-hidden="true">…</span>;
  return (
    <Badge tone={answers ? 'jade' : 'danger'}>{text(answers ? 'platforms.healthGood' : 'platforms.healthBad')}</Badge>
  );
}
