import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { isDecimal, toScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { ModelParameter } from '../../../../protocol/documents/quality-model/types.ts';
import { useLocalized } from '../../../shared/i18n/use-localized.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { editorMessages } from '../editor-messages.ts';
import { type CurvePoint, gradeCurve, signed } from '../grade-curve.ts';

const WIDTH = 320;
const HEIGHT = 120;
const MARGIN = { top: 10, right: 16, bottom: 26, left: 34 };
const PASS = 6_000;

/** How a parameter's grade falls as the measured value leaves the claim. */
export function ParameterCurve({ parameter }: { parameter: ModelParameter }) {
  const text = useText(editorMessages);
  const localized = useLocalized();
  const { direction, decimals, tolerance, unit } = parameter;
  const scaled = toleranceOf(tolerance, decimals);
  return (
    <figure className="grid gap-2">
      <figcaption className="font-medium">{text('editor.curve')}</figcaption>
      {scaled === null ? (
        <p className="text-sm text-muted">{text('editor.curveMissing')}</p>
      ) : (
        <>
          <Picture
            points={gradeCurve(direction, scaled)}
            tolerance={scaled}
            decimals={decimals}
            label={text('editor.curveDescription', {
              name: localized(parameter.name) || parameter.code,
              tolerance: `${tolerance} ${unit.ucum}`,
            })}
          />
          <p className="text-sm text-muted">
            {text('editor.curveAxis')} ({unit.ucum})
          </p>
        </>
      )}
    </figure>
  );
}

interface PictureProps {
  points: readonly CurvePoint[];
  tolerance: number;
  decimals: number;
  label: string;
}

function Picture({ points, tolerance, decimals, label }: PictureProps) {
  const x = scaleLinear(
    [points[0]?.deviation ?? -1, points.at(-1)?.deviation ?? 1],
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = scaleLinear([0, 10_000], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const draw = line<CurvePoint>()
    .x(({ deviation }) => x(deviation))
    .y(({ grade }) => y(grade));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-lg text-[10px]">
      {[0, PASS, 10_000].map((grade) => (
        <g key={grade}>
          <line
            x1={MARGIN.left}
            x2={WIDTH - MARGIN.right}
            y1={y(grade)}
            y2={y(grade)}
            className="stroke-line"
            strokeDasharray={grade === PASS ? '3 3' : undefined}
          />
          <text x={MARGIN.left - 6} y={y(grade) + 3} textAnchor="end" className="fill-muted">
            {grade / 100}
          </text>
        </g>
      ))}
      {[-2, -1, 0, 1, 2].map((tolerances) => (
        <text key={tolerances} x={x(tolerances * tolerance)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted">
          {signed(tolerances * tolerance, decimals)}
        </text>
      ))}
      <line x1={x(0)} x2={x(0)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} className="stroke-line-strong" />
      <path d={draw(points) ?? ''} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-jade" />
    </svg>
  );
}

/** In units of 10^−decimals; null unless it is a positive number with no more decimals. */
function toleranceOf(text: string, decimals: number): number | null {
  if (!isDecimal(text)) return null;
  try {
    const scaled = toScaled(text, decimals);
    return scaled > 0 ? scaled : null;
  } catch {
    return null;
  }
}
