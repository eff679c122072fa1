import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { type RunningJob, runJob, startJob } from '../../../../local/runner/job.ts';
import { freshFolder, isAlive, jobOf, tinyAction, untilPrinted } from './tiny-action.ts';

/** A program that prints which signals it receives, saves state, and ends on one of the signals. */
const stubborn = (obeys: string) => `
  for (const name of ['SIGINT', 'SIGTERM']) {
    process.on(name, () => { console.log('got', name); if (name === '${obeys}') process.exitCode = 0, clearInterval(timer); });
  }
  const timer = setInterval(() => {}, 1000);
  fs.appendFileSync(process.env.GITHUB_STATE, 'id=key-1\\n');
  console.log('ready');`;
const POST = "console.log('post', process.env.STATE_id);";

function startStubborn(obeys: string, more: Parameters<typeof jobOf>[2] = {}): RunningJob {
  const folder = tinyAction({ main: stubborn(obeys), post: POST });
  const steps = [
    { uses: './' },
    { run: 'echo never' },
    { if: 'always()', run: 'echo always' },
    { if: 'cancelled()', run: 'echo cancelled' },
    { if: 'failure()', run: 'echo failed' },
  ];
  return startJob(jobOf(steps, { './': folder }, more));
}

const shown = ({ steps }: Awaited<RunningJob['finished']>) =>
  steps.map(({ phase, outcome, signal }) => [phase, outcome, signal ?? ''].join(' ').trim());

/** Whether a killed process ends. On a busy machine, this takes a moment. */
async function ends(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 500 && isAlive(pid); tries += 1) await delay(10);
  return !isAlive(pid);
}

describe('Cancelling a job', () => {
  test.each([
    ['SIGINT', {}, ['got SIGINT'], 'main cancelled'],
    ['SIGTERM', { sigint: 700 }, ['got SIGINT', 'got SIGTERM'], 'main cancelled'],
    ['nothing', { sigint: 700, sigterm: 700 }, ['got SIGINT', 'got SIGTERM'], 'main cancelled SIGKILL'],
  ])(
    'sends SIGINT, SIGTERM and SIGKILL until the process ends on %s.',
    async (obeys, times, signals, main) => {
      const job = startStubborn(obeys, { times });
      await untilPrinted(job, 'ready');
      job.cancel();
      const run = await job.finished;
      expect(run.raw).toBe(['ready', ...signals, 'always', 'cancelled', 'post key-1', ''].join('\n'));
      expect(shown(run)).toEqual([
        main,
        'main skipped',
        'main success',
        'main success',
        'main skipped',
        'post success',
      ]);
      expect(run.conclusion).toBe('cancelled');
      expect(run.steps[0]?.annotations).toEqual([
        { level: 'error', message: 'The operation was canceled.', properties: {} },
      ]);
    },
  );

  test("signals the step's process but not its children: a shell waits for what it started.", async () => {
    const job = startJob(
      jobOf([{ run: "trap 'echo trapped; exit 9' INT; echo ready; sleep 0.2; echo slept" }]),
    );
    await untilPrinted(job, 'ready');
    job.cancel();
    expect((await job.finished).raw).toBe('ready\ntrapped\n');
  });

  test('does not affect a post step.', async () => {
    const post = "console.log('in post'); setTimeout(() => console.log('post done'), 200);";
    const job = startJob(jobOf([{ uses: './' }], { './': tinyAction({ main: '', post }) }));
    await untilPrinted(job, 'in post');
    job.cancel();
    const run = await job.finished;
    expect(run.raw).toBe('in post\npost done\n');
    expect([run.steps[1]?.outcome, run.conclusion]).toEqual(['success', 'cancelled']);
  });

  test('before the first step runs only steps with always() or cancelled(), and no post step.', async () => {
    const job = startStubborn('SIGINT');
    job.cancel();
    const run = await job.finished;
    expect(run.raw).toBe('always\ncancelled\n');
    expect(run.steps).toHaveLength(5);
  });
});

test('A step that is killed fails, its state is kept, and the job continues.', async () => {
  const folder = tinyAction({
    main: `const { spawn } = require('node:child_process');
      const child = spawn('sleep', ['60'], { detached: true });
      fs.appendFileSync(process.env.GITHUB_STATE, 'id=key-2\\nhalf<<X\\nto');
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'child=' + child.pid);
      console.log('ready');`,
    post: POST,
  });
  const job = startJob(jobOf([{ uses: './' }, { if: 'failure()', run: 'echo failed' }], { './': folder }));
  await untilPrinted(job, 'ready');
  job.killStep();
  const run = await job.finished;
  expect(run.raw).toBe('ready\nfailed\npost key-2\n');
  expect(shown(run)).toEqual(['main failure SIGKILL', 'main success', 'post success']);
  expect(run.steps[0]?.exitCode).toBe(137);
  expect(run.conclusion).toBe('failure');
  expect(isAlive(Number(run.steps[0]?.outputs['child']))).toBe(false);
  // It was killed with its parent, not as an orphan at the end of the job.
  expect(run.orphans).toEqual([]);
});

describe('Abandoning a step', () => {
  const printsAfterPost = (line: string) => `
    fs.appendFileSync(process.env.GITHUB_STATE, 'id=early\\n');
    console.log('ready');
    const done = process.env.RUNNER_TEMP + '/post-is-done';
    const timer = setInterval(() => {
      if (!fs.existsSync(done)) return;
      clearInterval(timer);
      setTimeout(() => console.log('${line}'), 300);
    }, 10);`;
  const post = `${POST} fs.writeFileSync(process.env.RUNNER_TEMP + '/post-is-done', '');`;

  test('leaves its process running during the post step, and its output does not appear in the log.', async () => {
    const folder = tinyAction({ main: printsAfterPost('main continued'), post });
    const job = jobOf([{ uses: './' }], { './': folder });
    const running = startJob({ ...job, times: { ...job.times, abandoned: 5000 } });
    await untilPrinted(running, 'ready');
    running.abandonStep();
    const run = await running.finished;
    expect(shown(run)).toEqual(['main cancelled', 'post success']);
    expect(run.conclusion).toBe('cancelled');
    expect(run.abandoned).toEqual([run.steps[0]?.pid]);
    expect(run.steps[0]?.raw.map(({ text }) => text).join('')).toBe('ready\nmain continued\n');
    expect(run.steps[1]?.raw.map(({ text }) => text).join('')).toBe('post early\n');
    expect(run.log).not.toContain('main continued');
  });

  test('ends its process at the end of the job, if it is still running.', async () => {
    const folder = tinyAction({ main: stubborn('nothing'), post: POST });
    const job = startJob(jobOf([{ uses: './' }], { './': folder }));
    await untilPrinted(job, 'ready');
    job.abandonStep();
    const run = await job.finished;
    expect(run.raw).toBe('ready\npost key-1\n');
    expect(run.abandoned.map(isAlive)).toEqual([false]);
  });
});

test('If the machine dies, nothing else runs, not even post steps, and nothing is cleaned up.', async () => {
  const job = startStubborn('nothing', { outputs: { a: 'b' } });
  await untilPrinted(job, 'ready');
  job.loseWorker();
  const run = await job.finished;
  expect(run.raw).toBe('ready\n');
  expect(shown(run)).toEqual(['main failure']);
  expect(run.steps[0]?.state).toEqual({});
  expect([run.conclusion, run.outputs]).toEqual(['failure', {}]);
  expect(isAlive(run.steps[0]?.pid ?? 0)).toBe(false);
  expect(existsSync(join(run.folders.temp, '_runner_file_commands'))).toBe(true);
});

test('If the machine dies, what earlier steps left running dies with it.', async () => {
  const job = startJob(jobOf([{ run: 'setsid sleep 60 & echo $!' }, { run: 'echo ready; sleep 60' }], {}));
  await untilPrinted(job, 'ready');
  job.loseWorker();
  const run = await job.finished;
  expect(isAlive(Number(run.raw.split('\n')[0]))).toBe(false);
});

test('Jobs that run at the same time leave no named pipes.', async () => {
  const temporary = freshFolder();
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    const jobs = [1, 2, 3].map((seconds) => runJob(jobOf([{ run: `sleep 0.${seconds}` }], {})));
    const runs = await Promise.all(jobs);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
    expect(readdirSync(temporary).filter((name) => name.includes('pipes'))).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});

test('A job that exceeds its time limit is killed and rejects with the step it was in.', async () => {
  const folder = tinyAction({ main: stubborn('nothing'), post: POST });
  const job = jobOf([{ uses: './' }], { './': folder });
  const running = startJob({ ...job, times: { ...job.times, limit: 700 } });
  const pids: number[] = [];
  running.on('step-started', ({ pid }) => pids.push(pid));
  await expect(running.finished).rejects.toThrow(/did not end within 700 ms; its current step is "Run \.\/"/);
  expect(pids.map(isAlive)).toEqual([false]);
});

test('A background process of a step runs until the end of the job.', async () => {
  const run = await startJob(
    jobOf([
      { run: 'setsid sleep 60 > /dev/null 2>&1 & echo "pid=$!" >> "$GITHUB_OUTPUT"', id: 'agent' },
      { run: 'kill -0 ${{ steps.agent.outputs.pid }}' },
    ]),
  ).finished;
  expect(run.conclusion).toBe('success');
  expect(run.orphans).toEqual([Number(run.steps[0]?.outputs['pid'])]);
  expect(run.orphans.map(isAlive)).toEqual([false]);
  expect(run.log).toContain(`Terminate orphan process: pid (${run.orphans[0]})`);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'The processes of a job end if %s ends the process that runs it.',
  async (name) => {
    const root = freshFolder();
    const program = join(root, 'job.ts');
    const runner = new URL('../../../../local/runner/job.ts', import.meta.url);
    writeFileSync(
      program,
      `import { startJob } from ${JSON.stringify(runner)};
    const job = startJob({ steps: [{ run: 'sleep 60' }], actions: {}, node: process.execPath, root: ${JSON.stringify(root)} });
    job.on('step-started', ({ pid }) => console.log(pid));`,
    );
    const { NODE_OPTIONS: _forJest, ...env } = process.env;
    const parent = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed] = await once(parent.stdout, 'data');
    const exited = once(parent, 'exit');
    parent.kill(name);
    expect(await exited).toEqual([null, name]);
    expect(await ends(Number(String(printed)))).toBe(true);
  },
);

test('An invalid stop-commands token ends the step.', async () => {
  const run = await runJob(
    jobOf([{ run: 'echo "::stop-commands::"; echo later; sleep 60' }, { if: 'failure()', run: 'echo next' }]),
  );
  expect(run.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'success']);
  expect(run.annotations[0]?.message).toMatch(/^You cannot use a endToken/);
  expect(run.steps[0]?.log).not.toContain('later');
  expect(run.orphans).not.toEqual([]);
});

test('The runner does not wait for a child process that keeps the pipes open.', async () => {
  const run = await startJob(jobOf([{ run: 'echo ready; (sleep 60; echo late) & exit 0' }])).finished;
  expect(run.steps[0]?.outcome).toBe('success');
  expect(run.raw).toBe('ready\n');
});
