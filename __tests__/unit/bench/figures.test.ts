import { describe, expect, test } from '@jest/globals';
import { pairedRatios, spreadOf } from '../../../bench/figures.ts';

describe('Figures', () => {
  test.each([
    [[7], { median: 7, lowest: 7, highest: 7 }],
    [[10, 9, 100], { median: 10, lowest: 9, highest: 100 }],
    [[4, 1, 3, 2], { median: 2.5, lowest: 1, highest: 4 }],
  ])('of %j have the middle value by size as their median, not by text or position.', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  test('are ratios within each round, so that a slow round counts like any other.', () => {
    expect(pairedRatios([20, 300, 40], [10, 100, 20])).toEqual({ median: 2, lowest: 2, highest: 3 });
  });

  test('are not computed without values, or for a value without a base.', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
    expect(() => pairedRatios([1, 2], [1])).toThrow(RangeError);
  });
});
