import { beforeAll, describe, expect, test } from '@jest/globals';
import type { JobRun } from '../../local/runner/job.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { hostileMessage, hostileName, hostileXmlTexts } from '../lib/hostile-texts.ts';
import { keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { hostileNameOfInput, publicKey } from './parts/hostile-inputs.ts';
import {
  ec2Answer,
  ec2Error,
  type Fields,
  type ScriptedAnswer,
  startScriptedEndpoint,
} from './parts/scripted-endpoint.ts';
import { canaryStep, sideEffectsIn, sideEffectsOf } from './parts/side-effects.ts';

const named = { 'key-name': hostileNameOfInput };

/** Every operation. */
const operations: Readonly<Record<string, Record<string, string | boolean>>> = {
  create: { operation: 'create', 'key-type': 'ed25519', ...named },
  ensure: { operation: 'ensure', ...named },
  import: { operation: 'import', ...named, 'public-key': publicKey },
  fetch: { operation: 'fetch', ...named },
  describe: { operation: 'describe' },
  delete: { operation: 'delete', ...named, force: true },
  'dry run': { operation: 'create', 'dry-run': true },
};
const operationNames = Object.keys(operations);

/** What EC2, or a proxy in front of it, responds to a request. */
type Respond = (action: string, parameters: URLSearchParams) => ScriptedAnswer;

/** Runs operations in one job, with debug logging. */
async function runOperations(respond: Respond, names: readonly string[] = operationNames): Promise<JobRun> {
  await using scenario = await openScenario();
  await using endpoint = await startScriptedEndpoint(respond);
  const steps = names.map((name) => keyPairStep(operations[name] ?? {}, { name, 'continue-on-error': true }));
  return await scenario.run([...steps, canaryStep], {
    host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }),
    debug: true,
    // All of these jobs run at once, and most of them try again until their time is up.
    times: { limit: 170_000 },
  });
}

const page = `<html><body>page of the proxy\n${hostileMessage}</body></html>`;
const proxyPage = (status: number): ScriptedAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: page,
});

/** A key pair whose every field tries to have side effects. */
const hostilePair = (keyName: string): Fields => ({
  keyPairId: hostileMessage,
  keyName,
  keyFingerprint: hostileMessage,
  keyType: hostileMessage,
  publicKey: `${publicKey} ${hostileName}`,
  tagSet: [
    ...hostileXmlTexts.map((text) => ({ key: text, value: text })),
    ...Object.entries(managedTags()).map(([key, value]) => ({ key, value })),
  ],
});

/** Responses that make every operation fail. */
const errors: { response: string; respond: Respond; isPrinted: boolean }[] = [
  {
    response: 'an error with hostile code, message, and request ID',
    respond: () => ec2Error(hostileName, hostileMessage, hostileMessage),
    isPrinted: true,
  },
  { response: 'an error page of a proxy', respond: () => proxyPage(403), isPrinted: false },
  { response: 'a page of a proxy with status 200', respond: () => proxyPage(200), isPrinted: false },
];

const respondWithPair: Respond = (action, parameters) => {
  if (action === 'DescribeKeyPairs') {
    return ec2Answer(action, { keySet: [hostilePair(parameters.get('KeyName.1') ?? hostileMessage)] });
  }
  return action === 'DeleteKeyPair'
    ? ec2Answer(action, { return: 'true', keyPairId: hostileMessage })
    : ec2Error('InvalidKeyPair.Duplicate', 'x', 'y');
};

/** By the index of the error, one job for each operation. */
let failedRuns: readonly (readonly JobRun[])[] = [];
let runWithPair: JobRun;

// Most of the time, the steps wait until they retry: the jobs do so at the same time.
beforeAll(async () => {
  [runWithPair, failedRuns] = await Promise.all([
    runOperations(respondWithPair),
    Promise.all(
      errors.map(({ respond }) => Promise.all(operationNames.map((name) => runOperations(respond, [name])))),
    ),
  ]);
}, 180_000);

describe.each(errors.map((error, index) => ({ ...error, index })))(
  'when EC2 responds with $response',
  ({ index, isPrinted }) => {
    test.each(operationNames)('%s fails and does nothing else', (name) => {
      const step = stepOf(failedRun(index, name), name);
      expect(step.outcome).toBe('failure');
      expect(sideEffectsOf(step)).toEqual([]);
      // A step that does not print an error of EC2 would show nothing.
      if (isPrinted) expect(step.log.join('\n')).toContain('pwned');
    });

    test('the job gets no mask, no markup, no command, and no page', () => {
      for (const name of operationNames) {
        expect(sideEffectsIn(failedRun(index, name))).toEqual([]);
        expect(failedRun(index, name).raw).not.toContain('page of the proxy');
      }
    });
  },
);

function failedRun(index: number, name: string): JobRun {
  const run = failedRuns[index]?.[operationNames.indexOf(name)];
  if (run === undefined) throw new Error('This job did not run');
  return run;
}

describe('when the key pair exists and each of its fields is hostile', () => {
  test.each(operationNames)('%s has no side effects', (name) => {
    const step = stepOf(runWithPair, name);
    expect(sideEffectsOf(step)).toEqual([]);
    // The dry run asks EC2 only whether it may create a key pair.
    expect(step.log.join('\n').includes('pwned')).toBe(name !== 'dry run');
  });

  test('the job gets no mask, no markup, and no command', () => {
    expect(sideEffectsIn(runWithPair)).toEqual([]);
  });

  test('outputs have the text as it is', () => {
    const list: unknown = JSON.parse(stepOf(runWithPair, 'describe').outputs['key-pairs'] ?? '');
    expect(list).toEqual([expect.objectContaining({ keyName: hostileMessage })]);
    expect(stepOf(runWithPair, 'fetch').outputs['key-name']).toBe(hostileNameOfInput);
  });
});

/** A job that imports a key pair, and may do nothing else with it. */
async function importWith(fields: Fields): Promise<JobRun> {
  await using scenario = await openScenario();
  await using endpoint = await startScriptedEndpoint((action, parameters) => {
    if (action !== 'ImportKeyPair')
      return ec2Error('UnauthorizedOperation', hostileMessage, hostileName, 403);
    return ec2Answer(action, {
      keyPairId: 'key-0a',
      keyName: parameters.get('KeyName') ?? '',
      keyFingerprint: 'aa:bb',
      ...fields,
    });
  });
  return await scenario.run(
    [
      keyPairStep(
        { operation: 'import', 'key-name-prefix': hostileNameOfInput, 'public-key': publicKey },
        { 'continue-on-error': true },
      ),
      canaryStep,
    ],
    { host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }), debug: true },
  );
}

test('the fingerprint of an imported key pair has no side effects in main and post', async () => {
  const run = await importWith({ keyFingerprint: hostileMessage });

  expect(stepOf(run).outcome).toBe('success');
  expect(sideEffectsIn(run)).toEqual([]);
  expect(stepOf(run).outputs['key-fingerprint']).toBe(hostileMessage);
  expect(run.steps.find(({ phase }) => phase === 'post')?.annotations).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^Not cleaned up: key pair .*\nWhy: UnauthorizedOperation/s),
    }),
  ]);
});

test.each<[string, Fields]>([
  ['ID', { keyPairId: hostileMessage }],
  ['name', { keyName: hostileMessage }],
])(
  'an import whose response has another %s fails without side effects, and prints neither',
  async (_, fields) => {
    const run = await importWith(fields);

    expect(stepOf(run).outcome).toBe('failure');
    expect(sideEffectsIn(run)).toEqual([]);
    expect(stepOf(run).log.join('\n')).toContain('DamagedResponse');
  },
);
