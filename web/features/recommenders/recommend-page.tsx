import type { Address } from 'viem';
import { useText } from '../../shared/i18n/use-text.ts';
import { useRecommenderId } from '../../shared/referrals/use-recommender-id.ts';
import { NeedsSession } from '../../shared/relay/needs-session.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { EarningsSection } from './earnings-section.tsx';
import { LinksSection } from './links-section.tsx';
import { recommendersMessages } from './messages.ts';
import { OfferedNumbers } from './offered-numbers.tsx';
import { RegisterForm } from './register-form.tsx';

/** Links, what they brought, and what can be withdrawn. */
export function RecommendPage() {
  const text = useText(recommendersMessages);
  return (
    <Page title={text('recommenders.title')} intro={text('recommenders.intro')}>
      <NeedsWallet>{({ address }) => <Desk key={address} account={address} />}</NeedsWallet>
    </Page>
  );
}

function Desk({ account }: { account: Address }) {
  const text = useText(recommendersMessages);
  const id = useRecommenderId(account);
  return (
    <QueryView query={id}>
      {(recommenderId) =>
        recommenderId === 0 ? (
          <div>
            <OfferedNumbers account={account} />
            <RegisterForm account={account} />
          </div>
        ) : (
          <div className="grid gap-10">
            <EarningsSection recommenderId={recommenderId} account={account} />
            <NeedsSession title={text('recommenders.signIn')}>
              <LinksSection recommenderId={recommenderId} />
            </NeedsSession>
          </div>
        )
      }
    </QueryView>
  );
}
