import type { DecisionClass } from '../../../../protocol/governance/decision-class.ts';
import { turnoutFloor } from '../../../../protocol/governance/turnout-floor.ts';
import { shareBps } from '../../../shared/format/share-bps.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../../shared/subgraph/use-subgraph.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { actionMessages } from '../actions/action-messages.ts';
import { classNameOf } from '../decision-class-name.ts';
import { rulesQuery } from '../governance-queries.ts';
import { governanceMessages } from '../messages.ts';
import { ThresholdPanel } from '../threshold-panel.tsx';
import type { Proposing } from './use-proposing.ts';

interface Props {
  decisionClass: DecisionClass;
  proposing: Proposing | undefined;
}

/** What a proposal of a class needs to be made, and to pass. */
export function Needs({ decisionClass, proposing }: Props) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const format = useFormat();
  const found = useSubgraph(rulesQuery, {}).data;
  const rules = found?.governance;
  const timing = found?.classTimings.find((one) => classNameOf(one.decisionClass) === decisionClass);
  if (!rules || !timing || !proposing) return null;
  const { electorate } = proposing;
  const floor = turnoutFloor(BigInt(rules.turnoutFloorBps), electorate, BigInt(rules.leastTurnout));
  const floorBps = Math.min(shareBps(floor, electorate), 10_000);
  return (
    <>
      <Card className="grid gap-3">
        <p>
          <span className="text-sm text-muted">{text('governance.classOf')}</span>
          <br />
          <span className="font-display text-xl font-semibold">{actions(`class.${decisionClass}`)}</span>
        </p>
        <p>{text('governance.needsTurnout', { floor: format.amount(floor), share: format.bps(floorBps) })}</p>
        <p>
          {text(decisionClass === 'emergency' ? 'governance.whenEmergency' : 'governance.when', {
            delay: format.duration(Number(timing.votingDelay)),
            period: format.duration(Number(timing.votingPeriod)),
            wait: format.duration(Number(rules.timelockDelay)),
          })}
        </p>
      </Card>
      <ThresholdPanel decisionClass={decisionClass} electorate={electorate} standing={null} floorBps={floorBps} />
    </>
  );
}

/** Whether the reader can propose it, and what he would need. */
export function MayPropose({ decisionClass, proposing }: Props) {
  const text = useText(governanceMessages);
  const format = useFormat();
  if (!proposing) return null;
  const { power, threshold, sits } = proposing;
  const isEmergency = decisionClass === 'emergency';
  const may = isEmergency ? sits : power >= threshold;
  return (
    <Notice kind={may ? 'success' : 'warning'} title={text(may ? 'governance.mayPropose' : 'governance.mayNotPropose')}>
      {isEmergency
        ? `${text('governance.needSeat')} ${text(sits ? 'governance.haveSeat' : 'governance.haveNoSeat')}`
        : text('governance.needPower', { needed: format.amount(threshold), power: format.amount(power) })}
    </Notice>
  );
}
