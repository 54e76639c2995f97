import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { TextArea } from '../../../shared/ui/input.tsx';
import { platformsMessages } from '../messages.ts';

/** Longer ones are no receipts, and would only freeze the page. */
const MAX_BYTES = 64 * 1024;

/** Takes a receipt as a file that is dropped or chosen, or as text; two files together as one list. */
export function ReceiptDrop({ onText }: { onText: (content: string) => void }) {
  const text = useText(platformsMessages);
  const [isOver, setIsOver] = useState(false);
  const [typed, setTyped] = useState('');

  const take = async (files: FileList | null) => {
    const parts = await Promise.all([...(files ?? [])].map((file) => file.slice(0, MAX_BYTES).text()));
    if (parts.length > 0) onText(parts.length === 1 ? (parts[0] as string) : `[${parts.join(',')}]`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files);
  };

  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; whoever uses no mouse has the field in it */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={classNames(
          'grid justify-items-center gap-3 rounded-2xl border-2 border-dashed px-6 py-10 text-center',
          isOver ? 'border-jade bg-jade-soft' : 'border-line-strong/60',
        )}
      >
        <FileUp aria-hidden="true" className="size-8 text-muted" />
        <p className="font-display text-lg font-semibold">{text('check.drop')}</p>
        <label className={classNames(buttonClass('primary'), 'cursor-pointer focus-within:outline-2')}>
          {text('check.choose')}
          <input
            type="file"
            accept="application/json,.json"
            multiple
            className="sr-only"
            onChange={(event) => {
              void take(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
        <p className="text-sm text-muted">{text('check.two')}</p>
      </div>
      <Disclosure summary={text('check.paste')}>
        <div className="grid gap-3">
          <Field label={text('check.pasteField')}>
            {(control) => (
              <TextArea
                {...control}
                rows={8}
                spellCheck={false}
                className="font-mono text-sm"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Button className="justify-self-start" disabled={typed.trim() === ''} onClick={() => onText(typed)}>
            {text('check.go')}
          </Button>
        </div>
      </Disclosure>
    </div>
  );
}
