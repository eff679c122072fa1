import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { OtherUser } from '../../test-support/other-user.ts';
import { containerParts } from '../lib/keys.ts';
import { actionFolder, keyPairStep, node24, openScenario, stepOf } from '../lib/scenario.ts';

/** How many bytes fit into a pipe on Linux. More than that waits in the writing process. */
const pipeCapacity = 64 * 1024;

test('a runner that reads slowly gets every mask, and the key is not delivered before all masks are written', async () => {
  await using scenario = await openScenario();
  const { aside } = scenario;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 4096 });
  const kept = path.join(aside, 'kept.pem');
  writeFileSync(kept, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const publicBlob = containerParts(privateKey).publicKey.toString('base64');
  await new OtherUser(scenario.aws).import('large', `ssh-rsa ${publicBlob}`);
  const inputs = {
    operation: 'fetch',
    'key-name': 'large',
    'private-key-path': kept,
    'output-private-key': true,
  };
  const quick = stepOf(await scenario.run([keyPairStep(inputs)], { keepTemp: true }));
  const whole = quick.raw.map(({ text }) => text).join('');
  expect(whole.lastIndexOf('::add-mask::')).toBeGreaterThan(1.1 * pipeCapacity);

  const files = { GITHUB_OUTPUT: path.join(aside, 'output'), GITHUB_STATE: path.join(aside, 'state') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const [temp, workspace] = [path.join(aside, 'temp'), path.join(aside, 'workspace')];
  for (const folder of [temp, workspace]) mkdirSync(folder);
  const { readEnd, writeEnd } = openPipe(path.join(aside, 'pipe'));
  const child = spawn(node24, [path.join(actionFolder, 'dist/main.js')], {
    env: { ...quick.env, ...files, RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace },
    stdio: ['ignore', writeEnd, 'inherit'],
  });
  const exited = once(child, 'exit');
  closeSync(writeEnd);
  try {
    let text = '';
    let readBeforeTheKey: number | undefined;
    for await (const piece of readSlowly(readEnd)) {
      // This piece has made room in the pipe before the file is read.
      text += piece;
      if (readFileSync(files.GITHUB_OUTPUT, 'utf8').includes('PRIVATE KEY')) readBeforeTheKey ??= text.length;
    }

    expect(await exited).toEqual([0, null]);
    expect(text).toBe(whole);
    const lastMask = text.lastIndexOf('::add-mask::');
    expect(readBeforeTheKey).toBeGreaterThanOrEqual(lastMask - pipeCapacity);
  } finally {
    child.kill('SIGKILL');
    closeSync(readEnd);
  }
});

function openPipe(name: string): { readEnd: number; writeEnd: number } {
  execFileSync('mkfifo', [name]);
  const readEnd = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  return { readEnd, writeEnd: openSync(name, 'w') };
}

/** Reads a pipe, 1 KiB per millisecond, until the other end is closed. */
async function* readSlowly(readEnd: number): AsyncGenerator<string> {
  const buffer = Buffer.alloc(1024);
  for (;;) {
    await delay(1);
    try {
      const length = readSync(readEnd, buffer);
      if (length === 0) return;
      yield buffer.toString('latin1', 0, length);
    } catch (error) {
      // The pipe is empty.
      if (!String(error).includes('EAGAIN')) throw error;
    }
  }
}
