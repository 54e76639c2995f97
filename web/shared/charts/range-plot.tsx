import { rangeScale } from './range-scale.ts';

interface Props {
  /** Everything the picture says, for those who do not see it. */
  label: string;
  legalMin: number;
  legalMax: number;
  /** Null: sealed. */
  claim: number | null;
  /** Null: not measured. */
  measured: number | null;
  /** Half width of the band around the claim. */
  tolerance: number;
  /** What each reporter found. */
  reports: readonly number[];
}

const HEIGHT = 44;
const AXIS = 22;

/** One parameter on one line: the legal range, the claim with its tolerance, what each reporter found, and the consensus. */
export function RangePlot({ label, legalMin, legalMax, claim, measured, tolerance, reports }: Props) {
  const known = [claim, measured].filter((value) => value !== null);
  const scale = rangeScale([legalMin, legalMax, ...known, ...reports]);
  const at = (value: number) => `${(scale(value) * 100).toFixed(3)}%`;
  const width = (from: number, to: number) => `${((scale(to) - scale(from)) * 100).toFixed(3)}%`;
  const bandFrom = claim === null ? 0 : Math.max(legalMin, claim - tolerance);
  const bandTo = claim === null ? 0 : Math.min(legalMax, claim + tolerance);
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="overflow-visible">
      <line x1="0" x2="100%" y1={AXIS} y2={AXIS} className="stroke-line" strokeWidth="2" />
      <rect x={at(legalMin)} width={width(legalMin, legalMax)} y={AXIS - 5} height="10" rx="5" className="fill-line" />
      {claim !== null && (
        <rect
          x={at(bandFrom)}
          width={width(bandFrom, bandTo)}
          y={AXIS - 5}
          height="10"
          rx="5"
          className="fill-jade/35"
        />
      )}
      {[...new Set(reports)].map((value) => (
        <line
          key={value}
          x1={at(value)}
          x2={at(value)}
          y1={AXIS + 8}
          y2={AXIS + 15}
          className="stroke-muted"
          strokeWidth="1.5"
        />
      ))}
      {claim !== null && (
        <svg x={at(claim)} y={AXIS} className="overflow-visible" aria-hidden="true">
          <rect
            x="-6"
            y="-6"
            width="12"
            height="12"
            transform="rotate(45)"
            className="fill-surface stroke-jade"
            strokeWidth="2.5"
          />
        </svg>
      )}
      {measured !== null && (
        <circle cx={at(measured)} cy={AXIS} r="5" className="fill-seal stroke-surface" strokeWidth="1.5" />
      )}
    </svg>
  );
}
