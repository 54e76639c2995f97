import type { GovernanceRulesFragment } from '../../generated/graphql.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { actionMessages } from './actions/action-messages.ts';
import { classNameOf } from './decision-class-name.ts';
import type { ClassTimings } from './governance-queries.ts';
import { governanceMessages } from './messages.ts';

interface Props {
  rules: GovernanceRulesFragment;
  timings: ClassTimings;
}

/** How much agreement a decision of each class needs, how long it takes, and who may propose. */
export function Rules({ rules, timings }: Props) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const format = useFormat();
  const now = useNow();
  const isGuarded = !rules.guardianResigned && now !== undefined && now < Number(rules.guardianUntil ?? 0);
  const ofPower = (bps: number) => text('governance.rule.ofPower', { share: format.bps(bps) });
  return (
    <Section title={text('governance.rules')} intro={text('governance.rulesHelp')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <dl className="grid gap-4">
            {timings.map(({ decisionClass, votingDelay, votingPeriod }) => (
              <div key={decisionClass} className="grid gap-0.5">
                <dt className="font-medium">{actions(`class.${classNameOf(decisionClass)}`)}</dt>
                <dd className="grid gap-0.5 text-sm text-muted">
                  <span>{text(`governance.classHelp.${classNameOf(decisionClass)}`)}</span>
                  <span>
                    {text('governance.timing', {
                      delay: format.duration(Number(votingDelay)),
                      period: format.duration(Number(votingPeriod)),
                    })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card>
          <Facts
            facts={[
              [text('governance.rule.floor'), ofPower(rules.turnoutFloorBps)],
              [text('governance.rule.threshold'), ofPower(rules.thresholdBps)],
              [text('governance.rule.extension'), format.duration(Number(rules.lateFlipExtension))],
              [text('governance.rule.delay'), format.duration(Number(rules.timelockDelay))],
              [
                text('governance.rule.guardian'),
                isGuarded
                  ? text('governance.rule.guardianUntil', { date: format.date(rules.guardianUntil ?? 0) })
                  : text('governance.rule.guardianGone'),
              ],
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
