import { scaleLinear } from 'd3-scale';

const PADDING = 0.06;

/**
 * Places values on a line of length 1 on which all of them can be seen: from the lowest to the highest, with some room at both ends.
 * Equal values stand in the middle.
 */
export function rangeScale(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * PADDING || 1;
  return scaleLinear()
    .domain([low - room, high + room])
    .range([0, 1]);
}
