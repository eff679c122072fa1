import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import type { JobRun, Step } from '../../../local/runner/job.ts';
import {
  action,
  annotated,
  type Inputs,
  keyPairStep,
  mainOf,
  output,
  outputsOf,
  runActionJob,
} from '../../lib/action-job.ts';
import { cleanEnvironment } from '../../lib/environment.ts';
import { createSshKey, type SshKey, withoutComment } from '../../lib/ssh-key.ts';
import type { Site } from '../../lib/suite.ts';

const region = 'eu-west-1';

/** With this variable, the folder of `webfactory/ssh-agent` itself, which then runs instead of the stand-in. */
const folderVariable = 'WEBFACTORY_SSH_AGENT';

const other = 'webfactory/ssh-agent@v0.9.1';
const look = './look';

const sshFiles = { config: 'Host build\n  User ci\n', known_hosts: 'build ssh-ed25519 AAAA\n' };

/** What a user has in `~/.ssh`. */
const sshFilesStep: Step = {
  name: 'files in ~/.ssh',
  run: [
    'mkdir -p ~/.ssh',
    ...Object.entries(sshFiles).map(([name, text]) => `printf '%s' '${text}' > ~/.ssh/${name}`),
  ].join('\n'),
};

interface Bed {
  readonly site: Site;
  readonly aws: LocalAws;
  /** The key of the other action. */
  readonly key: SshKey;
  readonly privateKey: string;
  /** The folder of the other action. */
  readonly folder: string;
}

/** Beside an action that starts an agent, in both orders. Post steps run in reverse order. */
export async function checkOtherActions(site: Site, aws: LocalAws): Promise<void> {
  const key = await createSshKey(site, 'deploy-key', 'ed25519');
  const folder = path.join(site.folder, 'other-agent');
  const given = process.env[folderVariable];
  await cp(given ?? path.join(import.meta.dirname, 'other-agent'), folder, { recursive: true });
  const manifest = path.join(folder, 'action.yml');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/'node\d+'/, 'node24'));
  const bed = { site, aws, key, privateKey: await readFile(key.file, 'utf8'), folder };
  await checkOtherFirst(bed);
  await checkOtherLast(bed);
  await checkBetweenOthers(bed);
}

async function checkOtherFirst(bed: Bed): Promise<void> {
  await bed.site.check(
    'after webfactory/ssh-agent, its agent gets the key, and only loses this key',
    async () => {
      const run = await runBeside(bed, [
        otherStep(bed),
        lookStep('${{ env.SSH_AUTH_SOCK }}'),
        keyPairStep(inputs),
        listStep('list'),
      ]);
      assert.deepEqual(keysAt(run, 'list'), [withoutComment(bed.key.publicKey), keyOf(run)]);
      assert.match(run.log, /^Removed the private key from the SSH agent\.$/m);
      assert.deepEqual(keysThen(run), [withoutComment(bed.key.publicKey)]);
      await assertGone(bed.site, socketAt(run, 'list'));
    },
  );
}

async function checkOtherLast(bed: Bed): Promise<void> {
  await bed.site.check('before webfactory/ssh-agent, each action stops its own agent', async () => {
    const run = await runBeside(bed, [
      keyPairStep(inputs),
      listStep('own'),
      lookStep(output('socket', 'own')),
      otherStep(bed),
      listStep('other'),
    ]);
    assert.deepEqual(keysAt(run, 'own'), [keyOf(run)]);
    assert.deepEqual(keysAt(run, 'other'), [withoutComment(bed.key.publicKey)]);
    assert.deepEqual(keysThen(run), [keyOf(run)], 'the post step of the other action touched this agent');
    assert.match(run.log, /^Stopped the SSH agent with the private key\.$/m);
    assert.deepEqual(run.orphans, []);
    for (const name of ['own', 'other']) await assertGone(bed.site, socketAt(run, name));
  });
}

/** The second one replaces SSH_AUTH_SOCK and SSH_AGENT_PID, so that the post step of the first one stops nothing. */
async function checkBetweenOthers(bed: Bed): Promise<void> {
  await bed.site.check(
    'between two agents with `ssh-auth-sock`, the first one gets the key, and loses it although the second one took its place',
    async () => {
      const [first, second] = ['first-agent', 'second-agent'].map((name) => path.join(bed.site.folder, name));
      const run = await runBeside(bed, [
        otherStep(bed, { 'ssh-auth-sock': first ?? '' }),
        lookStep(first ?? ''),
        keyPairStep(inputs),
        listStep('list'),
        otherStep(bed, { 'ssh-auth-sock': second ?? '' }),
        listStep('second'),
      ]);
      assert.deepEqual([socketAt(run, 'list'), socketAt(run, 'second')], [first, second]);
      assert.deepEqual(keysAt(run, 'list'), [withoutComment(bed.key.publicKey), keyOf(run)]);
      assert.deepEqual(keysAt(run, 'second'), [withoutComment(bed.key.publicKey)]);
      assert.match(run.log, /^Removed the private key from the SSH agent\.$/m);
      assert.deepEqual(keysThen(run), [withoutComment(bed.key.publicKey)]);
    },
  );
}

const inputs = { 'key-type': 'ed25519', 'private-key-path': 'none', 'ssh-agent': 'true' };

function otherStep({ privateKey }: Bed, more: Inputs = {}): Step {
  return { name: 'other agent', uses: other, with: { 'ssh-private-key': privateKey, ...more } };
}

function lookStep(socket: string): Step {
  return { name: 'look', uses: look, with: { socket } };
}

function listStep(id: string): Step {
  return {
    id,
    name: id,
    run: 'ssh-add -L | sed "s/^/now in the agent: /"; echo "socket=$SSH_AUTH_SOCK" | tee -a "$GITHUB_OUTPUT"',
  };
}

/** Runs a green job without warnings, after which there is no key pair, and `~/.ssh` is as before. */
async function runBeside({ site, aws, folder }: Bed, steps: readonly Step[]): Promise<JobRun> {
  const run = await runActionJob(site, aws.environment(region), [sshFilesStep, ...steps], {
    actions: { [action]: site.action, [other]: folder, [look]: path.join(import.meta.dirname, 'look') },
  });
  assert.equal(run.conclusion, 'success', run.log);
  assert.deepEqual(annotated(run, 'warning'), []);
  assert.deepEqual(aws.keyPairs(region), []);
  for (const [name, text] of Object.entries(sshFiles)) {
    assert.equal(await readFile(path.join(run.folders.home, '.ssh', name), 'utf8'), text);
  }
  return run;
}

/** The public key of the key pair. */
function keyOf(run: JobRun): string {
  return withoutComment(outputsOf(run)['public-key']);
}

function keysAt(run: JobRun, id: string): string[] {
  return keysIn(mainOf(run, id).log.join('\n'), 'now');
}

/** The keys in the agent that was looked into after the job. */
function keysThen(run: JobRun): string[] {
  return keysIn(run.log, 'then');
}

function keysIn(log: string, when: 'now' | 'then'): string[] {
  return [...log.matchAll(new RegExp(`^${when} in the agent: (ssh-\\S+ \\S+)`, 'gm'))].map(
    ([, key = '']) => key,
  );
}

function socketAt(run: JobRun, id: string): string {
  return /^socket=(.+)$/m.exec(mainOf(run, id).log.join('\n'))?.[1] ?? '';
}

async function assertGone(site: Site, socket: string): Promise<void> {
  const { status } = await site.programs.run(site.part('ssh-add'), ['-l'], {
    env: cleanEnvironment(site.folder, { SSH_AUTH_SOCK: socket }),
  });
  assert.equal(status, 2, `the agent at ${socket} still answers`);
}
