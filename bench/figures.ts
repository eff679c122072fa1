/** Median and range of measurements. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** @throws RangeError if there are no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (lower === undefined || upper === undefined || lowest === undefined || highest === undefined) {
    throw new RangeError('No values');
  }
  return { median: (lower + upper) / 2, lowest, highest };
}

/**
 * The ratios of values that were measured in the same round. If other work on the machine slows down a round, both
 * values increase and their ratio stays the same, so this varies less than the ratio of two medians.
 *
 * @throws RangeError if the lists differ in length or are empty.
 */
export function pairedRatios(values: readonly number[], bases: readonly number[]): Spread {
  if (values.length !== bases.length) throw new RangeError('Every value needs a base');
  return spreadOf(values.map((value, index) => value / (bases[index] ?? Number.NaN)));
}
