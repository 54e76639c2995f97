import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { reportMessages } from '../report-messages.ts';
import { explainReward } from './explain-reward.ts';
import type { ReportLot } from './use-report-lot.ts';

interface Props {
  round: NonNullable<ReportLot['round']>;
  /** 0 … 256. */
  quality: number;
  nominated: bigint;
}

/** The formula of a reward with this report's numbers in it. */
export function RewardCard({ round, quality, nominated }: Props) {
  const text = useText(reportMessages);
  const format = useFormat();
  const kappaBps = round.kappaBps ?? 0;
  const [prize, shares] = [BigInt(round.prize), BigInt(round.shares)];
  const { cap, share, reward, because, isWinner } = explainReward({
    nominated,
    quality,
    prize,
    shares,
    winningBucket: round.winningBucket ?? null,
    kappaBps,
  });
  const part = shares === 0n ? 0 : Number((nominated * BigInt(quality) ** 2n * 10_000n) / shares);
  const kappa = format.bps(kappaBps);
  return (
    <Card className="grid gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-medium">{text('report.reward')}</h3>
        <span className="font-display text-2xl font-semibold">
          <Money amount={reward} />
        </span>
      </div>
      <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-sm">{text('report.formula')}</p>
      {isWinner && (
        <ul className="numbers grid gap-1 text-sm">
          <li className={because === 'cap' ? 'font-medium' : 'text-muted'}>
            {text('report.formulaCap', { kappa, nominated: format.amount(nominated), cap: format.amount(cap) })}
          </li>
          <li className={because === 'share' ? 'font-medium' : 'text-muted'}>
            {text('report.formulaShare', {
              prize: format.amount(prize),
              part: format.bps(part),
              share: format.amount(share),
            })}
          </li>
        </ul>
      )}
      <p className="text-sm text-muted">{text(`report.because.${because}`, { kappa })}</p>
    </Card>
  );
}
