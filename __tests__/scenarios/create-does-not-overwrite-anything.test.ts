import { mkdir, readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../local/runner/job.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import {
  annotated,
  keyPairStep,
  node24,
  openScenario,
  operationsSent,
  postOf,
  stepOf,
  thisRun,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

/** Creates what a repository or an earlier step can leave in a workspace. A socket outlives a killed process. */
function obstacles(outside: string): Step {
  return {
    name: 'obstacles',
    run: [
      'echo precious > file.pem',
      'mkdir folder.pem',
      'ln -s nowhere link.pem',
      `ln -s '${outside}' elsewhere`,
      `'${node24}' -e "require('net').createServer().listen('socket.pem', () => process.kill(process.pid, 9))" || true`,
    ].join('\n'),
  };
}

function exists(name: string, what: string): string {
  return `<workspace>/${name} already exists (${what}). It was left untouched.\nSet another private-key-path, or delete the existing file in an earlier step.`;
}

describe('create', () => {
  test('fails for a name that already exists, explains what to do, and changes nothing', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', {
      team: 'others',
      'ec2-key-pair-action:nonce': 'of another step',
    });
    const before = scenario.aws.keyPairs('eu-west-1');

    const run = await scenario.run([keyPairStep({ 'key-name': 'deploy', 'private-key-path': 'deploy.pem' })]);

    expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test('says that no one has the private key of a key pair that an earlier attempt of its run created', async () => {
    await using scenario = await openScenario();
    const step = keyPairStep({ 'key-name': 'deploy', 'key-type': 'ed25519', lifetime: 'run' });
    await scenario.run([step]);

    const rerun = await scenario.run([step], { github: { ...thisRun, runAttempt: '2' } });

    expect(annotated(stepOf(rerun), 'error').join()).toMatch(
      /^Key pair "deploy" already exists in eu-west-1 \(key-\w+, fingerprint \S+\)\. Attempt 1 of this run created it\. Unless it imported a key or saved the private key, no one has that\.\n/,
    );
  });

  test('leaves the key pair of an earlier step to that step', async () => {
    await using scenario = await openScenario();
    const inputs = { 'key-name': 'deploy', 'key-type': 'ed25519', lifetime: 'job' };
    let kept = 0;

    const job = scenario.start([
      keyPairStep(inputs, { name: 'first' }),
      keyPairStep(inputs, { name: 'second', 'continue-on-error': true }),
    ]);
    job.on('step-finished', ({ name }) => {
      if (name === 'Post second') kept = scenario.aws.keyPairs('eu-west-1').length;
    });
    const run = await job.finished;

    expect(stepOf(run, 'second').outcome).toBe('failure');
    expect(postOf(run, 'second').raw).toEqual([]);
    expect(kept).toBe(1);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test('sends no request for a path that already exists or leads out of the workspace', async () => {
    await using scenario = await openScenario();
    const outside = `${scenario.aside}/outside`;
    await mkdir(outside);
    const paths = [
      'file.pem',
      'folder.pem',
      'link.pem',
      'socket.pem',
      'elsewhere/key.pem',
      'file.pem/key.pem',
    ];

    const untouched = await scenario.run([obstacles(outside)]);
    const run = await scenario.run([
      obstacles(outside),
      ...paths.map((path) =>
        keyPairStep({ 'private-key-path': path }, { id: 'key', name: path, 'continue-on-error': true }),
      ),
    ]);

    expect(scenario.aws.requests).toEqual([]);
    expect(await readdir(outside)).toEqual([]);
    expect(run.files.workspace).toEqual(untouched.files.workspace);
    expect(run.files.workspace.map(({ path, type }) => `${type} ${path}`)).toEqual([
      'link elsewhere',
      'file file.pem',
      'folder folder.pem',
      'link link.pem',
      'socket socket.pem',
    ]);
    const told = paths.map((path) => annotated(stepOf(run, path), 'error').join('\n'));
    const { workspace } = run.folders;
    expect(
      told.map((text) => text.replaceAll(workspace, '<workspace>').replaceAll(outside, '<outside>')),
    ).toEqual([
      exists('file.pem', 'a file'),
      exists('folder.pem', 'a folder'),
      exists('link.pem', 'a link or device'),
      exists('socket.pem', 'a link or device'),
      '<workspace>/elsewhere/key.pem passes through a symbolic link to <outside>. Links are not followed.\nSet a private-key-path without links to other places. A checked-out repository can contain such links.',
      '<workspace>/file.pem is not a folder, so <workspace>/file.pem/key.pem cannot be created.\nSet another private-key-path.',
    ]);
  });

  test('sends no request if the private key would be discarded', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'private-key-path': 'none' })]);

    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      'private-key-path: "none" discards the private key unless output-private-key or ssh-agent is true, or store is set. Set a path, ssh-agent: true, or store: ssm.',
    );
    expect(operationsSent(scenario.aws)).toEqual([]);
  });
});
