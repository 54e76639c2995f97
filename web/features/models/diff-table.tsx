import { useText } from '../../shared/i18n/use-text.ts';
import { DataTable } from '../../shared/ui/data-table.tsx';
import type { ModelChange } from './diff-models.ts';
import { modelsMessages } from './messages.ts';

/** What changed, field by field. */
export function DiffTable({ changes }: { changes: readonly ModelChange[] }) {
  const text = useText(modelsMessages);
  const nothing = text('models.diffNone');
  return (
    <DataTable
      caption={text('models.revisions')}
      rows={changes}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'path',
          label: text('models.diffPath'),
          cell: ({ path }) => <code className="font-mono text-sm">{path.slice(1).replaceAll('/', ' › ')}</code>,
        },
        {
          key: 'before',
          label: text('models.diffBefore'),
          cell: ({ before }) =>
            before === null ? nothing : <del className="rounded bg-danger-soft px-1 text-danger">{before}</del>,
        },
        {
          key: 'after',
          label: text('models.diffAfter'),
          cell: ({ after }) =>
            after === null ? nothing : <ins className="rounded bg-jade-soft px-1 text-jade no-underline">{after}</ins>,
        },
      ]}
    />
  );
}
