import { parseScaled } from '../../shared/ui/parse-scaled.ts';

/** A parameter as claims need it; numbers in units of 10^−decimals. */
export interface ClaimedParameter {
  readonly code: string;
  readonly position: number;
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly sealed: boolean;
}

export interface Claims {
  /** In the order of the open parameters. */
  readonly open: readonly number[];
  /** In the order of the sealed parameters. */
  readonly sealed: readonly number[];
}

/** What was typed for every parameter, by code. */
export type ClaimTexts = Readonly<Record<string, string>>;

/** Reads all claims; null as long as one is missing or outside the legal range (which NumberInput says next to it). */
export function readClaims(parameters: readonly ClaimedParameter[], texts: ClaimTexts): Claims | null {
  const open: number[] = [];
  const sealed: number[] = [];
  for (const parameter of inOrder(parameters)) {
    const read = parseScaled(texts[parameter.code] ?? '', {
      decimals: parameter.decimals,
      min: parameter.legalMin,
      max: parameter.legalMax,
    });
    if (read.kind !== 'ok') return null;
    (parameter.sealed ? sealed : open).push(read.value);
  }
  return { open, sealed };
}

/** Reads a value for every parameter, legal or not, by position; null as long as one is no number. */
export function readTruth(parameters: readonly ClaimedParameter[], texts: ClaimTexts): number[] | null {
  const values = inOrder(parameters).map(({ code, decimals }) => parseScaled(texts[code] ?? '', { decimals }));
  return values.every((read) => read.kind === 'ok')
    ? values.map((read) => (read.kind === 'ok' ? read.value : 0))
    : null;
}

/** The claim of every parameter by position, for pictures and for `POST /local/truth`. */
export function mergeClaims(parameters: readonly ClaimedParameter[], { open, sealed }: Claims): number[] {
  const [openLeft, sealedLeft] = [[...open], [...sealed]];
  return inOrder(parameters).map((parameter) => (parameter.sealed ? sealedLeft : openLeft).shift() ?? 0);
}

export function inOrder<P extends { readonly position: number }>(parameters: readonly P[]): P[] {
  return parameters.toSorted((a, b) => a.position - b.position);
}
