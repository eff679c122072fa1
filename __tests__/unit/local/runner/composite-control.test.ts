import { describe, expect, test } from '@jest/globals';
import { startJob } from '../../../../local/runner/job.ts';
import { compositeOf, jobOf, tinyAction, untilPrinted } from './tiny-action.ts';

describe('A job that is cancelled during a step of a composite action', () => {
  test('cancels that step, runs its later steps only if they want to, and runs the post steps.', async () => {
    const hanging = tinyAction({
      main: "console.log('up'); setInterval(() => {}, 1000);",
      post: "console.log('post');",
    });
    const actions = {
      './hanging': hanging,
      './several': compositeOf([
        '{ uses: ./hanging }',
        '{ run: echo no, shell: sh }',
        '{ run: echo always, shell: sh, if: always() }',
      ]),
    };
    const job = startJob(jobOf([{ uses: './several' }], actions));
    await untilPrinted(job, 'up');
    job.cancel();
    const run = await job.finished;
    expect(run.raw).toBe('up\nalways\npost\n');
    expect(run.conclusion).toBe('cancelled');
  });

  test('leaves the process behind if the runner stops watching it.', async () => {
    const hanging = tinyAction({ main: "console.log('up'); setInterval(() => {}, 1000);" });
    const actions = { './hanging': hanging, './several': compositeOf(['{ uses: ./hanging }']) };
    const job = startJob(jobOf([{ uses: './several' }], actions));
    await untilPrinted(job, 'up');
    job.abandonStep();
    expect((await job.finished).abandoned).toEqual([expect.any(Number)]);
  });
});
