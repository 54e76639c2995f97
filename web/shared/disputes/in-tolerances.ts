/** How far a value is from another one, counted in tolerances, to two digits after the point. */
export function inTolerances(value: number, from: number, tolerance: number): number {
  return Math.round((Math.abs(value - from) / tolerance) * 100) / 100;
}
