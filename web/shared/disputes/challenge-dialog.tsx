import { useState } from 'react';
import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import { useText } from '../i18n/use-text.ts';
import { entityId } from '../subgraph/entity-id.ts';
import { useSubgraph } from '../subgraph/use-subgraph.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { useAccount } from '../wallet/use-account.ts';
import { ChallengeForm } from './challenge-form.tsx';
import { type ChallengeLot, challengeLotQuery, expectedConsensus } from './challenge-lot.ts';
import { disputeMessages } from './dispute-messages.ts';
import { useDisputeTerms } from './use-dispute-terms.ts';

interface Props {
  lotId: number;
  open: boolean;
  onClose: () => void;
}

/** Asserts another consensus of a round in its tally window; a reporter's own values stand there to begin with. */
export function ChallengeDialog({ lotId, open, onClose }: Props) {
  const text = useText(disputeMessages);
  const query = useSubgraph(challengeLotQuery, { id: entityId(lotId) }, { enabled: open });
  const terms = useDisputeTerms(open);
  const account = useAccount()?.address.toLowerCase();
  const error = query.error ?? terms.error;
  const lot = query.data?.lot;
  return (
    <Dialog open={open} onClose={onClose} title={text('disputes.challenge')} shape="wide">
      {lot && terms.data ? (
        <Prepared key={lot.number} lot={lot} account={account} terms={terms.data} onDone={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => Promise.all([query.refetch(), terms.refetch()])} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Dialog>
  );
}

interface PreparedProps extends Omit<Parameters<typeof ChallengeForm>[0], 'consensus' | 'values' | 'onValues'> {
  lot: ChallengeLot;
  account: string | undefined;
}

function Prepared({ lot, account, ...rest }: PreparedProps) {
  const consensus = expectedConsensus(lot);
  const own = lot.round.reports.find(({ experiencer }) => experiencer.account.id === account)?.values;
  const [values, setValues] = useState<readonly string[]>(() =>
    lot.revision.parameters.map(({ decimals }, i) => {
      const value = (own ?? consensus)?.[i];
      return value === undefined ? '' : fromScaled(value, decimals);
    }),
  );
  return <ChallengeForm lot={lot} consensus={consensus} values={values} onValues={setValues} {...rest} />;
}
