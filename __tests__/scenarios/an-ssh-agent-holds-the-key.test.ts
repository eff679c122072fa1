import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createFakeOpenSsh } from '../lib/fake-openssh.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

const inputs = { 'key-type': 'ed25519', 'ssh-agent': true, 'private-key-path': 'none' };
const listStep = { name: 'list', run: 'echo "socket=$SSH_AUTH_SOCK"; ssh-add -L' };

describe('with ssh-agent,', () => {
  test('a new agent has the key for later steps, no file has it, and the agent is empty after the job', async () => {
    await using scenario = await openScenario();
    await using openSsh = createFakeOpenSsh(path.join(scenario.aside, 'ssh'));
    const host = scenario.host({ PATH: `${openSsh.bin}:${process.env['PATH']}`, SSH_AUTH_SOCK: undefined });

    const run = await scenario.run([keyPairStep(inputs), listStep], { host });

    expect(run.conclusion).toBe('success');
    const { 'public-key': publicKey = '', 'key-name': keyName = '' } = stepOf(run).outputs;
    expect(stepOf(run, 'list').log.join('\n')).toContain(
      `${publicKey.split(' ').slice(0, 2).join(' ')} ${keyName}`,
    );
    expect(postOf(run).log.join('\n')).toContain('Stopped the SSH agent with the private key.');
    const socket = /socket=(.+)/.exec(run.log)?.[1] ?? '';
    expect(openSsh.keysOf(socket)).toEqual([]);
    expect(filesWith(run.folders.temp, 'PRIVATE KEY')).toEqual([]);
    expect(filesWith(run.folders.workspace, 'PRIVATE KEY')).toEqual([]);
  });

  test('the agent of an earlier step loses only this key', async () => {
    await using scenario = await openScenario();
    await using openSsh = createFakeOpenSsh(path.join(scenario.aside, 'ssh'));
    const socket = await openSsh.startAgent();
    const host = scenario.host({ PATH: `${openSsh.bin}:${process.env['PATH']}`, SSH_AUTH_SOCK: socket });

    const run = await scenario.run([keyPairStep(inputs), listStep], { host });

    expect(run.log).toContain(`socket=${socket}`);
    expect(postOf(run).log.join('\n')).toContain('Removed the private key from the SSH agent.');
    expect([openSsh.keysOf(socket), openSsh.running()]).toEqual([[], [socket]]);
  });

  test('no program that it starts gets a token, AWS credentials, or an input', async () => {
    await using scenario = await openScenario();
    await using openSsh = createFakeOpenSsh(path.join(scenario.aside, 'ssh'));
    const host = scenario.host({ PATH: `${openSsh.bin}:${process.env['PATH']}`, SSH_AUTH_SOCK: undefined });

    await scenario.run([keyPairStep(inputs)], { host });

    const variables = new Set(openSsh.calls().flatMap((call) => call.variables));
    expect([...variables].filter((name) => /AWS|INPUT|TOKEN|ACTIONS|SECRET/.test(name))).toEqual([]);
  });

  test('without OpenSSH, the step fails, says so, and leaves no key pair', async () => {
    await using scenario = await openScenario();
    const host = scenario.host({ PATH: path.dirname(process.execPath), SSH_AUTH_SOCK: undefined });

    const run = await scenario.run([keyPairStep(inputs)], { host });

    expect(annotated(stepOf(run), 'error').join()).toContain('it is not installed, or not on PATH');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });
});

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('.js') && readFileSync(file, 'latin1').includes(text));
}
