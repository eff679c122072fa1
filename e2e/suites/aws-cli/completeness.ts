import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { operations } from '../../../local/aws/server.ts';
import type { Site } from '../../lib/suite.ts';
import type { Endpoints } from './endpoints.ts';

/** Errors that the AWS CLI cannot cause. */
const unreachableErrors = [
  // It always sends the name of the action.
  'MissingAction',
  // The endpoint supports every parameter that the AWS CLI can send to its operations.
  'UnknownParameter',
];

/** Every operation and every error of the endpoint is covered. */
export async function checkCompleteness(site: Site, endpoints: Endpoints): Promise<void> {
  await site.check('the AWS CLI has called every operation of the endpoint', () => {
    assert.deepEqual(
      [...operations].filter((operation) => !endpoints.executed.has(operation)),
      [],
    );
  });

  await site.check('the AWS CLI has received every error of the endpoint', async () => {
    const known = await errorsInSource();
    assert.ok(known.has('InvalidKeyPair.Duplicate'), 'The errors are no longer found in the source');
    const missing = [...known].filter((code) => !endpoints.errors.has(code));
    assert.deepEqual(missing.sort(), unreachableErrors);
  });
}

/** The codes of all errors in the endpoint's source. */
async function errorsInSource(): Promise<Set<string>> {
  const folder = path.join(import.meta.dirname, '../../../local/aws');
  const codes = new Set<string>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const source = await readFile(path.join(folder, file), 'utf8');
    for (const [, code = ''] of source.matchAll(/new AwsError\(\s*'([^']+)'/g)) codes.add(code);
  }
  return codes;
}
