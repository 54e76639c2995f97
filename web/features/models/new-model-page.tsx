import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { parseEventLogs, type TransactionReceipt } from 'viem';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { abis } from '../../shared/chain/contracts.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { readStored, writeStored } from '../../shared/storage/stored.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { ModelEditor } from './editor/model-editor.tsx';
import { StartFrom } from './editor/start-from-panel.tsx';
import { editorMessages } from './editor-messages.ts';
import { draftKey, readDraft } from './model-draft.ts';
import { modelBondQuery } from './models-queries.ts';
import { accountId } from './start-from.ts';

/** Writes a new model, blank or from a template. */
export function NewModelPage() {
  const text = useText(editorMessages);
  const { from } = useSearch({ from: '/models/new' });
  const { chain } = useAppConfig();
  return (
    <Page title={text('editor.newTitle')} intro={text('editor.newIntro')}>
      <NeedsWallet>
        {({ address }) => <Studio key={address} author={accountId(chain.id, address)} from={from ?? null} />}
      </NeedsWallet>
    </Page>
  );
}

function Studio({ author, from }: { author: string; from: number | null }) {
  const navigate = useNavigate();
  const query = useSubgraph(modelBondQuery, {});
  const key = draftKey(null);
  const draft = useMemo(() => readDraft(readStored(key)), [key]);
  const [initial, setInitial] = useState<QualityModelDocument | null>(null);
  const finish = ({ logs }: TransactionReceipt) => {
    writeStored(key, null);
    const [event] = parseEventLogs({ abi: abis.models, eventName: 'ModelPublished', logs });
    if (event) void navigate({ to: '/models/$number', params: { number: String(event.args.modelId) } });
  };
  if (!initial) {
    return (
      <StartFrom
        draft={draft}
        from={from}
        author={author}
        onStart={setInitial}
        onDiscard={() => writeStored(key, null)}
      />
    );
  }
  return (
    <QueryView query={query}>
      {({ protocol }) => (
        <ModelEditor
          initial={{ ...initial, authors: [author] }}
          draftKey={key}
          modelNumber={null}
          terms={{ bond: BigInt(protocol?.modelBond ?? 0), expertBps: protocol?.expertBps ?? 0 }}
          onDone={finish}
        />
      )}
    </QueryView>
  );
}
