import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { GitHubFacts, JobRun } from '../../local/runner/job.ts';
import { leaksIn } from '../../test-support/leaks.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import {
  actionFolder,
  annotated,
  keyLeaks,
  keyPairStep,
  node24,
  openScenario,
  postOf,
  type Scenario,
  stepOf,
  tagsOf,
  thisRun,
} from '../lib/scenario.ts';
import { runPost } from './parts/run-post.ts';

/** Prints and writes what the process does, as tracers of other people do. */
const tracer = `const http = require('node:http');
const fs = require('node:fs');
const { request } = http;
http.request = (...args) => {
  console.error('tracer:', JSON.stringify(args[0]));
  return request(...args);
};
const { writeFileSync } = fs;
fs.writeFileSync = (...args) => {
  console.error('tracer:', String(args[0]));
  return writeFileSync(...args);
};`;

describe('No character of the private key can be read anywhere, and the job cleans up, with', () => {
  /** `trace`: what shows that the setting had an effect, in what was printed or in the names of files that were written. */
  test.each<[what: string, variables: (folder: string) => Record<string, string>, trace: RegExp]>([
    [
      'warnings traced',
      () => ({ NODE_OPTIONS: '--trace-exit --trace-warnings --trace-uncaught --enable-source-maps' }),
      /./,
    ],
    [
      'a profile of the CPU',
      (folder) => ({ NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` }),
      /CPU\.\S+\.cpuprofile/,
    ],
    [
      'a profile of the heap',
      (folder) => ({ NODE_OPTIONS: `--heap-prof --heap-prof-dir=${folder}` }),
      /Heap\.\S+\.heapprofile/,
    ],
    [
      'trace events',
      (folder) => ({
        NODE_OPTIONS: `--trace-event-categories node,node.fs.sync,node.http,node.async_hooks,v8 --trace-event-file-pattern=${folder}/trace-\${pid}.log`,
      }),
      /trace-\d+\.log/,
    ],
    [
      'an inspector',
      () => ({ NODE_OPTIONS: '--inspect=127.0.0.1:0 --max-old-space-size=96' }),
      /Debugger listening/,
    ],
    [
      'a tracer that is required',
      (folder) => ({ NODE_OPTIONS: `--require ${folder}/tracer.cjs` }),
      /^tracer: /m,
    ],
    ['all of Node’s own debugging', () => ({ NODE_DEBUG: '*' }), /^HTTP \d+: /m],
    [
      'Node’s debugging of the network',
      () => ({ NODE_DEBUG: 'http,https,net,tls,stream,fs,module' }),
      /^NET \d+: /m,
    ],
    ['coverage', (folder) => ({ NODE_V8_COVERAGE: folder }), /coverage-\S+\.json/],
    [
      'a Turkish locale, another time zone, and colors',
      () => ({ LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati', FORCE_COLOR: '3', DEBUG: '*' }),
      /./,
    ],
    [
      'no locale, and an OPENSSL_CONF that does not exist',
      () => ({ LC_ALL: 'C', OPENSSL_CONF: '/nonexistent/openssl.cnf' }),
      /./,
    ],
  ])('%s', async (_, variables, trace) => {
    await using scenario = await openScenario();
    const traces = path.join(scenario.aside, 'traces');
    await mkdir(traces);
    await writeFile(path.join(traces, 'tracer.cjs'), tracer);

    const run = await scenario.run([keyPairStep({ 'output-private-key': true })], {
      host: scenario.host(variables(traces)),
    });

    expectCleanedUp(scenario, run);
    expect(`${run.raw}\n${globSync('*', { cwd: traces }).join(' ')}`).toMatch(trace);
    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(leaksInFiles([traces, run.folders.workspace], scenario)).toEqual([]);
  });

  test('step debugging', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'output-private-key': true })], { debug: true });

    expectCleanedUp(scenario, run);
    expect(keyLeaks(run, scenario)).toEqual([]);
  });
});

describe('A key pair is created and cleaned up', () => {
  test.each<[what: string, facts: Partial<GitHubFacts>, repository: string]>([
    [
      'a GitHub Enterprise Server with a port',
      { serverUrl: 'https://GHES.example.com:8443' },
      'ghes.example.com:8443/octo/widgets',
    ],
    ['a data residency host', { serverUrl: 'https://tenant.ghe.com' }, 'tenant.ghe.com/octo/widgets'],
    ['a repository with dots and capitals', { repository: 'My.Org/wid.gets' }, 'github.com/My.Org/wid.gets'],
    ['a Unicode job name of 300 characters', { job: 'größe-日本-'.repeat(30) }, 'github.com/octo/widgets'],
  ])('on %s', async (_, facts, repository) => {
    await using scenario = await openScenario();
    const tags: Record<string, string>[] = [];
    const stop = scenario.aws.onExecuted(() => {
      stop();
      tags.push(tagsOf(scenario.aws, scenario.aws.keyPairs('eu-west-1')[0]?.name ?? ''));
    });

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' })], {
      github: { ...thisRun, ...facts },
    });

    expectCleanedUp(scenario, run);
    expect(tags[0]?.['ec2-key-pair-action:repository']).toBe(repository);
  });

  test('by a runner that sets no attempt, no job, and no summary', async () => {
    await using scenario = await openScenario();
    const missing = ['GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'GITHUB_STEP_SUMMARY'];

    const run = await runWithout(missing, scenario);

    const { env, state, outputs } = stepOf(run, 'direct');
    expect(run.conclusion).toBe('success');
    expect(outputs['key-name']).toMatch(/^gha-widgets-4242-1-[0-9a-f]{8}$/);
    const own = Object.entries(env).filter(([name]) => !missing.includes(name));
    const { code, printed } = await runPost({
      ...Object.fromEntries(own),
      STATE_ledger: state['ledger'] ?? '',
    });
    expect(code).toBe(0);
    expect(printed).not.toContain('::warning');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });
});

test.each(['GITHUB_STATE', 'GITHUB_OUTPUT'])(
  'Without %s, the step fails, names it, and leaves nothing',
  async (variable) => {
    await using scenario = await openScenario();

    const run = await runWithout([variable], scenario);

    expect(annotated(stepOf(run, 'direct'), 'error')[0]).toContain(`${variable} is not set`);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(keyLeaks(run, scenario)).toEqual([]);
  },
);

test('If the Region is a secret, only the output with the Region is dropped between jobs', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' })], {
    secrets: { AWS_REGION: 'eu-west-1' },
    outputs: {
      name: '${{ steps.key.outputs.key-name }}',
      id: '${{ steps.key.outputs.key-pair-id }}',
      fingerprint: '${{ steps.key.outputs.key-fingerprint }}',
      region: '${{ steps.key.outputs.aws-region }}',
    },
  });

  const { outputs } = stepOf(run);
  expect(run.outputs).toEqual({
    name: outputs['key-name'],
    id: outputs['key-pair-id'],
    fingerprint: outputs['key-fingerprint'],
  });
  expectCleanedUp(scenario, run);
});

function expectCleanedUp({ aws, keys }: Scenario, run: JobRun): void {
  expect(run.conclusion).toBe('success');
  expect(keys).toHaveLength(1);
  expect(annotated(postOf(run), 'warning')).toEqual([]);
  expect(aws.keyPairs('eu-west-1')).toEqual([]);
}

/** What can be read of the private keys in the files of these folders. */
function leaksInFiles(folders: readonly string[], { keys }: Scenario) {
  const files = folders.flatMap((cwd) => globSync('**/*', { cwd }).map((name) => path.join(cwd, name)));
  const texts = files
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, readFileSync(file, 'latin1')] as const);
  return leaksIn(texts, SecretPieces.ofKeys(keys));
}

/** Runs main in an environment without these variables. */
function runWithout(variables: readonly string[], scenario: Scenario): Promise<JobRun> {
  const unset = variables.map((name) => `-u ${name}`).join(' ');
  const main = path.join(actionFolder, 'dist/main.js');
  const step = {
    id: 'direct',
    name: 'direct',
    run: `env ${unset} 'INPUT_KEY-TYPE=ed25519' '${node24}' '${main}'`,
  };
  return scenario.run([step], { keepTemp: true });
}
