import { useCallback } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { LAST_CLICK_KEY, type LastClick } from '../../shared/referrals/last-click.ts';
import { visitorId } from '../../shared/referrals/visitor-id.ts';
import { relayRequest } from '../../shared/relay/relay-client.ts';
import { writeStored } from '../../shared/storage/stored.ts';

interface Clicked {
  readonly commodityId: number;
  readonly recommenderId: number;
  readonly validUntil: number;
}

/** Tells the relay that this visitor came by a link, and remembers it to show it at checkout. */
export function useRecordClick(): (code: string, now: number) => Promise<Clicked> {
  const { relayUrl } = useAppConfig();
  return useCallback(
    async (code, now) => {
      const clicked = await relayRequest<Clicked>(relayUrl, `/referrals/${encodeURIComponent(code)}/clicks`, {
        json: { visitorId: visitorId() },
      });
      const click: LastClick = { ...clicked, code, clickedAt: now };
      writeStored(LAST_CLICK_KEY, click);
      return clicked;
    },
    [relayUrl],
  );
}
