import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { experienceMessages } from '../messages.ts';
import { useBackup } from './use-backup.ts';

/** What this browser alone knows, and how to keep it. */
export function VaultCard() {
  const text = useText(experienceMessages);
  const { waiting, isSaved, save, load, problem, loaded, hasSaved } = useBackup();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const run = (task: () => Promise<void>) => {
    setBusy(true);
    task().finally(() => setBusy(false));
  };
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-display text-xl font-semibold">{text('experience.vault')}</h2>
        <p className="font-medium">{text('experience.vaultCount', { count: waiting })}</p>
        <p className="max-w-prose text-sm text-muted">{text('experience.vaultHelp')}</p>
      </div>
      {waiting > 0 && !isSaved && <Notice kind="warning">{text('experience.vaultNotSaved')}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button
          kind={waiting > 0 && !isSaved ? 'primary' : 'secondary'}
          busy={busy}
          disabled={waiting === 0}
          onClick={() => run(save)}
        >
          <Download aria-hidden="true" className="size-4" />
          {text('experience.vaultExport')}
        </Button>
        <Button onClick={() => input.current?.click()}>
          <Upload aria-hidden="true" className="size-4" />
          {text('experience.vaultImport')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          className="sr-only"
          tabIndex={-1}
          aria-label={text('experience.vaultImport')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) run(() => load(file));
          }}
        />
      </div>
      <p role="status" className="text-sm empty:hidden">
        {hasSaved && text('experience.vaultSaved')}
        {loaded !== null && text('experience.vaultLoaded', { count: loaded })}
        {problem && <span className="text-danger">{text(`experience.vaultProblem.${problem}`)}</span>}
      </p>
    </Card>
  );
}
