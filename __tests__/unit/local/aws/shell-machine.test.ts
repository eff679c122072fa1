import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { shellMachine } from '../../../../local/aws/server.ts';

const run = shellMachine();

test('a program has no environment of this process, and its output and exit code are those of the machine', async () => {
  process.env['EC2_KEY_PAIR_TEST'] = 'set';
  try {
    const program = 'echo "home=${HOME-} test=${EC2_KEY_PAIR_TEST-}"\necho error >&2\nexit 2';
    const result = await run(program, new AbortController().signal);
    expect(result).toEqual({ code: 2, output: 'home= test=\n' });
  } finally {
    delete process.env['EC2_KEY_PAIR_TEST'];
  }
});

test('a program is killed with its children, also before it has started', async () => {
  await expect(run('sleep 1000 & wait', AbortSignal.abort())).resolves.toMatchObject({ code: 137 });
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-test-'));
  try {
    const canceling = new AbortController();
    const file = path.join(folder, 'started');
    const running = run(`sleep 1000 & : >'${file}'; wait`, canceling.signal);
    while (!existsSync(file)) await wait(5);
    canceling.abort();
    // The output is only complete when the child, too, is gone.
    expect(await running).toMatchObject({ code: 137 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
