import { useMemo } from 'react';
import type { DecisionClass } from '../../../../protocol/governance/decision-class.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Address } from '../../../shared/ui/address.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { uiMessages } from '../../../shared/ui/ui-messages.ts';
import { governanceMessages } from '../messages.ts';
import { type Change, valuesBefore } from './before.ts';
import { type DecodedCall, decodeCall } from './decode-call.ts';
import type { Call } from './encode-action.ts';
import { useEffects } from './use-effects.ts';
import { useRefusal } from './use-refusal.ts';

interface Props {
  call: Call;
  number: number;
  decisionClass: DecisionClass | undefined;
  /** It may still be carried out: whether it could be is tried. */
  isOpen: boolean;
  /** What its execution changed; undefined: it has not been executed. */
  changes?: readonly Change[] | undefined;
}

/** One call in words, with everything that it consists of one tap away. */
export function CallCard({ call, number, decisionClass, isOpen, changes }: Props) {
  const text = useText(governanceMessages);
  const ui = useText(uiMessages);
  const format = useFormat();
  const sentence = useErrorText();
  const { contracts, chain } = useAppConfig();
  const { target, data, value } = call;
  const decoded = useMemo(() => decodeCall({ target, data }, contracts), [target, data, contracts]);
  const before = useMemo(() => changes && valuesBefore(decoded, target, changes), [decoded, target, changes]);
  const effects = useEffects(decoded, before);
  const refusal = useRefusal(call, decisionClass, isOpen).data;
  const { decimals, symbol } = chain.nativeCurrency;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid gap-1">
        <h3 className="font-medium">
          {effects?.title ?? titleOf(decoded, text('governance.call', { number: String(number) }))}
        </h3>
        {effects?.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {effects && <p className="text-sm text-muted">{effects.note}</p>}
        {decoded.kind === 'decoded' &&
          decoded.args.map(({ name, value: argument }, i) => (
            <p key={name || i} className="break-all">
              <code className="text-sm">
                <span className="text-muted">{name || i}:</span> {write(argument)}
              </code>
            </p>
          ))}
        {value > 0n && <p>{text('governance.value', { amount: format.coin(value, decimals), symbol })}</p>}
      </div>
      {decoded.kind === 'unknownTarget' && <Notice kind="warning">{text('governance.unknownTarget')}</Notice>}
      {decoded.kind === 'unknownFunction' && <Notice kind="warning">{text('governance.unknownFunction')}</Notice>}
      {isOpen && refusal !== undefined && refusal !== null && (
        <Notice kind="warning">{text('governance.would', { reason: sentence(refusal) })}</Notice>
      )}
      <Disclosure summary={ui('ui.details')}>
        <Facts
          align="start"
          facts={[
            [
              text('governance.contract'),
              <span key="c" className="flex flex-wrap items-center gap-x-2">
                {'contract' in decoded && <code>{decoded.contract}</code>}
                <Address address={target} />
              </span>,
            ],
            ...('functionName' in decoded
              ? [[text('governance.function'), <code key="f">{decoded.functionName}</code>] as const]
              : []),
            ...('args' in decoded
              ? decoded.args.map(
                  ({ name, type, value: argument }, i) =>
                    [
                      <code key="n" className="text-sm">
                        {name || i} <span className="text-muted">{type}</span>
                      </code>,
                      <code key="v" className="text-sm">
                        {write(argument)}
                      </code>,
                    ] as const,
                )
              : []),
            [
              text('governance.raw'),
              <code key="r" className="block max-h-40 overflow-y-auto text-xs break-all">
                {data}
              </code>,
            ],
          ]}
        />
      </Disclosure>
    </Card>
  );
}

function titleOf(decoded: DecodedCall, number: string): string {
  return 'functionName' in decoded ? `${decoded.contract}.${decoded.functionName}` : number;
}

/** Any value of a call, exactly. */
function write(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part));
}
