import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import type { GitHubResponse } from '../../../src/github/run-status.ts';
import { WorkflowRuns } from '../../../src/github/workflow-runs.ts';

const own = { repository: 'github.com/octo/widgets', runId: '1' };
const run = { ...own, runId: '42' };
const shown = { id: 42, status: 'completed', run_attempt: 2, updated_at: '2026-11-24T09:30:00Z' };

function ok(data: object): GitHubResponse {
  return { status: 200, headers: {}, data };
}

function refusal(status: number, message = 'Not Found', headers = {}): GitHubResponse {
  return { status, headers, data: { message } };
}

/** Runs on a GitHub that gives these answers in order, and then the last one again and again. */
function runsWith(
  answers: readonly (GitHubResponse | Error)[],
  { total = 1_000 } = {},
): {
  readonly runs: WorkflowRuns;
  readonly asked: string[];
  readonly waited: number[];
  readonly said: string[];
} {
  const asked: string[] = [];
  const waited: number[] = [];
  const said: string[] = [];
  const runs = new WorkflowRuns(
    own,
    async (owner, repository, runId) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(`${owner}/${repository}/${runId}`);
      if (answer instanceof Error) throw answer;
      return answer as GitHubResponse;
    },
    (why) => void said.push(why),
    { total, base: 10, cap: 40, wait: async (pause) => void waited.push(pause) },
  );
  return { runs, asked, waited, said };
}

describe('The status of a run', () => {
  test('is over since its latest attempt changed last', async () => {
    const { runs, asked } = runsWith([ok(shown)]);
    expect(await runs.statusOf(run)).toEqual({
      is: 'over',
      attempt: 2,
      since: new Date('2026-11-24T09:30:00Z'),
    });
    expect(asked).toEqual(['octo/widgets/42']);
  });

  test.each(['queued', 'in_progress', 'waiting', 'requested', 'pending', 'a new one'])(
    'is live: %s',
    async (status) => {
      const { runs } = runsWith([ok({ ...shown, status })]);
      expect(await runs.statusOf(run)).toEqual({ is: 'live', attempt: 2 });
    },
  );

  test('is asked for once', async () => {
    const { runs, asked } = runsWith([ok(shown)]);
    await runs.statusOf(run);
    await runs.statusOf({ ...run });
    expect(asked).toHaveLength(1);
  });
});

describe('A run that GitHub does not show', () => {
  test('was deleted, if GitHub shows the run of this step', async () => {
    const { runs, asked } = runsWith([refusal(404), ok({ ...shown, id: 1, status: 'in_progress' })]);
    expect(await runs.statusOf(run)).toEqual({
      is: 'unknown',
      why: 'GitHub no longer has it',
      isFinal: true,
    });
    expect(asked).toEqual(['octo/widgets/42', 'octo/widgets/1']);
  });

  test.each([
    ['neither it nor the run of this step', refusal(404)],
    ['anything', refusal(403, 'Resource not accessible by integration')],
  ])('fails the step if the token does not show %s', async (_, answer) => {
    const { runs } = runsWith([answer]);
    await expect(runs.statusOf(run)).rejects.toMatchObject({
      code: 'GITHUB_REFUSED',
      hint: expect.stringContaining('permissions: actions: read'),
    });
  });

  test('is not judged while GitHub does not answer about the run of this step', async () => {
    const { runs } = runsWith([refusal(404), new Error('ECONNRESET')], { total: 0 });
    expect(await runs.statusOf(run)).toMatchObject({ is: 'unknown', isFinal: false });
  });

  test('fails the step if the token is not valid', async () => {
    const { runs } = runsWith([refusal(401, 'Bad credentials')]);
    await expect(runs.statusOf(run)).rejects.toMatchObject({
      code: 'GITHUB_REFUSED',
      message: expect.stringContaining('Bad credentials (HTTP 401)'),
    });
  });

  test.each([403, 404, 410, 451, 422])(
    'is unknown if it belongs to another repository: HTTP %s',
    async (status) => {
      const { runs, asked } = runsWith([refusal(status)]);
      expect(await runs.statusOf({ repository: 'github.com/octo/other', runId: '42' })).toEqual({
        is: 'unknown',
        why: 'GitHub does not show octo/other to this token',
        isFinal: true,
      });
      expect(asked).toHaveLength(1);
    },
  );

  test.each([
    ['ghe.example/octo/widgets', 'its repository is on ghe.example'],
    ['github.com/octo', 'its repository is not known'],
    ['github.com/octo/widgets/x', 'its repository is not known'],
    ['', 'its repository is not known'],
  ])('is unknown, and GitHub is not asked: %j', async (repository, why) => {
    const { runs, asked } = runsWith([ok(shown)]);
    expect(await runs.statusOf({ repository, runId: '42' })).toEqual({ is: 'unknown', why, isFinal: true });
    expect(asked).toEqual([]);
  });
});

describe('GitHub is asked again', () => {
  test.each<[string, GitHubResponse | Error]>([
    ['has a problem', refusal(502, 'Server Error')],
    ['does not answer', new Error('socket hang up')],
    ['sends a page of a proxy', { status: 200, headers: {}, data: '<html>' }],
    ['sends another run', ok({ ...shown, id: 43 })],
    ['sends no time', ok({ ...shown, updated_at: null })],
    ['limits requests without a time', refusal(429, 'Too many requests')],
  ])('if it %s, with a pause', async (_, answer) => {
    const { runs, asked, waited, said } = runsWith([answer, ok(shown)], { total: 120_000 });
    expect(await runs.statusOf(run)).toMatchObject({ is: 'over' });
    expect(asked).toHaveLength(2);
    expect(waited).toHaveLength(1);
    expect(said).toHaveLength(1);
  });

  test.each([
    ['retry-after', { 'retry-after': '7' }, 'x', 7_000],
    [
      'x-ratelimit-reset, by the clock of GitHub',
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1795510809',
        date: 'Tue, 24 Nov 2026 09:00:00 GMT',
      },
      'API rate limit exceeded',
      9_000,
    ],
    ['a secondary limit without a time', {}, 'You have exceeded a secondary rate limit', 60_000],
  ])('after the time that it sets: %s', async (_, headers, message, pause) => {
    const { runs, waited } = runsWith([refusal(403, message, headers), ok(shown)], { total: 120_000 });
    await runs.statusOf(run);
    expect(waited).toEqual([pause]);
  });

  test('not at once, whatever it says, and each time a little later', async () => {
    const limit = refusal(429, 'Too many requests', { 'retry-after': '0' });
    const { runs, waited } = runsWith([...Array(6).fill(limit), ok(shown)], { total: 120_000 });
    await runs.statusOf(run);
    const least = [5, 10, 20, 20, 20, 20];
    expect(waited.map((pause, index) => pause >= (least[index] ?? 0))).toEqual(Array(6).fill(true));
  });

  test('until the time is up: then no more requests are sent, and all further runs are unknown for now', async () => {
    const { runs, asked, waited } = runsWith([refusal(403, 'rate limit', { 'retry-after': '3600' })]);
    const first = await runs.statusOf(run);
    expect(first).toMatchObject({ is: 'unknown', isFinal: false });
    expect(await runs.statusOf({ ...run, runId: '43' })).toEqual(first);
    expect(asked).toHaveLength(1);
    expect(waited).toEqual([]);
  });

  test('but not after an error that nothing changes, such as a certificate that is not trusted', async () => {
    const error = new KeyPairError('CERTIFICATE_NOT_TRUSTED', 'The certificate was rejected.');
    const { runs, asked } = runsWith([error]);
    await expect(runs.statusOf(run)).rejects.toBe(error);
    expect(asked).toHaveLength(1);
  });
});
