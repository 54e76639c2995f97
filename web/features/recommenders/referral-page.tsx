import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { EVERY_COMMODITY } from '../../../protocol/referrals/referral-grant.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { problemCode } from '../../shared/relay/problem-code.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { recommendersMessages } from './messages.ts';
import { useGoods } from './use-goods.ts';
import { useRecordClick } from './use-record-click.ts';

/** Where referral links lead: records the click, says who recommends, and leads on to the good. */
export function ReferralPage() {
  const text = useText(recommendersMessages);
  const { code } = useParams({ from: '/r/$code' });
  const now = useNow();
  const record = useRecordClick();
  const goods = useGoods();
  const click = useQuery({
    // A click is one, however often the page is drawn or looked at again.
    queryKey: ['click', code],
    enabled: now !== undefined,
    queryFn: () => record(code, now ?? 0),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  const toMarket = (
    <Link to="/market" className={buttonClass('primary')}>
      {text('referral.market')}
    </Link>
  );
  if (click.data) {
    const { commodityId, recommenderId } = click.data;
    const isForAll = commodityId === EVERY_COMMODITY;
    const name = goods.find(({ number }) => number === commodityId)?.name;
    return (
      <Page title={text('referral.title')}>
        {name && <p className="font-display text-2xl font-semibold">{name}</p>}
        <Notice>{text('referral.note', { id: String(recommenderId) })}</Notice>
        <p>
          {isForAll ? (
            toMarket
          ) : (
            <Link
              to="/commodities/$number"
              params={{ number: String(commodityId) }}
              className={buttonClass('primary', 'large')}
            >
              {text('referral.onwards')}
            </Link>
          )}
        </p>
      </Page>
    );
  }
  if (!click.error) return <Page title={text('referral.going')}>{<SkeletonLines />}</Page>;
  return (
    <Page title={text('referral.unknown')}>
      <EmptyState title={text('referral.unknown')} action={toMarket}>
        {text(problemCode(click.error) ? 'referral.unknownHelp' : 'referral.failed')}
      </EmptyState>
    </Page>
  );
}
