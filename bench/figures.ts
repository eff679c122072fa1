/** What a list of measurements comes to. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws RangeError of no values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  const [least, most] = [sorted.at(0), sorted.at(-1)];
  if (lower === undefined || upper === undefined || least === undefined || most === undefined) {
    throw new RangeError('No values');
  }
  return { median: (lower + upper) / 2, least, most };
}

/**
 * The ratios of values measured side by side. What slows a whole round down (other work on the machine) slows both down
 * and leaves their ratio alone, so that these are steadier than the ratio of two medians.
 */
export function pairedRatios(values: readonly number[], bases: readonly number[]): Spread {
  if (values.length !== bases.length) throw new RangeError('Every value needs its base');
  return spreadOf(values.map((value, index) => value / (bases[index] ?? Number.NaN)));
}
