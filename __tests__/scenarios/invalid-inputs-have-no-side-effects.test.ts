import { beforeAll, describe, expect, test } from '@jest/globals';
import type { JobRun } from '../../local/runner/job.ts';
import { hostileMessage, hostileName, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { annotated, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { canaryStep, sideEffectsIn, sideEffectsOf } from './parts/side-effects.ts';

const inputNames = [
  'key-name',
  'key-name-prefix',
  'key-pair-id',
  'run-id',
  'key-type',
  'key-format',
  'tags',
  'lifetime',
  'expires-after',
  'output-private-key',
  'aws-region',
  'role-to-assume',
  'if-in-use',
  'force',
  'dry-run',
  'public-key',
  'repository',
  'older-than',
];

function everyInput(value: string): Record<string, string> {
  return Object.fromEntries(inputNames.map((name) => [name, value]));
}

/** Few enough for the maximum of tags. */
const perList = 10;
const tagLists = Array.from({ length: Math.ceil(hostileXmlTexts.length / perList) }, (_, index) =>
  hostileXmlTexts.slice(index * perList, (index + 1) * perList).join('\n'),
);

const mayFail = { 'continue-on-error': true } as const;

describe('an invalid value that tries to have side effects', () => {
  const cases = [
    {
      value: 'a short value of every input',
      inputs: everyInput(hostileName.slice(0, 79)),
      error: /stop-commands/,
    },
    {
      value: 'a value with several lines of every input',
      inputs: everyInput('a\n::error::x\r##[add-mask]e'),
      error: /add-mask/,
    },
    { value: 'a long value of every input', inputs: everyInput(hostileMessage), error: /\(\d+ characters\)/ },
    { value: 'an operation', inputs: { operation: hostileName.slice(0, 79) }, error: /stop-commands/ },
    ...tagLists.map((tags, index) => ({
      value: `list ${index} of tags`,
      inputs: { tags },
      error: /must have the form key=value/,
    })),
  ];
  let run: JobRun;

  beforeAll(async () => {
    await using scenario = await openScenario();
    const steps = cases.map(({ value, inputs }) => keyPairStep(inputs, { ...mayFail, name: value }));
    run = await scenario.run([...steps, canaryStep]);
  });

  test.each(cases)('$value is quoted in the error and does nothing else', ({ value, error }) => {
    expect(annotated(stepOf(run, value), 'error').join('\n')).toMatch(error);
    expect(sideEffectsOf(stepOf(run, value))).toEqual([]);
  });

  test('the job gets no mask, no markup, and no command', () => {
    expect(sideEffectsIn(run)).toEqual([]);
  });
});

test.each<[string, Record<string, string | undefined>]>([
  ['profile', { AWS_PROFILE: hostileName, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }],
  ['region', { AWS_REGION: hostileMessage, AWS_DEFAULT_REGION: undefined }],
  ['endpoint', { AWS_ENDPOINT_URL: `http://${hostileName}` }],
  ['access key ID', { AWS_ACCESS_KEY_ID: hostileName }],
])('an invalid %s in the AWS environment fails the step and does nothing else', async (_, variables) => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' }, mayFail), canaryStep], {
    host: scenario.host(variables),
    debug: true,
  });

  expect(stepOf(run).outcome).toBe('failure');
  expect(sideEffectsIn(run)).toEqual([]);
});
