import { LOT_PHASES, type LotPhase } from '../../shared/chain/lot-phase.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card, Section } from '../../shared/ui/card.tsx';
import { CountDown } from '../../shared/ui/count-down.tsx';
import { Stepper } from '../../shared/ui/stepper.tsx';
import { twinMessages } from './messages.ts';
import type { TwinLot } from './twin-query.ts';
import { useLotPhase } from './use-lot-phase.ts';

const STEPS = [
  ['sale', 'onSale', 'saleFrom'],
  ['report', 'reporting', 'saleUntil'],
  ['reveal', 'revealing', 'revealFrom'],
  ['tally', 'tallying', 'tallyFrom'],
  ['score', 'scoring', 'scoreFrom'],
  ['claim', 'claiming', 'claimFrom'],
] as const satisfies readonly (readonly [string, LotPhase, string])[];

/** Where the round of a lot is. */
export function Timeline({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const format = useFormat();
  const { schedule, current } = useLotPhase(lot);
  const reached = current ? LOT_PHASES.indexOf(current.phase) : 0;
  // `announced` comes before the first step.
  const index = current?.phase === 'claiming' ? STEPS.length : Math.max(0, reached - 1);
  return (
    <Section title={text('twin.timeline')}>
      <Card>
        <Stepper
          current={index}
          steps={STEPS.map(([key, phase, from]) => ({
            key,
            label: text(`twin.step.${key}`),
            note:
              current?.phase === phase && current.endsAt !== null ? (
                <CountDown until={current.endsAt} />
              ) : (
                format.date(schedule[from])
              ),
          }))}
        />
      </Card>
    </Section>
  );
}
