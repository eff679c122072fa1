import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { createSshKey } from './parts/ssh-keygen.ts';

/** Steps that fail before they would look at a public key, or that take none. */
test.each<[string, (key: string) => Record<string, string>, Record<string, string | undefined>]>([
  ['no Region is set', (key) => ({ operation: 'import', 'public-key': key }), { AWS_REGION: undefined }],
  ['another input is invalid', (key) => ({ operation: 'import', 'public-key': key, lifetime: 'a day' }), {}],
  ['it is in an input of another operation', (key) => ({ 'public-key': key }), {}],
  ['it is in tags', (key) => ({ tags: `owner=me\nkey=${key}` }), {}],
  ['it is in private-key-path', (key) => ({ operation: 'fetch', 'private-key-path': key }), {}],
])('a private key is masked, and not quoted, although %s', async (_, inputsOf, changes) => {
  await using scenario = await openScenario();
  const file = await createSshKey(scenario.aside);
  const key = await readFile(file, 'utf8');
  // The line that begins with the length of the private key, which is followed by its seed.
  const seed = /^AAAE([A-Za-z0-9+/]{40})/m.exec(key)?.[1];

  const run = await scenario.run(
    [keyPairStep(inputsOf(key)), { name: 'print', if: 'always()', run: `cat '${file}'` }],
    { host: scenario.host(changes) },
  );

  const step = stepOf(run);
  expect(annotated(step, 'error').join()).toContain('contains a private key.');
  expect(annotated(step, 'error').join()).toContain('replace the key');
  const shown = [...annotated(step, 'error'), ...stepOf(run, 'print').log].join('\n');
  expect(shown).toContain('BEGIN OPENSSH');
  expect(shown).not.toContain(seed?.slice(0, 20));
  expect(scenario.aws.requests).toEqual([]);
});
