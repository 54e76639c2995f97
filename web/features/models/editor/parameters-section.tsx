import { Plus, Scale } from 'lucide-react';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Section } from '../../../shared/ui/card.tsx';
import { balanceWeights } from '../balance-weights.ts';
import { blankParameter } from '../blank-model.ts';
import { editorMessages } from '../editor-messages.ts';
import { useEditor } from './editor-context.ts';
import { PartProblem } from './fields.tsx';
import { ParameterEditor } from './parameter-editor.tsx';

const MOST = 8;
const WHOLE = 10_000;

/** All parameters and what they have to agree on: their weights, and that one is sealed. */
export function ParametersSection() {
  const text = useText(editorMessages);
  const format = useFormat();
  const { document, set } = useEditor();
  const { parameters, standards } = document;
  const sum = parameters.reduce((total, { weightBps }) => total + weightBps, 0);
  const balance = () => {
    const weights = balanceWeights(parameters.map(({ weightBps }) => weightBps));
    set(
      '/parameters',
      parameters.map((parameter, i) => ({ ...parameter, weightBps: weights[i] ?? 0 })),
    );
  };
  return (
    <Section title={text('editor.parameters')} intro={text('editor.parametersIntro')}>
      <div className="grid gap-4">
        {parameters.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a parameter is edited by
          <ParameterEditor key={i} index={i} />
        ))}
      </div>
      <PartProblem path="/parameters" />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          disabled={parameters.length >= MOST}
          onClick={() => set('/parameters', [...parameters, blankParameter(standards[0]?.key ?? '')])}
        >
          <Plus aria-hidden="true" className="size-4" />
          {text('editor.addParameter')}
        </Button>
        {sum !== WHOLE && (
          <>
            <span className="text-sm text-muted">
              {text('editor.weightSum', { sum: format.bps(sum), whole: format.bps(WHOLE) })}
            </span>
            <Button onClick={balance}>
              <Scale aria-hidden="true" className="size-4" />
              {text('editor.balance')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
