import { useState } from 'react';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { type ReadReceipts, readReceiptFile, readSigned } from '../../shared/receipts/receipt-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { OneReceipt } from './check/one-receipt.tsx';
import { ReceiptDrop } from './check/receipt-drop.tsx';
import { TwoReceipts } from './check/two-receipts.tsx';
import { platformsMessages } from './messages.ts';

/** Checks a receipt that anybody brings, whoever he is and wherever he bought. */
export function CheckPage() {
  const text = useText(platformsMessages);
  const { chain, contracts } = useAppConfig();
  const scope = { chainId: chain.id, settlement: contracts.settlement };
  const [found, setFound] = useState<ReadReceipts | null>(null);
  const isRead = found?.kind === 'read';
  return (
    <Page
      title={text('check.title')}
      intro={text('check.intro')}
      actions={isRead && <Button onClick={() => setFound(null)}>{text('check.again')}</Button>}
    >
      {!isRead && <ReceiptDrop onText={(content) => setFound(readReceiptFile(content, scope))} />}
      {found?.kind === 'bad' && (
        <Notice kind="error" title={text('check.bad')}>
          {text(`check.bad.${found.reason}`)}
        </Notice>
      )}
      {isRead && found.receipts.length === 1 && <OneReceipt signed={found.receipts[0]} />}
      {isRead && found.receipts.length === 2 && <TwoReceipts both={found.receipts} />}
      {!isRead && <Samples onPick={(receipts) => setFound({ kind: 'read', receipts })} />}
    </Page>
  );
}

type Picked = Extract<ReadReceipts, { kind: 'read' }>['receipts'];

/** On a local chain a platform cheats, so that everybody can try. */
function Samples({ onPick }: { onPick: (receipts: Picked) => void }) {
  const text = useText(platformsMessages);
  const { local, chain, contracts } = useAppConfig();
  if (!local) return null;
  const scope = { chainId: chain.id, settlement: contracts.settlement };
  const { leftOut, twice } = local.cheatedReceipts;
  return (
    <Card className="grid gap-3">
      <h2 className="font-display text-xl font-semibold">{text('check.sample')}</h2>
      <p className="text-muted">{text('check.sampleHelp')}</p>
      <div className="flex flex-wrap gap-3">
        <Button data-tour="sample-left-out" onClick={() => onPick([readSigned(leftOut, scope)])}>
          {text('check.sampleLeftOut')}
        </Button>
        <Button
          data-tour="sample-twice"
          onClick={() => onPick([readSigned(twice[0], scope), readSigned(twice[1], scope)])}
        >
          {text('check.sampleTwice')}
        </Button>
      </div>
    </Card>
  );
}
