import { useMemo } from 'react';
import type { TransactionReceipt } from 'viem';
import { documentDigest } from '../../../../protocol/documents/document-digest.ts';
import { useUpload } from '../../../shared/documents/use-upload.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { editorMessages } from '../editor-messages.ts';
import { publishModel } from '../transactions/publish-model.ts';
import { reviseModel } from '../transactions/revise-model.ts';
import { useEditor } from './editor-context.ts';
import { anchorOf } from './fields.tsx';

/** What publishing costs and brings. */
export interface PublishTerms {
  /** Of a new model; smallest units. */
  readonly bond: bigint;
  /** The owner's share of the fees. */
  readonly expertBps: number;
}

interface Props {
  /** The model to revise; null: a new one. */
  modelNumber: number | null;
  terms: PublishTerms;
  onShowProblems: () => void;
  onDone: (receipt: TransactionReceipt) => void;
}

/** What is still missing, or the button that publishes. */
export function PublishPanel({ modelNumber, terms: { bond, expertBps }, onShowProblems, onDone }: Props) {
  const text = useText(editorMessages);
  const format = useFormat();
  const { document, problems } = useEditor();
  const { uploadJson } = useUpload();
  const isReady = problems.length === 0;
  const request = useMemo(() => {
    if (!isReady) return null;
    const digest = documentDigest(document);
    return modelNumber === null ? publishModel(document, digest, bond) : reviseModel(modelNumber, document, digest);
  }, [isReady, document, modelNumber, bond]);
  if (!isReady) return <Missing onShow={onShowProblems} />;
  return (
    <Card className="grid gap-4">
      <Notice kind="success">{text('editor.ready')}</Notice>
      <p>
        {modelNumber === null
          ? `${text('editor.publishHelp', { bond: `${format.amount(bond)} USD`, share: format.bps(expertBps) })} ${text('editor.bondBack')}`
          : text('editor.reviseHelp')}
      </p>
      <TransactionButton request={request} before={() => uploadJson(document)} onDone={onDone}>
        {text('editor.publish')}
      </TransactionButton>
    </Card>
  );
}

const SHOWN = 8;

function Missing({ onShow }: { onShow: () => void }) {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const { problems } = useEditor();
  const show = (path: string) => {
    onShow();
    const parameter = /^\/parameters\/(\d+)/.exec(path);
    const parts = [...window.document.querySelectorAll<HTMLDetailsElement>('details.group')];
    if (parameter)
      parts
        .filter((part) => part.className.includes('shadow-card'))
        .at(Number(parameter[1]))
        ?.setAttribute('open', '');
    // Fields of a parameter that was closed are there after the next paint.
    setTimeout(() => {
      const field = window.document.getElementById(anchorOf(path));
      field?.closest('details')?.setAttribute('open', '');
      (field?.querySelector<HTMLElement>('input, textarea, select') ?? field)?.focus();
    }, 60);
  };
  return (
    <Card className="grid gap-3">
      <p className="font-medium">{text('editor.problems', { count: problems.length })}</p>
      <p className="text-sm text-muted">{text('editor.problemsIntro')}</p>
      <ul className="grid gap-1">
        {problems.slice(0, SHOWN).map(({ path, code, message }) => (
          <li key={path + code} className="flex items-baseline gap-2">
            <button
              type="button"
              className="min-h-9 text-left text-jade underline underline-offset-4"
              onClick={() => show(path)}
            >
              {localized(message)}
            </button>
            <code className="hidden font-mono text-xs text-muted sm:inline">{path}</code>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <div>
          <Button size="small" onClick={onShow}>
            {text('editor.showAll', { count: problems.length - SHOWN })}
          </Button>
        </div>
      )}
    </Card>
  );
}
