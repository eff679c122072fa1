import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import {
  actionFolder,
  annotated,
  keyPairStep,
  openScenario,
  postOf,
  type Scenario,
  stepOf,
} from '../lib/scenario.ts';

const inputs = { 'key-type': 'ed25519', 'key-name': 'deploy', lifetime: 'job' };

/** An environment in which no lookup of a name ends in a program of the action, and in which EC2 has a name. */
function withoutLookups({ aside, aws, host }: Scenario, program: string): Record<string, string> {
  const pipe = path.join(aside, 'pipe');
  execFileSync('mkfifo', [pipe]);
  return host({
    NODE_OPTIONS: `--import "${path.join(actionFolder, 'test-support/hold-lookups.ts')}"`,
    HELD_PROGRAM: program,
    HELD_PIPE: pipe,
    AWS_ENDPOINT_URL: aws.url.replace('127.0.0.1', 'localhost'),
  });
}

test.concurrent('main ends while a lookup of EC2’s name blocks a thread, and fails', async () => {
  await using scenario = await openScenario();

  const steps = [keyPairStep({ operation: 'describe' })];
  const run = await scenario.run(steps, { host: withoutLookups(scenario, 'main.js') });

  expect([stepOf(run).outcome, stepOf(run).exitCode]).toEqual(['failure', 1]);
  expect(annotated(stepOf(run), 'error').join()).toMatch(
    /^Could not list key pairs in eu-west-1: no connection after 5 s\. Nothing was sent/,
  );
});

test.concurrent('post ends while a lookup of EC2’s name blocks a thread, and says what is left', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep(inputs)], { host: withoutLookups(scenario, 'post.js') });

  expect([postOf(run).outcome, postOf(run).exitCode]).toEqual(['success', 0]);
  expect(annotated(postOf(run), 'warning')).toEqual([
    expect.stringMatching(
      /^Not cleaned up: key pair "deploy" .* To delete it yourself:\naws ec2 delete-key-pair/,
    ),
  ]);
  expect(run.files.temp.filter(({ path: name }) => name.endsWith('.pem'))).toEqual([]);
});

test.concurrent('while the program that credentials come from does not answer, post ends and says what is left', async () => {
  await using scenario = await openScenario();
  const program = path.join(scenario.aside, 'credentials');
  writeFileSync(program, '#!/bin/sh\nexec sleep 600\n');
  chmodSync(program, 0o755);
  const config = path.join(scenario.aside, 'config');
  writeFileSync(config, `[default]\ncredential_process = ${program}\n`);
  const change = ['AWS_ACCESS_KEY_ID=', 'AWS_SECRET_ACCESS_KEY=', `AWS_CONFIG_FILE=${config}`];
  const later = { run: change.map((line) => `echo '${line}' >> "$GITHUB_ENV"`).join('\n') };

  const run = await scenario.run([keyPairStep(inputs), later]);

  expect([postOf(run).outcome, postOf(run).exitCode]).toEqual(['success', 0]);
  expect(annotated(postOf(run), 'warning')).toEqual([
    expect.stringMatching(
      /^Not cleaned up: key pair "deploy" .* To delete it yourself:\naws ec2 delete-key-pair.*\nWhy: the step timed out /,
    ),
  ]);
  expect(run.files.temp.filter(({ path: name }) => name.endsWith('.pem'))).toEqual([]);
});
