import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import type { AccountData } from './account-queries.ts';
import { accountMessages } from './messages.ts';
import { isMining } from './mining.ts';
import { claimMined, registerRounds } from './transactions/mining.ts';
import { type MiningRow, useMinable, useMining } from './use-mining.ts';

interface Props {
  data: AccountData;
  experiencerId: number;
  epoch: number;
}

/** CTT that reports mined and mine: to be registered, to be claimed, claimed. */
export function Mining({ data, experiencerId, epoch }: Props) {
  const text = useText(accountMessages);
  const rows = useMining(data, epoch);
  return (
    <Card className="grid gap-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-display text-xl font-semibold">{text('account.mining')}</h2>
        <span className="font-display text-2xl font-semibold">
          <Tokens amount={data.account?.mined ?? '0'} />
        </span>
      </div>
      <p className="text-sm text-muted">{text('account.miningHelp')}</p>
      {rows ? <Rows rows={rows} experiencerId={experiencerId} data={data} /> : <SkeletonLines lines={2} />}
    </Card>
  );
}

function Rows({ rows, experiencerId, data }: { rows: readonly MiningRow[]; experiencerId: number; data: AccountData }) {
  const text = useText(accountMessages);
  const format = useFormat();
  const amounts = useMinable(experiencerId, rows).data;
  const ready = rows.filter(({ state }) => state === 'ready');
  const open = rows.filter(({ state, closed }) => state === 'open' && closed);
  const readyLots = ready.map(({ lotId }) => lotId).join();
  const openLots = open.map(({ lotId }) => lotId).join();
  const claim = useMemo(
    () => (readyLots === '' ? null : claimMined(experiencerId, readyLots.split(',').map(Number))),
    [experiencerId, readyLots],
  );
  const register = useMemo(
    () => (openLots === '' ? null : registerRounds(openLots.split(',').map(Number))),
    [openLots],
  );
  const claimed = new Map(data.account?.miningClaims.map(({ round, amount }) => [round.lot.number, amount]));
  if (rows.length === 0) return <p className="text-muted">{text('account.miningNone')}</p>;
  const total = ready.reduce((sum, { lotId }) => sum + (amounts?.get(lotId) ?? 0n), 0n);
  const shown = [...rows.filter(({ state }) => isMining(state)), ...rows.filter(({ state }) => !isMining(state))];
  return (
    <>
      <ul className="grid gap-2">
        {shown.slice(0, SHOWN).map(({ lotId, lotCode, state, scoringEpoch, closed }) => {
          const amount = claimed.get(lotId) ?? amounts?.get(lotId);
          return (
            <li key={lotId} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <Link
                  to="/lots/$number"
                  params={{ number: String(lotId) }}
                  className="underline decoration-line-strong underline-offset-4 hover:text-jade"
                >
                  {lotCode}
                </Link>{' '}
                <span className="text-sm text-muted">
                  {state === 'open' && !closed
                    ? text('account.mining.unclosed')
                    : text(`account.mining.${state}`, {
                        epoch: String(state === 'waiting' ? scoringEpoch + 2 : scoringEpoch + 1),
                      })}
                </span>
              </span>
              {amount !== undefined && <Tokens amount={amount} />}
            </li>
          );
        })}
      </ul>
      {shown.length > SHOWN && (
        <p className="text-sm text-muted">{text('account.miningMore', { count: shown.length - SHOWN })}</p>
      )}
      {claim && (
        <TransactionButton request={claim}>
          {text('account.claim', { amount: amounts ? format.token(total) : '…' })}
        </TransactionButton>
      )}
      {register && (
        <TransactionButton request={register} kind={claim ? 'secondary' : 'primary'}>
          {text('account.register', { count: open.length })}
        </TransactionButton>
      )}
    </>
  );
}

const SHOWN = 8;
