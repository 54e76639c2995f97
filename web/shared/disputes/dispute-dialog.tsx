import { useMemo, useState } from 'react';
import { parseAmount } from '../format/parse-amount.ts';
import { plainAmount } from '../format/plain-amount.ts';
import { useFormat } from '../format/use-format.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../toasts/use-toast.ts';
import { Coins } from '../ui/coins.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { disputeMessages } from './dispute-messages.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { SendCase } from './send-case.tsx';
import { disputeListing, disputeModel, GROUNDS, type GroundName } from './transactions/open-case.ts';
import { type DisputeTerms, useDisputeTerms } from './use-dispute-terms.ts';
import { useEvidence } from './use-evidence.ts';

/** What is disputed as such. */
export type DisputedSubject =
  | { readonly kind: 'lot'; readonly number: number; readonly lotCode: string }
  | { readonly kind: 'model'; readonly number: number };

interface Props {
  subject: DisputedSubject;
  open: boolean;
  onClose: () => void;
}

/** Opens a case about a lot or a model: why, with what evidence, and with how much at stake. */
export function DisputeDialog({ subject, open, onClose }: Props) {
  const text = useText(disputeMessages);
  const terms = useDisputeTerms(open);
  return (
    <Dialog open={open} onClose={onClose} title={text(`disputes.open.${subject.kind}`)} shape="wide">
      <QueryView query={terms}>{(found) => <Form subject={subject} terms={found} onDone={onClose} />}</QueryView>
    </Dialog>
  );
}

function Form({ subject, terms, onDone }: { subject: DisputedSubject; terms: DisputeTerms; onDone: () => void }) {
  const text = useText(disputeMessages);
  const format = useFormat();
  const toast = useToast();
  const evidence = useEvidence();
  const [ground, setGround] = useState<GroundName | ''>('');
  const { cost, minBond } = terms;
  const [typed, setTyped] = useState(() => plainAmount(minBond));
  const parsed = parseAmount(typed);
  const bond = parsed !== null && parsed >= minBond ? parsed : null;
  const { digest } = evidence;
  const request = useMemo(() => {
    if (ground === '' || bond === null || digest === null) return null;
    const opening = { ground, bond, digest, cost };
    return subject.kind === 'lot'
      ? disputeListing(subject.number, subject.lotCode, opening)
      : disputeModel(subject.number, opening);
  }, [subject, ground, bond, digest, cost]);
  return (
    <div className="grid gap-5">
      <p className="text-muted">{text(`disputes.openHelp.${subject.kind}`)}</p>
      <Field label={text('disputes.ground')}>
        {(control) => (
          <Select {...control} value={ground} onChange={(event) => setGround(event.target.value as GroundName)}>
            <option value="" disabled>
              {text('disputes.groundChoose')}
            </option>
            {GROUNDS.map((one) => (
              <option key={one} value={one}>
                {text(`disputes.ground.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <EvidenceFields evidence={evidence} />
      <Field
        label={text('disputes.bond')}
        hint={text('disputes.bondHint', { least: format.amount(minBond), amount: format.amount(terms.balance) })}
        error={bond === null && text('disputes.bondLow', { least: format.amount(minBond) })}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            className="numbers"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Facts facts={[[text('disputes.cost'), <Coins key="c" amount={cost} />]]} />
      <SendCase
        terms={terms}
        bond={bond ?? 0n}
        request={request}
        before={evidence.publish}
        onDone={() => {
          toast({ key: 'dispute', kind: 'success', title: text('disputes.opened') });
          onDone();
        }}
      >
        {text(`disputes.send.${subject.kind}`)}
      </SendCase>
    </div>
  );
}
