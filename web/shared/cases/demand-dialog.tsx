import { useMemo, useState } from 'react';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { demandWindow } from '../../../protocol/platforms/case-windows.ts';
import { demandKind, type Leaf } from '../../../protocol/platforms/leaf.ts';
import { useNow } from '../chain/use-now.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { TransactionButton } from '../transactions/transaction-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';
import { caseMessages } from './case-messages.ts';
import { PledgeNote } from './pledge-note.tsx';
import { demandLeaf } from './transactions/leaf-case.ts';
import { usePledge } from './use-pledge.ts';

/** A posted statement whose leaves may be demanded. */
export interface DemandableStatement {
  readonly platformId: number;
  readonly epoch: number;
  /** Unix seconds. */
  readonly postedAt: number;
}

/** Whether leaves of a statement can be demanded now. */
export function isDemandable({ epoch, postedAt }: DemandableStatement, clock: EpochClock, now: number): boolean {
  const { from, until } = demandWindow(clock, epoch, postedAt);
  return now >= from && now < until;
}

interface Props {
  statements: readonly DemandableStatement[];
  open: boolean;
  onClose: () => void;
}

const KINDS = ['lot', 'nominee', 'recommender'] as const;

/** Demands a leaf of one of a platform's statements. */
export function DemandDialog({ statements, open, onClose }: Props) {
  const text = useText(caseMessages);
  const { clock } = useAppConfig();
  const now = useNow() ?? 0;
  const demandable = statements.filter((one) => isDemandable(one, clock, now));
  return (
    <Dialog open={open} onClose={onClose} title={text('cases.demand')}>
      {demandable.length === 0 ? (
        <EmptyState title={text('cases.demandNone')}>{text('cases.demandNoneHelp')}</EmptyState>
      ) : (
        <DemandForm statements={demandable} onDone={onClose} />
      )}
    </Dialog>
  );
}

function DemandForm({ statements, onDone }: { statements: readonly DemandableStatement[]; onDone: () => void }) {
  const text = useText(caseMessages);
  const pledge = usePledge().data?.pledge;
  const [epoch, setEpoch] = useState(statements[0]?.epoch ?? 0);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('lot');
  const [lot, setLot] = useState('');
  const [payee, setPayee] = useState('');
  const platformId = statements[0]?.platformId ?? 0;
  const request = useMemo(() => {
    const [lotId, payeeId] = [kind === 'recommender' ? 0 : numberOf(lot), kind === 'lot' ? 0 : numberOf(payee)];
    if (pledge === undefined || lotId === null || payeeId === null) return null;
    const leaf: Leaf = { platformId, epoch, kind: demandKind[kind], lotId, payeeId };
    return demandLeaf(leaf, pledge);
  }, [pledge, platformId, epoch, kind, lot, payee]);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{text('cases.demandHelp')}</p>
      <Field label={text('cases.demandEpoch')}>
        {(control) => (
          <Select {...control} value={epoch} onChange={(event) => setEpoch(Number(event.target.value))}>
            {statements.map((one) => (
              <option key={one.epoch} value={one.epoch}>
                {text('cases.ofEpoch', { epoch: String(one.epoch) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={text('cases.demandKind')}>
        {(control) => (
          <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {text(`cases.kind.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind !== 'recommender' && <NumberField label={text('cases.lotNumber')} value={lot} onChange={setLot} />}
      {kind !== 'lot' && (
        <NumberField
          label={text(kind === 'nominee' ? 'cases.nomineeNumber' : 'cases.recommenderNumber')}
          value={payee}
          onChange={setPayee}
        />
      )}
      <PledgeNote />
      <TransactionButton request={request} onDone={onDone}>
        {text('cases.demandSend')}
      </TransactionButton>
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          className="numbers"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A uint32; null: not typed yet, or none. */
function numberOf(typed: string): number | null {
  return /^\d{1,10}$/.test(typed.trim()) && Number(typed) <= 0xffff_ffff ? Number(typed) : null;
}
