import { Download } from 'lucide-react';
import { useMemo } from 'react';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { validateQualityModel } from '../../../protocol/documents/quality-model/validate-quality-model.ts';
import { useDocument } from '../../shared/documents/use-document.ts';
import { saveFile } from '../../shared/files/save-file.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Card, Section } from '../../shared/ui/card.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { TextArea } from '../../shared/ui/input.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { agreesWithChain } from './agrees-with-chain.ts';
import { modelsMessages } from './messages.ts';
import type { ParameterView } from './model-view.ts';

interface Props {
  cid: string;
  parameters: readonly ParameterView[];
}

/** The document behind a revision, hashed again in this browser and compared with the chain. */
export function DocumentCheck({ cid, parameters }: Props) {
  const text = useText(modelsMessages);
  const query = useDocument(cid);
  return (
    <Section title={text('models.document')} intro={text('models.documentIntro')}>
      <Card className="grid gap-4">
        <p className="flex items-center gap-2">
          <span className="shrink-0 text-muted">CID</span>
          <code className="min-w-0 font-mono text-sm break-all">{cid}</code>
          <CopyButton value={cid} label="CID" />
        </p>
        <QueryView query={query}>
          {({ bytes }) => <Checked cid={cid} bytes={bytes} parameters={parameters} />}
        </QueryView>
      </Card>
    </Section>
  );
}

function Checked({ cid, bytes, parameters }: Props & { bytes: Uint8Array<ArrayBuffer> }) {
  const text = useText(modelsMessages);
  const document = useMemo(() => read(bytes), [bytes]);
  const problems = useMemo(() => validateQualityModel(document), [document]);
  const agrees = problems.length === 0 && agreesWithChain(document as QualityModelDocument, parameters);
  return (
    <>
      <Notice kind="success">{text('models.checkHash')}</Notice>
      {problems.length > 0 ? (
        <Notice kind="warning">{text('models.problems', { count: problems.length })}</Notice>
      ) : (
        <Notice kind={agrees ? 'success' : 'warning'}>
          {text(agrees ? 'models.checkParameters' : 'models.checkParametersBad')}
        </Notice>
      )}
      <div>
        <Button onClick={() => saveFile(`${cid}.json`, bytes, 'application/json')}>
          <Download aria-hidden="true" className="size-4" />
          {text('models.download')}
        </Button>
      </div>
      <Disclosure summary={text('models.showJson')}>
        <TextArea
          readOnly
          aria-label={text('models.document')}
          className="min-h-96 bg-sunken font-mono text-sm"
          value={document === undefined ? new TextDecoder().decode(bytes) : JSON.stringify(document, null, 2)}
        />
      </Disclosure>
    </>
  );
}

/** Undefined: it is no JSON. */
function read(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
