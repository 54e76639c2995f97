import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useJsonDocument } from '../../shared/documents/use-document.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { readStored, writeStored } from '../../shared/storage/stored.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { ModelEditor } from './editor/model-editor.tsx';
import { editorMessages } from './editor-messages.ts';
import { draftKey, readDraft } from './model-draft.ts';
import { modelQuery } from './models-queries.ts';
import { accountId, nextRevision } from './start-from.ts';

/** Writes the next revision of a model; for its owner. */
export function RevisePage() {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const { number } = useParams({ from: '/models/$number/revise' });
  const id = entityId(Number(number) || 0);
  const query = useSubgraph(modelQuery, { id, model: id });
  const latest = query.data?.model?.revisions[0];
  const name = latest?.document
    ? localized({ 'zh-Hans': latest.document.nameZh, en: latest.document.nameEn })
    : `#${number}`;
  return (
    <Page title={text('editor.reviseTitle', { name })} intro={text('editor.reviseIntro')}>
      <NeedsWallet>
        {({ address }) => (
          <QueryView query={query}>
            {({ model }) =>
              model && latest && model.owner.id === address.toLowerCase() ? (
                <Revision key={latest.documentCid} number={model.number} cid={latest.documentCid} address={address} />
              ) : (
                <NotOwner number={Number(number)} />
              )
            }
          </QueryView>
        )}
      </NeedsWallet>
    </Page>
  );
}

/** A revision costs no bond, and its share is known to who wrote the first one. */
const REVISING = { bond: 0n, expertBps: 0 };

function Revision({ number, cid, address }: { number: number; cid: string; address: string }) {
  const { chain } = useAppConfig();
  const navigate = useNavigate();
  const key = draftKey(number);
  const query = useJsonDocument<QualityModelDocument>(cid);
  const initial = useMemo(() => {
    // A draft of an older revision would undo what has been published since.
    const draft = readDraft(readStored(key));
    if (draft?.document.supersedes === cid) return draft.document;
    return query.data && nextRevision(query.data, cid, accountId(chain.id, address));
  }, [key, cid, query.data, chain.id, address]);
  return (
    <QueryView query={{ ...query, data: initial }}>
      {(document) => (
        <ModelEditor
          initial={document}
          draftKey={key}
          modelNumber={number}
          terms={REVISING}
          onDone={() => {
            writeStored(key, null);
            void navigate({ to: '/models/$number', params: { number: String(number) } });
          }}
        />
      )}
    </QueryView>
  );
}

function NotOwner({ number }: { number: number }) {
  const text = useText(editorMessages);
  return (
    <EmptyState
      title={text('editor.notOwner')}
      action={
        <Link to="/models/new" search={{ from: number }} className={buttonClass('secondary')}>
          {text('editor.copyInstead')}
        </Link>
      }
    >
      {text('editor.notOwnerHelp')}
    </EmptyState>
  );
}
