import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { agentsLeft, givenToPrograms, needlessVariables } from '../../../torture/agents-left.ts';
import type { Environment } from '../../../torture/environment.ts';
import { OpenSsh } from '../../../torture/open-ssh.ts';
import { addNewKey } from '../../../torture/ssh-programs.ts';

let folder = '';
let openSsh: OpenSsh;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ssh-'));
  openSsh = new OpenSsh(path.join(folder, 'ssh'));
});

afterEach(() => {
  openSsh.close();
  rmSync(folder, { recursive: true });
});

function environment(): Environment {
  return { openSsh, agentsAfterPost: openSsh.agentsOfActions() } as unknown as Environment;
}

/** Runs a program as the action does. */
function run(program: string, args: readonly string[], env: Record<string, string>): void {
  execFileSync(path.join(openSsh.bin, program), args, { env, stdio: 'ignore' });
}

describe('Torture finds', () => {
  test('a key that the action left in the agent of an earlier step, and not the keys of others', async () => {
    const { socket } = await openSsh.startUnrelatedAgent();
    expect(agentsLeft(environment(), false)).toEqual([]);
    addNewKey(socket, path.join(folder, 'key'));
    expect(agentsLeft(environment(), false)).toEqual([
      expect.stringMatching(/^a private key is left in an SSH agent: ssh-ed25519 /),
    ]);
  });

  test('a key of others that is gone, and their agent if it was ended', async () => {
    const agent = await openSsh.startUnrelatedAgent();
    expect(agent.touched()).toEqual([]);
    run('ssh-add', ['-D'], { SSH_AUTH_SOCK: agent.socket });
    expect(agent.touched()).toEqual(["another user's key was removed from their agent"]);
  });

  test('arguments and variables of programs, and which variables they do not need', async () => {
    const { socket } = await openSsh.startUnrelatedAgent();
    const key = path.join(folder, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    run('ssh-add', ['-q', key], { SSH_AUTH_SOCK: socket, AWS_SECRET_ACCESS_KEY: 'secret', PATH: '/bin' });

    expect(givenToPrograms(environment())[0]?.[1].split('\0')).toEqual(
      expect.arrayContaining([key, 'AWS_SECRET_ACCESS_KEY=secret']),
    );
    expect(needlessVariables(environment())).toEqual([
      'a program that the action started got the variable AWS_SECRET_ACCESS_KEY',
    ]);
  });
});
