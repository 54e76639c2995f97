import { useState } from 'react';
import { MAX_NOMINATIONS } from '../../../../protocol/validators/solution.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { matchExperiencer } from '../../../shared/experiencers/match-experiencer.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { CandidateName, candidateRecord } from '../../../shared/validators/candidate-name.tsx';
import { standingAt, type TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorsData } from '../validators-page.tsx';

/** From so many on a search is worth its place. */
const SEARCHED = 8;

interface Props {
  candidates: ValidatorsData['candidates'];
  now: TermNow;
  chosen: readonly number[];
  onChange: (chosen: readonly number[]) => void;
}

/** Up to sixteen of those who stand; whoever was named before is shown even if he stands no more. */
export function CandidatePicker({ candidates, now, chosen, onChange }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const { local } = useAppConfig();
  const [typed, setTyped] = useState('');
  const isFull = chosen.length >= MAX_NOMINATIONS;
  const known = candidates.filter(
    (candidate) => standingAt(candidate, now.countsFor).running || chosen.includes(candidate.number),
  );
  const nameOf = (account: string) => {
    const found = local?.accounts.find(({ address }) => address.toLowerCase() === account)?.name;
    return found && `${found.en} ${found['zh-Hans']}`;
  };
  const shown = known.filter((candidate) =>
    matchExperiencer(candidateRecord(candidate), typed, nameOf(candidate.account.id)),
  );
  const toggle = (number: number) =>
    onChange(chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number]);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">
        {text('validators.choose')} ·{' '}
        <span role="status" className="text-muted">
          {text('validators.chosen', { count: String(chosen.length), most: String(MAX_NOMINATIONS) })}
          {isFull && ` · ${text('validators.full')}`}
        </span>
      </legend>
      {known.length > SEARCHED && (
        <Field label={text('validators.search')} optional>
          {(control) => (
            <Input {...control} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      )}
      {shown.length === 0 && <p className="text-muted">{text('validators.nothingFound')}</p>}
      <ul className="grid max-h-72 gap-1 overflow-y-auto rounded-xl border border-line p-1.5">
        {shown.map((candidate) => {
          const isChosen = chosen.includes(candidate.number);
          const { commissionBps } = standingAt(candidate, now.countsFor);
          return (
            <li key={candidate.number}>
              <label
                className={classNames(
                  'flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2 hover:bg-sunken',
                  isChosen && 'bg-jade-soft',
                )}
              >
                <input
                  type="checkbox"
                  className="size-5 shrink-0 accent-[var(--jade)]"
                  checked={isChosen}
                  disabled={isFull && !isChosen}
                  onChange={() => toggle(candidate.number)}
                />
                <span className="min-w-0 flex-1">
                  <CandidateName candidate={candidate} />
                </span>
                <span className="numbers shrink-0 text-right text-sm text-muted">
                  {format.token(candidate.backing)} CTT
                  <span className="ml-2 hidden sm:inline">
                    {text('validators.commission')} {format.bps(commissionBps)}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
