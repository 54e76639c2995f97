import { QrCode as QrIcon, Share2 } from 'lucide-react';
import { useState } from 'react';
import { EVERY_COMMODITY } from '../../../protocol/referrals/referral-grant.ts';
import type { ReferralLink } from '../../../relay/api/referrals.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import { linkUrl } from './link-url.ts';
import { recommendersMessages } from './messages.ts';
import { RevokeLink } from './revoke-link.tsx';
import { useGoods } from './use-goods.ts';

/** One link: to copy, share and print, and what it brought. */
export function LinkCard({ link }: { link: ReferralLink }) {
  const text = useText(recommendersMessages);
  const format = useFormat();
  const now = useNow() ?? 0;
  const goods = useGoods();
  const [showsQr, setShowsQr] = useState(false);
  const { code, grant } = link;
  const url = linkUrl(window.location.origin, code);
  const name =
    grant.commodityId === EVERY_COMMODITY
      ? text('recommenders.everything')
      : (goods.find(({ number }) => number === grant.commodityId)?.name ??
        text('recommenders.commodity', { id: String(grant.commodityId) }));
  const isOver = grant.validUntil <= now;
  const share = () => navigator.share({ url, text: text('recommenders.shareText', { name }) }).catch(() => undefined);
  return (
    <Card className="grid h-full content-start gap-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="grid">
          <h3 className="font-display text-lg font-semibold">{name}</h3>
          <p className="text-sm text-muted">{grant.campaign}</p>
        </div>
        <Badge tone={isOver ? 'neutral' : 'jade'}>
          {isOver ? text('recommenders.over') : text('recommenders.until', { date: format.date(grant.validUntil) })}
        </Badge>
      </div>
      <p className="flex items-center gap-1 rounded-lg bg-sunken py-1 pr-1 pl-3">
        <span className="min-w-0 flex-1 truncate font-mono text-sm">{url}</span>
        <CopyButton value={url} label={text('recommenders.qrOf')} />
      </p>
      <Facts
        facts={[
          [text('recommenders.clicks', { count: link.clicks }), text('recommenders.orders', { count: link.orders })],
          [text('recommenders.pending'), <Money key="p" amount={link.pendingCommission} />],
          [text('recommenders.settled'), <Money key="s" amount={link.settledCommission} />],
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => setShowsQr(true)}>
          <QrIcon aria-hidden="true" className="size-4" />
          {text('recommenders.qr')}
        </Button>
        {'share' in navigator && (
          <Button size="small" onClick={share}>
            <Share2 aria-hidden="true" className="size-4" />
            {text('recommenders.share')}
          </Button>
        )}
        <RevokeLink code={code} />
      </div>
      <Dialog open={showsQr} onClose={() => setShowsQr(false)} title={name}>
        <div className="grid justify-items-center gap-4">
          <QrCode value={url} what={text('recommenders.qrOf')} />
          <p className="text-center font-mono text-sm break-all">{url}</p>
        </div>
      </Dialog>
    </Card>
  );
}
