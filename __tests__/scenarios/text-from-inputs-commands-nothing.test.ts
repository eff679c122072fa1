import { describe, expect, test } from '@jest/globals';
import { hostileMessage, hostileName, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { containerParts, freshEd25519 } from '../lib/keys.ts';
import { managedTags } from '../lib/managed-tags.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';
import { broughtAbout, canaryStep } from './parts/obeyed.ts';
import { preload } from './parts/preload.ts';
import { Somebody } from './parts/somebody.ts';

const publicKey = `ssh-ed25519 ${containerParts(freshEd25519().key).publicKey.toString('base64')}`;
/** In folders whose names try to do something: a line end is a character like others there. */
const hostilePath = `${hostileName.replaceAll('/', '')}\n::add-mask::e\n::error::x/a\r##[add-mask]i\nprivate-key=evil`;
const mayFail = { 'continue-on-error': true } as const;

const named = { 'key-name': hostileName };
const theirs = { 'key-name': `${hostileName} 2` };

/** Each operation with names and paths that try to do something, and each way for it to fail with them. */
const steps: [string, Record<string, string | boolean>][] = [
  [
    'create',
    {
      ...named,
      'key-type': 'ed25519',
      'private-key-path': hostilePath,
      tags: `${hostileName}=${hostileName}`,
    },
  ],
  ['taken name', { ...named, 'key-type': 'ed25519' }],
  ['taken path', { 'key-type': 'ed25519', 'private-key-path': hostilePath }],
  ['prefix', { 'key-name-prefix': hostileName, 'key-type': 'ed25519', lifetime: 'job' }],
  ['ensure', { operation: 'ensure', ...named, 'private-key-path': hostilePath, tags: `${hostileName}=2` }],
  ['ensure theirs', { operation: 'ensure', ...theirs, 'private-key-path': hostilePath }],
  [
    'ensure new',
    { operation: 'ensure', 'key-name': `${hostileName} 3`, 'private-key-path': `${hostilePath}/3` },
  ],
  ['ensure another type', { operation: 'ensure', ...named, 'key-type': 'rsa' }],
  ['fetch', { operation: 'fetch', ...named, 'private-key-path': hostilePath, 'output-private-key': true }],
  ['fetch no file', { operation: 'fetch', ...named, 'private-key-path': `${hostilePath} 2` }],
  ['fetch a folder', { operation: 'fetch', ...named, 'private-key-path': `${hostilePath}/..` }],
  ['fetch nothing', { operation: 'fetch', 'key-name': `${hostileName} 4` }],
  [
    'import',
    {
      operation: 'import',
      'key-name': `${hostileName} 5`,
      'public-key': `${publicKey} ${hostileName}`,
      lifetime: 'job',
    },
  ],
  ['import another key', { operation: 'import', ...named, 'public-key': publicKey }],
  ['import no file', { operation: 'import', ...named, 'public-key-path': hostilePath.slice(1) }],
  ['import a private key', { operation: 'import', ...named, 'public-key-path': hostilePath }],
  ['describe', { operation: 'describe' }],
  ['delete theirs', { operation: 'delete', ...theirs }],
  ['delete nothing', { operation: 'delete', 'key-name': `${hostileName} 6` }],
  ['delete', { operation: 'delete', ...named }],
];

describe('brings nothing about', () => {
  test('as a value that cannot be used, of any input', async () => {
    await using scenario = await openScenario();
    const inputs = [
      'key-name',
      'key-name-prefix',
      'key-pair-id',
      'run-id',
      'key-type',
      'key-format',
      'tags',
      'lifetime',
    ];
    const more = [
      'expires-after',
      'output-private-key',
      'aws-region',
      'if-in-use',
      'force',
      'dry-run',
      'public-key',
    ];
    const all = (value: string) => Object.fromEntries([...inputs, ...more].map((input) => [input, value]));

    const run = await scenario.run([
      keyPairStep(all(hostileName.slice(0, 79)), { ...mayFail, name: 'a short one' }),
      keyPairStep(all('a\n::error::x\r##[add-mask]e'), { ...mayFail, name: 'of several lines' }),
      keyPairStep(all(hostileMessage), { ...mayFail, name: 'a long one' }),
      keyPairStep({ operation: hostileName.slice(0, 79) }, { ...mayFail, name: 'an operation' }),
      keyPairStep({ tags: hostileXmlTexts.join('\n') }, { ...mayFail, name: 'lines of tags' }),
      canaryStep,
    ]);

    expect(broughtAbout(run)).toEqual([]);
    const errors = (name: string) => annotated(stepOf(run, name), 'error').join('\n');
    expect(errors('a short one')).toContain('stop-commands');
    expect(errors('of several lines')).toContain('add-mask');
    expect(errors('a long one')).toMatch(/\(\d+ characters\)/);
    expect(errors('an operation')).toContain('stop-commands');
    expect(errors('lines of tags')).toContain('is not key=value');
  });

  test('as a name, a tag, a comment and a path that can be used, in all that is said of them', async () => {
    await using scenario = await openScenario();
    await new Somebody(scenario.aws).makes(theirs['key-name']);
    const run = await scenario.run(
      [...steps.map(([name, inputs]) => keyPairStep(inputs, { ...mayFail, name })), canaryStep],
      { debug: true },
    );

    expect(broughtAbout(run)).toEqual([]);
    const failed = steps.filter(([name]) => stepOf(run, name).outcome === 'failure').map(([name]) => name);
    expect(failed).toEqual([
      'taken name',
      'taken path',
      'ensure theirs',
      'ensure new',
      'ensure another type',
      'fetch no file',
      'fetch a folder',
      'fetch nothing',
      'import another key',
      'import no file',
      'import a private key',
      'delete theirs',
    ]);
    const { outputs } = stepOf(run, 'create');
    expect(outputs['key-name']).toBe(hostileName);
    expect(outputs['private-key-path']).toBe(`${run.folders.workspace}/${hostilePath}`);
    // Each did say it: else this test would show nothing.
    const silent = steps.filter(
      ([name]) => !stepOf(run, name).raw.some(({ text }) => text.includes('octocat')),
    );
    expect(silent.map(([name]) => name)).toEqual(['import a private key', 'delete nothing']);
  });

  test('as the same in what a dry run would do', async () => {
    await using scenario = await openScenario();
    const somebody = new Somebody(scenario.aws);
    await somebody.makes(named['key-name'], managedTags('octo/widgets', '4242'));
    await somebody.makes(theirs['key-name']);
    const dryRuns = steps
      .filter(([name]) => !name.startsWith('fetch'))
      .map(([name, inputs]) => ({
        name,
        step: keyPairStep({ ...inputs, 'dry-run': true }, { ...mayFail, name }),
      }));

    const run = await scenario.run([...dryRuns.map(({ step }) => step), canaryStep], { debug: true });

    expect(broughtAbout(run)).toEqual([]);
    const would = dryRuns.filter(({ name }) =>
      stepOf(run, name).log.some((line) => /^Dry run: would .*add-mask/.test(line)),
    );
    expect(would.map(({ name }) => name)).toEqual([
      'create',
      'taken name',
      'taken path',
      'prefix',
      'ensure new',
      'import',
      'delete',
    ]);
    expect(stepOf(run, 'delete').summary).toContain('would delete');
  });

  test('as the name and the path of what is left behind, in main and in post', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({
      on: 'DeleteKeyPair',
      times: Infinity,
      effect: { kind: 'refuse', code: hostileName, status: 403, message: hostileMessage },
    });

    const run = await scenario.run(
      [
        keyPairStep(
          { 'key-name': hostileName, 'key-type': 'ed25519', 'private-key-path': hostilePath },
          { ...mayFail },
        ),
        canaryStep,
      ],
      { host: scenario.host({ ...preload('full-disk'), FULL_DISK: 'GITHUB_OUTPUT' }), debug: true },
    );

    expect(broughtAbout(run)).toEqual([]);
    for (const step of [stepOf(run), postOf(run)]) {
      expect(step.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/Left behind: the key pair ".*stop-commands/s),
      ]);
    }
  });

  test('as the name and the path of what post removes', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([
      keyPairStep({
        'key-name': hostileName,
        lifetime: 'job',
        'key-type': 'ed25519',
        'private-key-path': hostilePath,
      }),
      canaryStep,
    ]);

    expect(broughtAbout(run)).toEqual([]);
    expect(postOf(run).log.join('\n')).toMatch(/Removed .*stop-commands[\s\S]*Removed .*stop-commands/);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test.each<[string, Record<string, string | undefined>]>([
    [
      'the profile',
      { AWS_PROFILE: hostileName, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined },
    ],
    ['the region', { AWS_REGION: hostileMessage, AWS_DEFAULT_REGION: undefined }],
    ['the endpoint', { AWS_ENDPOINT_URL: `http://${hostileName}` }],
    ['the id of the access key', { AWS_ACCESS_KEY_ID: hostileName }],
  ])('as a part of the AWS environment: %s', async (_, changes) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' }, mayFail), canaryStep], {
      host: scenario.host(changes),
      debug: true,
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(broughtAbout(run)).toEqual([]);
  });
});
