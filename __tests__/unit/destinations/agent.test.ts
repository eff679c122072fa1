import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { openAgent } from '../../../src/destinations/agent/agent.ts';
import { releaseAgent } from '../../../src/destinations/agent/agent-claim.ts';
import { type AgentRecord, parseAgentRecord } from '../../../src/destinations/agent/agent-record.ts';
import { socketPath } from '../../../src/destinations/agent/start-agent.ts';
import type { MaskedPrivateKey } from '../../../src/keys/private-key.ts';
import { keyPairId } from '../../lib/key-pair-id.ts';
import { NotedClaims } from '../../lib/noted-claims.ts';
import { keyName } from './destination-case.ts';
import { createMaskedKey } from './masked-key.ts';
import { createTestJob, type TestJob } from './test-job.ts';

/** Delivers a key to the agent of an earlier step, or to a new one if there is none. */
async function deliver(
  { context }: TestJob,
  key: MaskedPrivateKey,
  agentSocket?: string,
): Promise<NotedClaims<AgentRecord>> {
  const claims = new NotedClaims<AgentRecord>();
  const pair = { keyName, lifetime: 'job', publicKey: undefined, nonce: undefined } as const;
  const destination = await openAgent({ kind: 'agent', required: true }, pair, { ...context, agentSocket });
  await (await destination.reserve(claims)).deliver(key, keyPairId);
  return claims;
}

/** Resolves when a process has ended. Otherwise, the test runs out of time. */
async function untilGone(pid: number): Promise<void> {
  try {
    for (;;) {
      process.kill(pid, 0);
      await wait(10);
    }
  } catch {
    // No such process.
  }
}

function recordOf({ records: [record] }: NotedClaims<AgentRecord>): AgentRecord {
  if (record === undefined) throw new Error('nothing was claimed');
  return record;
}

describe('An agent of an earlier step', () => {
  test('gets the key with its name, for six hours at most, by standard input, and later loses only this key', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const [first, second] = [await createMaskedKey(), await createMaskedKey()];
    await deliver(job, first.key, socket);
    const claims = await deliver(job, second.key, socket);

    expect(claims.events).toEqual(['intended agent (job)', 'held agent']);
    expect(job.openSsh.keysOf(socket)).toHaveLength(2);
    expect(job.openSsh.calls().map(({ args }) => args)).toContainEqual(['-q', '-t', '21600', '-']);
    expect(JSON.stringify(job.openSsh.calls())).not.toContain(second.secretLine);
    expect(job.variables).toEqual({});

    expect(await releaseAgent(recordOf(claims), job.cleanup)).toEqual({
      outcome: 'done',
      said: 'Removed the private key from the SSH agent.',
    });
    expect(job.openSsh.keysOf(socket)).toEqual([await first.key.as('openssh', { comment: keyName })]);
    expect(job.openSsh.running()).toEqual([socket]);
  });

  test('keeps a key that was in it before', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const { key } = await createMaskedKey();
    await deliver(job, key, socket);
    const claims = await deliver(job, key, socket);

    expect(claims.events).toEqual(['intended agent (job)', 'cancelled agent']);
    expect(job.openSsh.keysOf(socket)).toHaveLength(1);
  });

  test('that refuses the key fails the step with what to do', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    job.openSsh.refuseKeys(socket);
    const { key } = await createMaskedKey();

    await expect(deliver(job, key, socket)).rejects.toMatchObject({
      code: 'NO_SSH_AGENT',
      message: 'The SSH agent did not accept the private key: ssh-add exited with code 1.',
      hint: expect.stringContaining('leave out ssh-agent'),
    });
    expect(job.openSsh.running()).toEqual([socket]);
  });

  test('that lost its key or is gone has nothing to clean up', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const { key } = await createMaskedKey();
    const record = recordOf(await deliver(job, key, socket));
    const gone = { outcome: 'already-gone', what: 'the private key in the SSH agent' };
    await releaseAgent(record, job.cleanup);

    expect(await releaseAgent(record, job.cleanup)).toEqual(gone);
    await job.openSsh.endAgents(socket);
    expect(await releaseAgent(record, job.cleanup)).toEqual(gone);
    const { publicKey, ...intended } = record;
    expect(await releaseAgent(intended, job.cleanup)).toEqual(gone);
  });
});

describe('An agent whose keys cannot be seen', () => {
  test('because it is locked is reported with the command that removes the key, and not believed to be empty', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key, socket));
    job.openSsh.lock(socket);

    expect(await releaseAgent(record, job.cleanup)).toEqual({
      outcome: 'left',
      what: 'the private key in the SSH agent',
      why: 'the agent takes no keys now, as one that is locked, so it does not show whether it has this one',
      command: `echo '${record.publicKey}' | SSH_AUTH_SOCK=${socket} ssh-add -d -`,
    });
    job.openSsh.unlock(socket);
    expect(job.openSsh.keysOf(socket)).toHaveLength(1);
  });

  test('because ssh-add is missing is reported, too', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key, socket));
    const cleanup = { ...job.cleanup, childEnvironment: { PATH: '/nowhere' } };

    expect(await releaseAgent(record, cleanup)).toMatchObject({
      outcome: 'left',
      why: 'Cannot run ssh-add: it is not installed, or not on PATH.',
    });
  });

  test('because the temp folder cannot be written is reported, too', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key, socket));
    const temp = path.join(job.folders.root, 'file');
    writeFileSync(temp, '');

    expect(await releaseAgent(record, { ...job.cleanup, temp })).toMatchObject({
      outcome: 'left',
      why: `Cannot write the file that ssh-add needs in ${temp} (ENOTDIR).`,
    });
  });

  test('because it is empty has no key to remove, and none is left in it', async () => {
    await using job = await createTestJob();
    const socket = await job.openSsh.startAgent();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key, socket));
    await releaseAgent(record, job.cleanup);

    expect(await releaseAgent(record, job.cleanup)).toMatchObject({ outcome: 'already-gone' });
    expect(job.openSsh.keysOf(socket)).toEqual([]);
  });
});

test('A dry run fails, too, if ssh-add cannot be run', async () => {
  await using job = await createTestJob();
  const pair = { keyName, lifetime: 'job', publicKey: undefined, nonce: undefined } as const;
  const context = { ...job.context, childEnvironment: { PATH: '/nowhere' } };
  const destination = await openAgent({ kind: 'agent', required: true }, pair, context);
  await expect(destination.expected()).rejects.toMatchObject({ code: 'NO_SSH_AGENT' });
});

describe('A new agent', () => {
  test('is started in place of that of GnuPG, which would write the key to a file', async () => {
    await using job = await createTestJob();
    const { key } = await createMaskedKey();
    const socket = await job.openSsh.startAgent();
    const ofGnuPg = path.join(job.folders.root, 'S.gpg-agent.ssh');
    symlinkSync(socket, ofGnuPg);
    const record = recordOf(await deliver(job, key, ofGnuPg));

    expect(job.openSsh.keysOf(socket)).toEqual([]);
    expect(record.startedBy).toBe('this-step');
  });

  test('is started where no agent answers, is named for later steps, and keeps no time limit', async () => {
    await using job = await createTestJob();
    const { key } = await createMaskedKey();
    const record = recordOf(await deliver(job, key, '/nowhere/socket'));

    expect(record.socket.startsWith(job.folders.temp)).toBe(true);
    expect(job.variables).toEqual({ SSH_AUTH_SOCK: record.socket });
    expect(job.openSsh.running()).toEqual([record.socket]);
    expect(job.openSsh.calls().map(({ args }) => args)).toContainEqual(['-q', '-']);
  });

  test('and ssh-add get no more of the environment than they need', async () => {
    await using job = await createTestJob();
    await deliver(job, (await createMaskedKey()).key);

    const variables = new Set(job.openSsh.calls().flatMap((call) => call.variables));
    expect([...variables].sort()).toEqual(['PATH', 'SSH_AUTH_SOCK']);
  });

  test('and ssh-add do not run in the workspace, whose files are not trusted', async () => {
    await using job = await createTestJob();
    await deliver(job, (await createMaskedKey()).key);

    const folders = new Set(job.openSsh.calls().map(({ folder }) => folder));
    expect([...folders]).toEqual([path.parse(process.cwd()).root]);
  });

  test('needs a temp folder that can be written', async () => {
    await using job = await createTestJob();
    const { key } = await createMaskedKey();
    const temp = path.join(job.folders.root, 'file');
    writeFileSync(temp, '');
    const context = { ...job.context, folders: { ...job.context.folders, temp } };

    await expect(deliver({ ...job, context }, key)).rejects.toMatchObject({
      code: 'NO_SSH_AGENT',
      message: `Cannot create a folder for an SSH agent in ${temp} (ENOTDIR).`,
    });
  });

  test('is stopped with all keys in it', async () => {
    await using job = await createTestJob();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key));
    const before = job.openSsh.keysOf(record.socket);

    expect(await releaseAgent(record, job.cleanup)).toEqual({
      outcome: 'done',
      said: 'Stopped the SSH agent with the private key.',
    });
    expect([before.length, job.openSsh.keysOf(record.socket), job.openSsh.running()]).toEqual([1, [], []]);
  });

  test('loses the key even if its process is not found', async () => {
    await using job = await createTestJob();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key));
    const cleanup = { ...job.cleanup, endAgents: async () => false };

    expect(await releaseAgent(record, cleanup)).toEqual({
      outcome: 'done',
      said: 'Removed the private key from the SSH agent.',
    });
    expect(job.openSsh.keysOf(record.socket)).toEqual([]);
  });

  test('is stopped even if ssh-add is missing by then', async () => {
    await using job = await createTestJob();
    const record = recordOf(await deliver(job, (await createMaskedKey()).key));
    const cleanup = { ...job.cleanup, childEnvironment: { PATH: '/nowhere' } };

    expect(await releaseAgent(record, cleanup)).toMatchObject({ outcome: 'done' });
    expect(job.openSsh.running()).toEqual([]);
  });

  test("does not lead cleanup to another user's agent through a link in place of its socket", async () => {
    await using job = await createTestJob();
    const theirs = await job.openSsh.startAgent();
    const [own, other] = [await createMaskedKey(), await createMaskedKey()];
    await deliver(job, other.key, theirs);
    const record = recordOf(await deliver(job, own.key));
    await job.openSsh.endAgents(record.socket);
    symlinkSync(theirs, record.socket);

    expect(await releaseAgent(record, job.cleanup)).toMatchObject({ outcome: 'already-gone' });
    expect(job.openSsh.keysOf(theirs)).toHaveLength(1);
    expect(job.openSsh.running()).toEqual([theirs]);
  });

  test('is ended if it does not answer', async () => {
    await using job = await createTestJob();
    const { key } = await createMaskedKey();
    const bin = path.join(job.folders.root, 'bin');
    mkdirSync(bin);
    const noted = path.join(bin, 'pid');
    for (const [name, commands] of [
      ['ssh-agent', `echo $$ > '${noted}'; kill -STOP $$`],
      ['ssh-add', 'exit 2'],
    ] as const) {
      writeFileSync(path.join(bin, name), `#!/bin/sh\n${commands}\n`, { mode: 0o755 });
    }
    const mute = { ...job, context: { ...job.context, childEnvironment: { PATH: bin } } };

    await expect(deliver(mute, key)).rejects.toMatchObject({
      code: 'NO_SSH_AGENT',
      message: 'The new SSH agent does not answer.',
    });
    await untilGone(Number(readFileSync(noted, 'utf8')));
  });

  test('fails the step if OpenSSH is not installed', async () => {
    await using job = await createTestJob();
    const { key } = await createMaskedKey();
    const withoutOpenSsh = { ...job, context: { ...job.context, childEnvironment: { PATH: '/nowhere' } } };

    await expect(deliver(withoutOpenSsh, key)).rejects.toMatchObject({
      code: 'NO_SSH_AGENT',
      message: expect.stringMatching(/^Cannot run ssh-a\w+: it is not installed, or not on PATH\.$/),
    });
  });
});

test('A socket is in the first folder whose path is short enough', () => {
  expect(socketPath(['/temp', '/tmp'], 'abcd')).toBe('/temp/ssh-agent-abcd/socket');
  expect(socketPath([`/${'temp'.repeat(25)}`, '/tmp'], 'abcd')).toBe('/tmp/ssh-agent-abcd/socket');
  // In bytes: 103, and one for the zero at the end.
  expect(Buffer.byteLength(socketPath([`/${'ü'.repeat(40)}`], 'abcd'))).toBe(103);
  expect(() => socketPath([`/${'ü'.repeat(40)}x`], 'abcd')).toThrow(
    expect.objectContaining({ code: 'NO_SSH_AGENT' }),
  );
});

test.each([
  ['a relative socket', { socket: 'socket' }],
  ['another origin', { startedBy: 'me' }],
  ['another kind of key', { publicKey: 'ssh-dss AAAA' }],
  ['a socket of someone else in place of its own', { startedBy: 'this-step' }],
  ['a second line', { publicKey: 'ssh-rsa AAAA\nssh-rsa BBBB' }],
])('A record with %s is not believed', (_, changed) => {
  const record = { kind: 'agent', socket: '/tmp/socket', startedBy: 'others', publicKey: 'ssh-rsa AAAA' };
  expect(parseAgentRecord(record)).toEqual(record);
  expect(parseAgentRecord({ ...record, ...changed })).toBeUndefined();
});
