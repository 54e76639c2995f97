import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { appealCost } from '../../../../protocol/court/appeal-cost.ts';
import { filledSeats, jurySize } from '../../../../protocol/court/jury-size.ts';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { courtPhase } from '../../../shared/disputes/case-phase.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Coins } from '../../../shared/ui/coins.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { QueryView } from '../../../shared/ui/query-view.tsx';
import type { DisputeParts } from '../court-queries.ts';
import type { Choice } from '../jury/vote-card.tsx';
import { courtMessages } from '../messages.ts';
import { appealRuling } from '../transactions/steps.ts';

interface Props {
  dispute: DisputeParts;
  choices: readonly Choice[];
}

/** The ruling so far and what another jury costs, as long as it can be appealed. */
export function AppealPanel({ dispute, choices }: Props) {
  const text = useText(courtMessages);
  const now = useNow();
  if (now === undefined) return null;
  const { phase, endsAt } = courtPhase(dispute, now);
  if (phase !== 'appeal' || endsAt === null) return null;
  const label = choices.find(({ choice }) => choice === dispute.currentRuling)?.label;
  return (
    <Card className="grid gap-4 border-amber">
      <div className="grid gap-1">
        <h2 className="font-display text-xl font-semibold">{text('court.appealTitle', { ruling: label ?? '' })}</h2>
        <p className="max-w-prose text-muted">{text('court.appealHelp')}</p>
      </div>
      <Cost dispute={dispute} until={endsAt} />
    </Card>
  );
}

function Cost({ dispute, until }: { dispute: DisputeParts; until: number }) {
  const text = useText(courtMessages);
  const client = useChainClient();
  const { contracts } = useAppConfig();
  const query = useQuery({
    queryKey: ['chain', 'appeal-cost', dispute.number, dispute.latestRound.index],
    queryFn: () =>
      client.readContract({
        address: contracts.court,
        abi: abis.court,
        functionName: 'appealCost',
        args: [BigInt(dispute.number), '0x'],
      }),
  });
  const total = query.data;
  const request = useMemo(
    () => (total === undefined ? null : appealRuling(dispute.number, total)),
    [dispute.number, total],
  );
  const { feePerJuror, lockPerSeat, ...rates } = dispute.parameters;
  const next = dispute.latestRound.index + 1;
  const parts = appealCost({ feePerJuror: BigInt(feePerJuror), lockPerSeat: BigInt(lockPerSeat), ...rates }, next);
  return (
    <QueryView query={query}>
      {() => (
        <>
          <Facts
            facts={[
              [text('court.appealEnds'), <CountDown key="e" until={until} />],
              [text('court.appealJury'), String(filledSeats(next, jurySize(next)))],
              [text('court.appealFees'), <Coins key="f" amount={parts.fees} />],
              [text('court.appealBondOf'), <Coins key="b" amount={parts.bond} />],
            ]}
          />
          <TransactionButton request={request}>{text('court.appeal')}</TransactionButton>
        </>
      )}
    </QueryView>
  );
}
