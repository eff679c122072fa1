import { describe, expect, test } from '@jest/globals';
import type { FullRegionResult } from '../../../bench/full-region.ts';
import type { ScaleResult } from '../../../bench/scale.ts';
import { scaleReportOf } from '../../../bench/scale-report.ts';

const sweep: ScaleResult = {
  ...{ keyPairs: 5_000, deleted: 4_000, runs: 500, clockFactor: 5, elapsed: 1_000_000, paced: 900_000 },
  ...{ throttled: 0, gitHubRequests: 500, maxRss: 150_000_001 },
};
const steps: FullRegionResult = {
  keyPairs: 5_000,
  ensure: { full: [130, 260, 90], empty: [100, 200, 10], requests: ['DescribeKeyPairs'] },
  describe: { times: [900, 1_000, 4_000], maxRss: 200_000_000, inOutput: 600 },
};

/** The cells of the row that begins so. */
function row(beginning: string, report: string): string[] {
  const line = report.split('\n').find((one) => one.startsWith(`| ${beginning}`)) ?? '';
  return line.split(' | ').slice(1);
}

describe('The report about a full Region', () => {
  test('meets each goal that is just reached', () => {
    const report = scaleReportOf(sweep, steps);
    expect(row('what its pace', report)).toEqual(['0.90', 'at least 0.9: met |']);
    expect(row('memory', report)).toEqual(['151 MB', '200 MB: met |']);
    expect(row('`ensure` of one', report)).toEqual(['1', '1: met |']);
    expect(row('`ensure`: time', report)).toEqual(['1.30', 'at most 1.3: met |']);
    expect(row('`describe` of all', report)).toEqual(['1000 ms', '1,000 ms: met |']);
    expect(row('`describe`: memory', report)).toEqual(['200 MB', '200 MB: met |']);
  });

  test.each([
    [
      '`ensure` of one',
      { ...steps, ensure: { ...steps.ensure, requests: ['DescribeKeyPairs', 'CreateTags'] } },
    ],
    ['`ensure`: time', { ...steps, ensure: { ...steps.ensure, full: [131, 262, 90] } }],
    ['`describe` of all', { ...steps, describe: { ...steps.describe, times: [1_001] } }],
    ['`describe`: memory', { ...steps, describe: { ...steps.describe, maxRss: 200_000_001 } }],
  ])('says that %s misses its goal', (name, missed) => {
    expect(row(name, scaleReportOf(sweep, missed)).at(-1)).toMatch(/: \*\*missed\*\* \|$/);
  });
});
