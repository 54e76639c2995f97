import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { editorMessages } from '../editor-messages.ts';
import { modelsMessages } from '../messages.ts';
import { problemsWithin } from '../problems-at.ts';
import { useEditor } from './editor-context.ts';
import { moved, without } from './list-items.ts';
import { MethodFields } from './method-fields.tsx';
import { ParameterCurve } from './parameter-curve.tsx';
import { ValueFields } from './value-fields.tsx';

/** One parameter: a line that opens into its fields. */
export function ParameterEditor({ index }: { index: number }) {
  const text = useText(editorMessages);
  const models = useText(modelsMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { document, problems, set } = useEditor();
  const { parameters } = document;
  const parameter = parameters[index];
  const [isOpen, setIsOpen] = useState(parameter?.code === '');
  if (!parameter) return null;
  const path = `/parameters/${index}`;
  const faults = problemsWithin(problems, path).length;
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="group rounded-2xl border border-line bg-surface shadow-card"
    >
      <summary className="flex min-h-14 list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl px-5 py-3 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-jade transition-transform group-open:rotate-90"
        />
        <strong className="font-medium">{localized(parameter.name) || text('editor.newParameter')}</strong>
        <span className="text-muted">{parameter.unit.ucum}</span>
        {parameter.critical && <Badge tone="danger">{models('models.critical')}</Badge>}
        {parameter.sealed && <Badge tone="seal">{models('models.sealed')}</Badge>}
        {faults > 0 && <Badge tone="amber">{text('editor.problems', { count: faults })}</Badge>}
        <span className="numbers ml-auto text-muted">{format.bps(parameter.weightBps)}</span>
      </summary>
      {isOpen && (
        <div className="grid gap-8 border-t border-line p-5">
          <ValueFields path={path} />
          <ParameterCurve parameter={parameter} />
          <MethodFields path={path} />
          <p className="flex flex-wrap gap-3">
            <Button
              size="small"
              disabled={index === 0}
              onClick={() => set('/parameters', moved(parameters, index, -1))}
            >
              <ArrowUp aria-hidden="true" className="size-4" />
              {text('editor.moveUp')}
            </Button>
            <Button
              size="small"
              disabled={index === parameters.length - 1}
              onClick={() => set('/parameters', moved(parameters, index, 1))}
            >
              <ArrowDown aria-hidden="true" className="size-4" />
              {text('editor.moveDown')}
            </Button>
            <Button size="small" kind="danger" onClick={() => set('/parameters', without(parameters, index))}>
              <Trash2 aria-hidden="true" className="size-4" />
              {text('editor.removeParameter')}
            </Button>
          </p>
        </div>
      )}
    </details>
  );
}
