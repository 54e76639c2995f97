import { useText } from '../i18n/use-text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { CaseItem } from './case-item.tsx';
import { caseMessages } from './case-messages.ts';
import { type CaseView, inOrderOfUrgency } from './case-view.ts';

interface Props {
  cases: readonly CaseView[];
  /** Cases of several epochs stand together. */
  withEpoch?: boolean;
}

/** Open cases, the most urgent first; closed ones are one tap away. */
export function CaseList({ cases, withEpoch = false }: Props) {
  const text = useText(caseMessages);
  const ordered = inOrderOfUrgency(cases);
  const open = ordered.filter(({ state }) => state === 'OPEN');
  const closed = ordered.filter(({ state }) => state !== 'OPEN');
  if (ordered.length === 0) return <p className="text-muted">{text('cases.neverAny')}</p>;
  return (
    <div className="grid gap-2">
      {open.length === 0 ? (
        <p className="text-muted">{text('cases.noneHelp')}</p>
      ) : (
        <Items cases={open} withEpoch={withEpoch} />
      )}
      {closed.length > 0 && (
        <Disclosure summary={text('cases.older', { count: closed.length })}>
          <Items cases={closed} withEpoch={withEpoch} />
        </Disclosure>
      )}
    </div>
  );
}

function Items({ cases, withEpoch }: { cases: readonly CaseView[]; withEpoch: boolean }) {
  return (
    <ul className="divide-y divide-line">
      {cases.map((found) => (
        <li key={found.id}>
          <CaseItem found={found} withEpoch={withEpoch} />
        </li>
      ))}
    </ul>
  );
}
