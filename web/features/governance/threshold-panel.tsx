import { useMemo } from 'react';
import type { DecisionClass } from '../../../protocol/governance/decision-class.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { governanceMessages } from './messages.ts';
import { ThresholdChart } from './threshold-chart.tsx';
import { type Standing, thresholdCurve } from './threshold-curve.ts';

interface Props {
  decisionClass: DecisionClass;
  electorate: bigint;
  /** Null: there is no vote yet. */
  standing: Standing | null;
  /** Where the floor is without a vote, in basis points. */
  floorBps?: number;
  isOver?: boolean;
}

/** The adaptive threshold as a picture and in words. */
export function ThresholdPanel({ decisionClass, electorate, standing, floorBps, isOver = false }: Props) {
  const text = useText(governanceMessages);
  const format = useFormat();
  const points = useMemo(() => thresholdCurve(decisionClass, electorate), [decisionClass, electorate]);
  const at = (percent: number) => format.bps(points[percent - 1]?.shareBps ?? 0);
  const examples =
    decisionClass !== 'parameter' && text('governance.curveExamples', { ten: at(10), fifty: at(50), all: at(100) });
  const words =
    standing === null || standing.shareBps === null || standing.neededBps === null
      ? standing && text('governance.curveEmpty')
      : text(isOver ? 'governance.curveWas' : 'governance.curveNow', {
          turnout: format.bps(standing.turnoutBps),
          needed: format.bps(standing.neededBps),
          share: format.bps(standing.shareBps),
        });
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h3 className="font-medium">{text('governance.curve')}</h3>
      <ThresholdChart
        label={[words, examples].filter(Boolean).join(' ')}
        points={points}
        standing={standing}
        floorBps={standing?.floorBps ?? floorBps ?? 0}
      />
      {words && <p className="font-medium">{words}</p>}
      {examples && <p className="text-sm text-muted">{examples}</p>}
      <p className="text-sm text-muted">{text('governance.curveHelp')}</p>
      <p className="text-sm text-muted">{text(`governance.classHelp.${decisionClass}`)}</p>
    </Card>
  );
}
