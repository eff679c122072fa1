import { describe, expect, test } from '@jest/globals';
import { pairedRatios, spreadOf } from '../../../bench/figures.ts';

describe('figures', () => {
  test.each([
    [[7], { median: 7, least: 7, most: 7 }],
    [[10, 9, 100], { median: 10, least: 9, most: 100 }],
    [[4, 1, 3, 2], { median: 2.5, least: 1, most: 4 }],
  ])('the median of %j stands in the middle by size, not by text or by place', (values, spread) => {
    expect(spreadOf(values)).toEqual(spread);
  });

  test('ratios are taken round by round, so that a slow round counts like any other', () => {
    expect(pairedRatios([20, 300, 40], [10, 100, 20])).toEqual({ median: 2, least: 2, most: 3 });
  });

  test('nothing measured, or a value without its base, is an error and no figure', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
    expect(() => pairedRatios([1, 2], [1])).toThrow(RangeError);
  });
});
