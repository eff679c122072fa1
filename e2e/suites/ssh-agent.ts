import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { keyPairStep, output, outputsOf, runGreenJob } from '../lib/action-job.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import type { Ended } from '../lib/programs.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import { createSshKey, withoutComment } from '../lib/ssh-key.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { checkOtherActions } from './ssh-agent/other-actions.ts';

const region = 'eu-west-1';

interface Parts {
  readonly site: Site;
  readonly aws: LocalAws;
  readonly daemon: SshDaemon;
}

export const sshAgent: Suite = {
  name: 'ssh-agent',
  about: 'a real ssh-agent holds the private key during the job, and no longer',
  needs: ['sshd', 'ssh', 'ssh-keygen', 'ssh-agent', 'ssh-add'],
  async run(site) {
    const aws = await startLocalAws();
    const daemon = await SshDaemon.start(site);
    try {
      for (const type of ['rsa', 'ed25519']) await checkNewAgent({ site, aws, daemon }, type);
      await checkAgentOfEarlierStep({ site, aws, daemon });
      await checkOtherActions(site, aws);
    } finally {
      await daemon.end();
      await aws.close();
    }
  },
};

/** A step that logs in with the agent, as later steps of a workflow do, and lists the agent's keys. */
function loginStep({ daemon, site }: Parts): { readonly name: string; readonly run: string } {
  const options = daemon.agentOptions.map((option) => `'${option}'`).join(' ');
  return {
    name: 'log in',
    run: `
      echo '${output('public-key')}' >> '${daemon.authorizedKeys}'
      '${site.part('ssh')}' ${options} instance 'echo logged in'
      '${site.part('ssh-add')}' -L
      echo "socket=$SSH_AUTH_SOCK"
    `,
  };
}

async function checkNewAgent(parts: Parts, type: string): Promise<void> {
  const { site, aws, daemon } = parts;
  await site.check(
    `a new agent logs in with the ${type} key without a file, and is gone after the job`,
    async () => {
      await daemon.admitNoOne();
      const inputs = { 'key-type': type, 'private-key-path': 'none', 'ssh-agent': 'true' };
      const run = await runGreenJob(site, aws.environment(region), [keyPairStep(inputs), loginStep(parts)]);
      const { 'public-key': publicKey = '', 'key-name': keyName = '' } = outputsOf(run);
      assert.match(run.log, /^logged in$/m);
      assert.ok(run.log.includes(`${withoutComment(publicKey)} ${keyName}`), run.log);
      assert.deepEqual(await filesWithPrivateKeys(site.folder), []);
      const socket = socketIn(run);
      await untilGone(socket);
      assert.equal((await sshAdd(site, socket, '-l')).status, 2, 'the agent still answers');
      assert.match(run.log, /Stopped the SSH agent with the private key\./);
    },
  );
}

async function checkAgentOfEarlierStep(parts: Parts): Promise<void> {
  const { site, aws, daemon } = parts;
  const socket = path.join(site.folder, 'earlier-agent');
  const agent = site.programs.start(site.part('ssh-agent'), ['-D', '-a', socket], {
    env: cleanEnvironment(site.folder),
  });
  const own = await createSshKey(site, 'own-key', 'ed25519');
  try {
    while ((await sshAdd(site, socket, '-l')).status === 2) await wait(50);
    await sshAdd(site, socket, own.file);
    await site.check(
      'the agent of an earlier step keeps its own key, and loses the key of the key pair',
      async () => {
        await daemon.admitNoOne();
        const environment = { ...aws.environment(region), SSH_AUTH_SOCK: socket };
        const inputs = { 'private-key-path': 'none', 'ssh-agent': 'true' };
        const run = await runGreenJob(site, environment, [keyPairStep(inputs), loginStep(parts)]);
        assert.match(run.log, /^logged in$/m);
        assert.equal(socketIn(run), socket);
        assert.match(run.log, /Removed the private key from the SSH agent\./);
        assert.equal((await sshAdd(site, socket, '-L')).stdout.trim(), own.publicKey);
      },
    );
  } finally {
    await agent.end();
  }
}

function socketIn({ log }: JobRun): string {
  return /^socket=(.+)$/m.exec(log)?.[1] ?? '';
}

function sshAdd(site: Site, socket: string, ...args: readonly string[]): Promise<Ended> {
  return site.programs.run(site.part('ssh-add'), args, {
    env: cleanEnvironment(site.folder, { SSH_AUTH_SOCK: socket }),
  });
}

/** The folder of the socket goes last. */
async function untilGone(socket: string): Promise<void> {
  const folder = path.dirname(socket);
  for (let looks = 0; looks < 100; looks += 1) {
    const names = await readdir(folder).catch(() => undefined);
    if (names === undefined) return;
    await wait(50);
  }
  assert.fail(`${folder} is still there`);
}

/** Files of all jobs that contain a private key, in any format. */
async function filesWithPrivateKeys(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const jobs = entries.filter(({ parentPath, name }) => `${parentPath}/${name}`.includes('/job-'));
  const files = jobs
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const found = await Promise.all(
    files.map(async (file) => ((await readFile(file, 'latin1')).includes('PRIVATE KEY') ? [file] : [])),
  );
  return found.flat();
}
