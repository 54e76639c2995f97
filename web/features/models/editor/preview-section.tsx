import { useDeferredValue, useMemo } from 'react';
import { canonicalJson } from '../../../../protocol/documents/canonical-json.ts';
import { cidFromDigest } from '../../../../protocol/documents/cid-from-digest.ts';
import { documentDigest } from '../../../../protocol/documents/document-digest.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { TextArea } from '../../../shared/ui/input.tsx';
import { Grade, Seal } from '../../../shared/ui/seal.tsx';
import { editorMessages } from '../editor-messages.ts';
import { modelsMessages } from '../messages.ts';
import { useEditor } from './editor-context.ts';
import { twinPreview } from './twin-preview.ts';

/** How a twin under this model will look; nothing while the model is not complete. */
export function PreviewSection() {
  const text = useText(editorMessages);
  const models = useText(modelsMessages);
  const localized = useLocalized();
  const format = useFormat();
  const document = useDeferredValue(useEditor().document);
  const preview = useMemo(() => twinPreview(document), [document]);
  if (!preview) return null;
  return (
    <Section title={text('editor.preview')} intro={text('editor.previewIntro')}>
      <Card className="grid gap-4">
        <p className="flex flex-wrap items-center gap-5">
          <Seal kind={preview.state} size="medium" />
          <Grade bps={Number(preview.overall)} large />
        </p>
        <DataTable
          caption={text('editor.preview')}
          rows={preview.rows}
          rowKey={({ parameter }) => parameter.code}
          columns={[
            { key: 'name', label: models('models.parameter'), cell: ({ parameter }) => localized(parameter.name) },
            {
              key: 'claim',
              label: text('editor.previewClaim'),
              numeric: true,
              cell: ({ claim, parameter }) => `${format.value(claim, parameter.decimals)} ${parameter.unit.ucum}`,
            },
            {
              key: 'found',
              label: text('editor.previewFound'),
              numeric: true,
              cell: ({ found, parameter }) => `${format.value(found, parameter.decimals)} ${parameter.unit.ucum}`,
            },
            {
              key: 'grade',
              label: models('models.grade'),
              numeric: true,
              cell: ({ grade }) => <Grade bps={Number(grade)} />,
            },
          ]}
        />
      </Card>
    </Section>
  );
}

/** The bytes that will be published, and what they are called by. */
export function JsonSection() {
  const text = useText(editorMessages);
  const document = useDeferredValue(useEditor().document);
  const { cid, bytes } = useMemo(
    () => ({ cid: cidFromDigest(documentDigest(document)), bytes: canonicalJson(document) }),
    [document],
  );
  return (
    <Section title={text('editor.json')} intro={text('editor.jsonIntro')}>
      <Card className="grid gap-3">
        <p className="flex items-center gap-2">
          <span className="shrink-0 text-muted">{text('editor.cid')}</span>
          <code className="min-w-0 font-mono text-sm break-all">{cid}</code>
          <CopyButton value={cid} label="CID" />
        </p>
        <Disclosure summary={text('editor.bytes', { count: bytes.length })}>
          <TextArea
            readOnly
            aria-label={text('editor.json')}
            className="min-h-80 bg-sunken font-mono text-xs break-all"
            value={new TextDecoder().decode(bytes)}
          />
        </Disclosure>
      </Card>
    </Section>
  );
}
