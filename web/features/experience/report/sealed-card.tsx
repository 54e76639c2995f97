import { Lock } from 'lucide-react';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useVault } from '../../../shared/secrets/use-vault.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { reportMessages } from '../report-messages.ts';
import { VaultCard } from '../vault/vault-card.tsx';
import { reportEntry, type VaultReport } from '../vault/vault-report.ts';
import type { OwnReport } from './use-report-lot.ts';

/** A report that waits for its reveal: what is on chain, and whether this browser can open it. */
export function SealedCard({ lotId, report }: { lotId: number; report: OwnReport }) {
  const text = useText(reportMessages);
  const kept = useVault().get<VaultReport>(reportEntry(lotId));
  const isHere = kept?.commitment === report.commitment;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card className="grid content-start gap-4">
        <h2 className="flex items-center gap-2 font-display text-xl font-semibold">
          <Lock aria-hidden="true" className="size-5" />
          {text('report.committed')}
        </h2>
        <Facts
          facts={[
            [text('report.commitment'), <code key="c">{shortHex(report.commitment, 6)}</code>],
            [text('report.bond'), <Money key="b" amount={report.bond} />],
          ]}
        />
        <Notice kind={isHere ? 'success' : 'warning'}>
          {isHere ? `${text('report.inVault')} ${text('report.keepCopy')}` : text('report.notInVault')}
        </Notice>
      </Card>
      <VaultCard />
    </div>
  );
}
