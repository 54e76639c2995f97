import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProducerCommodityQuery } from '../../../generated/graphql.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { entityId } from '../../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Page } from '../../../shared/ui/page.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import { SkeletonLines } from '../../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../../shared/wallet/needs-wallet.tsx';
import { useAccount } from '../../../shared/wallet/use-account.ts';
import { commodityQuery } from '../commodities-queries.ts';
import { commoditiesMessages } from '../messages.ts';

export interface OwnCommodityData {
  readonly commodity: NonNullable<ProducerCommodityQuery['commodity']>;
  readonly protocol: NonNullable<ProducerCommodityQuery['protocol']>;
}

const LAST = 0xffff_ffff;

interface Props {
  /** As in the address. */
  number: string;
  children: (data: OwnCommodityData) => ReactNode;
}

/** Shows something of a commodity to its producer, and to others why they do not see it. */
export function OwnCommodity({ number: given, children }: Props) {
  const text = useText(commoditiesMessages);
  const number = /^\d{1,10}$/.test(given) && Number(given) <= LAST ? Number(given) : 0;
  const query = useSubgraph(commodityQuery, { id: entityId(number) });
  const framed = (content: ReactNode) => <Page title={text('produce.title')}>{content}</Page>;
  const back = (
    <Link to="/produce" className={buttonClass()}>
      {text('produce.back')}
    </Link>
  );
  if (!query.data)
    return framed(
      <QueryView query={query} skeleton={<SkeletonLines lines={10} />}>
        {() => null}
      </QueryView>,
    );
  const { commodity, protocol } = query.data;
  if (!commodity || !protocol) {
    return framed(
      <EmptyState title={text('produce.notFound')} action={back}>
        {text('produce.notFoundHelp')}
      </EmptyState>,
    );
  }
  return (
    <Owned
      producer={commodity.producer.id}
      otherwise={framed(
        <EmptyState
          title={text('produce.notYours')}
          action={
            <Link to="/commodities/$number" params={{ number: String(number) }} className={buttonClass()}>
              {text('produce.twin')}
            </Link>
          }
        >
          {text('produce.notYoursHelp')}
        </EmptyState>,
      )}
      frame={framed}
    >
      {() => children({ commodity, protocol })}
    </Owned>
  );
}

interface OwnedProps {
  producer: string;
  otherwise: ReactNode;
  frame: (content: ReactNode) => ReactNode;
  children: () => ReactNode;
}

/** Without a wallet the frame asks for one; with another one's it says so. */
export function Owned({ producer, otherwise, frame, children }: OwnedProps) {
  const account = useAccount();
  if (!account) return frame(<NeedsWallet>{() => null}</NeedsWallet>);
  return account.address.toLowerCase() === producer ? children() : otherwise;
}
