import { useText } from '../../../shared/i18n/use-text.ts';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { editorMessages } from '../editor-messages.ts';
import { TextField } from './fields.tsx';

/** Names, purpose, category. */
export function BasicsSection() {
  const text = useText(editorMessages);
  return (
    <Section title={text('editor.basics')}>
      <Card className="grid gap-5 sm:grid-cols-2">
        <TextField path="/name/zh-Hans" lang="zh-Hans" label={text('editor.nameZh')} />
        <TextField path="/name/en" lang="en" label={text('editor.nameEn')} />
        <TextField path="/summary/zh-Hans" lang="zh-Hans" lines label={text('editor.summaryZh')} />
        <TextField path="/summary/en" lang="en" lines label={text('editor.summaryEn')} />
        <TextField path="/modelId" mono label={text('editor.modelId')} hint={text('editor.modelIdHint')} />
        <TextField path="/version" mono label={text('editor.version')} />
        <TextField path="/category/schemeID" label={text('editor.categoryScheme')} />
        <TextField path="/category/code" label={text('editor.categoryCode')} />
      </Card>
    </Section>
  );
}
