import { withMarkedPart } from '../scripts/marked-part.ts';
import { pairedRatios, spreadOf } from './figures.ts';
import type { FullRegionResult } from './full-region.ts';
import type { ScaleResult } from './scale.ts';

const goals = { shareOfPace: 0.9, throttled: 0, gitHubRequests: 500, maxRss: 200_000_000 };
/** Requests, a ratio, and milliseconds. */
const goalsOfSteps = { requests: 1, ratio: 1.3, describe: 1_000 };

/** What a sweep of a full Region takes, and what other steps take there, as Markdown. */
export function scaleReportOf(sweep: ScaleResult, steps: FullRegionResult): string {
  return `${sweepReportOf(sweep)}\n${stepsReportOf(steps)}`;
}

function stepsReportOf({ keyPairs, ensure, describe }: FullRegionResult): string {
  const { median: ratio } = pairedRatios(ensure.full, ensure.empty);
  const { median: time } = spreadOf(describe.times);
  const lines = [
    `| steps in a Region with ${count(keyPairs)} key pairs | measured | goal |`,
    '|---|--:|--:|',
    row([
      '`ensure` of one that exists: requests to EC2',
      String(ensure.requests.length),
      `${goalsOfSteps.requests}: ${verdict(ensure.requests.length <= goalsOfSteps.requests)}`,
    ]),
    row([
      '`ensure`: time, as a multiple of that in an empty Region',
      ratio.toFixed(2),
      `at most ${goalsOfSteps.ratio}: ${verdict(ratio <= goalsOfSteps.ratio)}`,
    ]),
    row([
      '`describe` of all: time',
      `${Math.round(time)} ms`,
      `${count(goalsOfSteps.describe)} ms: ${verdict(time <= goalsOfSteps.describe)}`,
    ]),
    row([
      '`describe`: memory',
      `${Math.ceil(describe.maxRss / 1e6)} MB`,
      `${goals.maxRss / 1e6} MB: ${verdict(describe.maxRss <= goals.maxRss)}`,
    ]),
    '',
    `The output of \`describe\` holds ${count(describe.inOutput)} of them: a warning says so, and \`key-pairs-path\` names a file with all. Medians of ${ensure.full.length} rounds.`,
  ];
  return `${lines.join('\n')}\n`;
}

function sweepReportOf(result: ScaleResult): string {
  const { keyPairs, deleted, runs, clockFactor, elapsed, paced, throttled, gitHubRequests, maxRss } = result;
  const share = paced / elapsed;
  const lines = [
    `| sweep of ${count(keyPairs)} key pairs, ${count(deleted)} of them of ${count(runs)} runs that are over | measured | goal |`,
    '|---|--:|--:|',
    row(['time', `${Math.round(elapsed / 1_000)} s`, '']),
    row([
      'what its pace alone takes, as a share of that',
      share.toFixed(2),
      `at least ${goals.shareOfPace}: ${verdict(share >= goals.shareOfPace)}`,
    ]),
    row([
      'changes that EC2 would have throttled',
      String(throttled),
      `${goals.throttled}: ${verdict(throttled <= goals.throttled)}`,
    ]),
    row([
      'requests to GitHub',
      String(gitHubRequests),
      `${goals.gitHubRequests}: ${verdict(gitHubRequests <= goals.gitHubRequests)}`,
    ]),
    row([
      'memory',
      `${Math.ceil(maxRss / 1e6)} MB`,
      `${goals.maxRss / 1e6} MB: ${verdict(maxRss <= goals.maxRss)}`,
    ]),
    '',
    `Time passed ${clockFactor} times faster for the sweep than for the local EC2 and GitHub: a request that takes 5 ms counts as ${5 * clockFactor} ms. EC2 throttles a change if its bucket of 50, which gets 5 new ones per second, is empty.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Replaces the report between the markers of a page. @throws Error as `withMarkedPart`. */
export function withScaleReport(page: string, report: string): string {
  return withMarkedPart(page, 'scale', report);
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
