import type { ReactNode } from 'react';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Input, Select, TextArea } from '../../../shared/ui/input.tsx';
import { problemsAt } from '../problems-at.ts';
import { useEditor } from './editor-context.ts';
import { valueAt } from './pointer.ts';

interface Props {
  /** JSON pointer. */
  path: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

/** Sentence about what is wrong with a field, once its writer has left it. */
export function useProblem(path: string): string | undefined {
  const { problems, isVisited } = useEditor();
  const localized = useLocalized();
  const [problem] = problemsAt(problems, path);
  return problem && isVisited(path) ? localized(problem.message) : undefined;
}

/** Element that a problem's link jumps to. */
export function anchorOf(path: string): string {
  return `model${path.replaceAll('/', '-')}`;
}

interface TextProps extends Props {
  lines?: boolean;
  lang?: 'zh-Hans' | 'en';
  mono?: boolean;
  /** Changes what is typed, such as to upper case. */
  normalise?: (typed: string) => string;
}

/** A text of the document; an optional one that is emptied is taken out of it. */
export function TextField({ path, label, hint, optional = false, lines, lang, mono, normalise }: TextProps) {
  const { document, set, visit } = useEditor();
  const Control = lines ? TextArea : Input;
  return (
    <div id={anchorOf(path)}>
      <Field label={label} hint={hint} optional={optional} error={useProblem(path)}>
        {(control) => (
          <Control
            {...control}
            lang={lang}
            autoComplete="off"
            spellCheck={lang === 'en'}
            className={mono ? 'font-mono' : ''}
            value={String(valueAt(document, path) ?? '')}
            onBlur={() => visit(path)}
            onChange={({ target: { value } }: { target: { value: string } }) => {
              const text = normalise ? normalise(value) : value;
              set(path, optional && text === '' ? undefined : text);
            }}
          />
        )}
      </Field>
    </div>
  );
}

/** A whole number of the document. What is no number is kept as 0, which the validator refuses where it matters. */
export function IntegerField({ path, label, hint, suffix }: Props & { suffix?: ReactNode }) {
  const { document, set, visit } = useEditor();
  const value = valueAt(document, path);
  return (
    <div id={anchorOf(path)}>
      <Field label={label} hint={hint} error={useProblem(path)}>
        {(control) => (
          <div className="flex items-center gap-2">
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              className="numbers"
              value={typeof value === 'number' ? String(value) : ''}
              onBlur={() => visit(path)}
              onChange={({ target }) => set(path, Number(target.value.replace(/\D/g, '').slice(0, 6)))}
            />
            {suffix}
          </div>
        )}
      </Field>
    </div>
  );
}

interface ChoiceProps extends Props {
  choices: readonly (readonly [value: string, label: string])[];
}

export function ChoiceField({ path, label, hint, choices }: ChoiceProps) {
  const { document, set, visit } = useEditor();
  return (
    <div id={anchorOf(path)}>
      <Field label={label} hint={hint} error={useProblem(path)}>
        {(control) => (
          <Select
            {...control}
            value={String(valueAt(document, path) ?? '')}
            onBlur={() => visit(path)}
            onChange={({ target }) => set(path, target.value)}
          >
            {choices.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** A yes or no with what it means. */
export function FlagField({ path, label, hint }: Props) {
  const { document, set } = useEditor();
  return (
    <label className="flex min-h-11 items-start gap-3 rounded-lg border border-line px-4 py-3 has-checked:border-jade has-checked:bg-jade-soft">
      <input
        type="checkbox"
        className="mt-1 size-5 shrink-0 accent-jade"
        checked={valueAt(document, path) === true}
        onChange={({ target }) => set(path, target.checked)}
      />
      <span className="grid">
        <span className="font-medium">{label}</span>
        {hint && <span className="text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}

/** What is wrong with a part as a whole, such as the sum of the weights. */
export function PartProblem({ path }: { path: string }) {
  const { problems } = useEditor();
  const localized = useLocalized();
  return problemsAt(problems, path).map(({ code, message }) => (
    <p key={code} role="alert" className="text-sm text-danger">
      {localized(message)}
    </p>
  ));
}
