import { useMemo, useState } from 'react';
import { MAX_CHALLENGES, placeChallenge } from '../../../protocol/disputes/challenge-list.ts';
import { saySame } from '../../../protocol/disputes/say-same.ts';
import { parseAmount } from '../format/parse-amount.ts';
import { plainAmount } from '../format/plain-amount.ts';
import { unitName } from '../format/unit-name.ts';
import { useFormat } from '../format/use-format.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../toasts/use-toast.ts';
import { Coins } from '../ui/coins.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Notice } from '../ui/notice.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { parseScaled } from '../ui/parse-scaled.ts';
import { useAccount } from '../wallet/use-account.ts';
import type { ChallengeLot } from './challenge-lot.ts';
import { disputeMessages } from './dispute-messages.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { inTolerances } from './in-tolerances.ts';
import { SendCase } from './send-case.tsx';
import { challengeRound } from './transactions/open-case.ts';
import type { DisputeTerms } from './use-dispute-terms.ts';
import { useEvidence } from './use-evidence.ts';

interface Props {
  lot: ChallengeLot;
  /** Of the reports; null without any weight. */
  consensus: readonly number[] | null;
  terms: DisputeTerms;
  /** As typed. */
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
  onDone: () => void;
}

/** R′ beside the reported consensus, the bond, and the evidence. */
export function ChallengeForm({ lot, consensus, terms, values, onValues, onDone }: Props) {
  const text = useText(disputeMessages);
  const format = useFormat();
  const localized = useLocalized();
  const toast = useToast();
  const evidence = useEvidence();
  const account = useAccount()?.address;
  const { parameters } = lot.revision;
  const tolerances = parameters.map(({ tolerance }) => Number(tolerance));
  const parsed = parameters.map(({ decimals }, i) => parseScaled(values[i] ?? '', { decimals }));
  const asserted = parsed.every((one) => one.kind === 'ok') ? parsed.map((one) => one.value) : null;
  const standing = (lot.round.case?.challenges ?? []).map((one) => ({
    challenger: one.challenger.id,
    values: one.values,
    bond: BigInt(one.bond),
  }));
  const needed = asserted
    ? placeChallenge(standing, { challenger: account ?? '', values: asserted, bond: 0n }, tolerances).needed
    : 0n;
  const least = needed > terms.minBond ? needed : terms.minBond;
  const [typed, setTyped] = useState(() => plainAmount(terms.minBond));
  const bond = parseAmount(typed);
  const isSame =
    asserted !== null &&
    consensus !== null &&
    saySame(asserted.map((a, i) => ({ a, b: consensus[i] ?? 0, tolerance: tolerances[i] ?? 1 })));
  const { digest } = evidence;
  const key = asserted?.join();
  const request = useMemo(() => {
    if (key === undefined || isSame || bond === null || bond < least || digest === null) return null;
    const { number: lotId, lotCode } = lot;
    return challengeRound({ lotId, lotCode, values: key.split(',').map(Number), bond, digest, cost: terms.cost });
  }, [key, isSame, bond, least, digest, lot, terms.cost]);
  const offBy = (i: number) => {
    const one = parsed[i];
    return one?.kind === 'ok' && consensus ? inTolerances(one.value, consensus[i] ?? 0, tolerances[i] ?? 1) : null;
  };
  return (
    <div className="grid gap-5">
      <p className="text-muted">{text('disputes.challengeHelp')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {parameters.map(({ code, decimals, text: named }, i) => {
          const off = offBy(i);
          return (
            <NumberInput
              key={code}
              label={named ? localized({ 'zh-Hans': named.nameZh, en: named.nameEn }) : code}
              unit={(named && unitName(named.unit)) || undefined}
              decimals={decimals}
              text={values[i] ?? ''}
              onText={(next) => onValues(values.with(i, next))}
              hint={
                consensus &&
                text('disputes.reported', {
                  value: format.value(consensus[i] ?? 0, decimals),
                  off: off === null ? '…' : format.number(off),
                })
              }
            />
          );
        })}
      </div>
      {isSame && <Notice kind="warning">{text('disputes.same')}</Notice>}
      <EvidenceFields evidence={evidence} />
      <Field
        label={text('disputes.bond')}
        hint={`${text('disputes.challengeBond', { amount: format.amount(least) })} ${
          standing.length >= MAX_CHALLENGES ? text('disputes.challengeFull') : ''
        }`}
        error={(bond === null || bond < least) && text('disputes.challengeBondBad', { amount: format.amount(least) })}
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
      <Facts facts={[[text('disputes.cost'), <Coins key="c" amount={terms.cost} />]]} />
      <SendCase
        terms={terms}
        bond={bond ?? 0n}
        request={request}
        before={evidence.publish}
        onDone={() => {
          toast({ key: 'dispute', kind: 'success', title: text('disputes.challenged') });
          onDone();
        }}
      >
        {text('disputes.sendChallenge')}
      </SendCase>
    </div>
  );
}
