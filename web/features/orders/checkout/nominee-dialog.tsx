import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { isActive } from '../../../shared/experiencers/is-active.ts';
import { matchExperiencer } from '../../../shared/experiencers/match-experiencer.ts';
import type { TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Field } from '../../../shared/ui/field.tsx';
import { Input } from '../../../shared/ui/input.tsx';
import { checkoutMessages } from '../checkout-messages.ts';
import { NomineeRecord } from './nominee-record.tsx';

const SHOWN = 40;

interface Props {
  open: boolean;
  onClose: () => void;
  /** Best first. */
  ranked: readonly TrackRecord[];
  chosen: number;
  ownId: number;
  epoch: number;
  onChoose: (id: number) => void;
}

/** Everybody who may be nominated, to search and choose from. */
export function NomineeDialog({ open, onClose, ranked, chosen, ownId, epoch, onChoose }: Props) {
  const text = useText(checkoutMessages);
  const localized = useLocalized();
  const { local } = useAppConfig();
  const [query, setQuery] = useState('');
  const nameOf = ({ account }: TrackRecord) => {
    const known = local?.accounts.find(({ address }) => address.toLowerCase() === account.toLowerCase());
    return known && localized(known.name);
  };
  const found = ranked.filter((record) => matchExperiencer(record, query, nameOf(record)));
  const choose = (id: number) => {
    onChoose(id);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={text('checkout.chooseTitle')} shape="wide">
      <div className="grid gap-3">
        <Field label={text('checkout.search')} optional>
          {(control) => (
            <div className="relative">
              <Search aria-hidden="true" className="absolute top-3.5 left-3 size-4 text-muted" />
              <Input
                {...control}
                type="search"
                className="pl-9"
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            </div>
          )}
        </Field>
        <p className="text-sm text-muted">
          {text('checkout.assuredHelp')} {text('checkout.barred')}
        </p>
        <ul className="grid gap-1">
          {found.slice(0, SHOWN).map((record) => (
            <li key={record.id}>
              <Choice isChosen={record.id === chosen} onClick={() => choose(record.id)}>
                <NomineeRecord record={record} isSelf={record.id === ownId} isQuiet={!isActive(record, epoch)} />
              </Choice>
            </li>
          ))}
          {found.length === 0 && <li className="py-4 text-center text-muted">{text('checkout.noMatch')}</li>}
          <li>
            <Choice isChosen={chosen === 0} onClick={() => choose(0)}>
              <span className="grid gap-1">
                <span className="font-medium">{text('checkout.chooseNobody')}</span>
                <span className="text-sm text-muted">{text('checkout.chooseNobodyHelp')}</span>
              </span>
            </Choice>
          </li>
        </ul>
      </div>
    </Dialog>
  );
}

function Choice({ isChosen, onClick, children }: { isChosen: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onClick}
      className="w-full rounded-xl border border-transparent px-3 py-2.5 text-left hover:bg-sunken aria-pressed:border-jade aria-pressed:bg-jade-soft"
    >
      {children}
    </button>
  );
}
