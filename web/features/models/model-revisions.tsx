import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import type { ModelQuery } from '../../generated/graphql.ts';
import { useJsonDocument } from '../../shared/documents/use-document.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { diffModels } from './diff-models.ts';
import { DiffTable } from './diff-table.tsx';
import { modelsMessages } from './messages.ts';

type Revision = NonNullable<ModelQuery['model']>['revisions'][number];

/** All revisions, newest first, each with what it changed. */
export function ModelRevisions({ revisions }: { revisions: readonly Revision[] }) {
  const text = useText(modelsMessages);
  return (
    <Section title={text('models.revisions')} intro={text('models.revisionsIntro')}>
      <ol className="grid gap-3">
        {revisions.map((revision, i) => {
          const before = revisions[i + 1];
          return (
            <li key={revision.id} className="grid gap-1 rounded-2xl border border-line bg-surface px-5 py-4">
              <p className="flex flex-wrap items-center gap-3">
                <strong className="font-medium">{text('models.revision', { number: String(revision.number) })}</strong>
                {revision.document && <Badge>{revision.document.version}</Badge>}
                {i === 0 && <Badge tone="jade">{text('models.latest')}</Badge>}
                <span className="ml-auto text-sm text-muted">
                  <Timestamp at={revision.timestamp} />
                </span>
              </p>
              {before ? (
                <Disclosure summary={text('models.compareWith', { number: String(before.number) })}>
                  <Difference before={before.documentCid} after={revision.documentCid} />
                </Disclosure>
              ) : (
                <p className="text-sm text-muted">{text('models.firstRevision')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const text = useText(modelsMessages);
  const [old, now] = [useJsonDocument<QualityModelDocument>(before), useJsonDocument<QualityModelDocument>(after)];
  return (
    <QueryView query={old}>
      {(was) => (
        <QueryView query={now}>
          {(is) => {
            const changes = diffModels(was, is);
            return changes.length === 0 ? (
              <p className="text-muted">{text('models.noChange')}</p>
            ) : (
              <DiffTable changes={changes} />
            );
          }}
        </QueryView>
      )}
    </QueryView>
  );
}
