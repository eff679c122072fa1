import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { operations } from '../../../local/aws/server.ts';
import type { Site } from '../../lib/suite.ts';
import type { Endpoints } from './endpoints.ts';

/** Errors that no command line can be brought to cause. */
const beyondReach = [
  // It never leaves out the name of the action.
  'MissingAction',
  // The endpoint knows every parameter of its operations that the command line has.
  'UnknownParameter',
];

/** Nothing that the endpoint can do or say is left to itself. */
export async function checkCompleteness(site: Site, endpoints: Endpoints): Promise<void> {
  await site.check('every operation of the endpoint was carried out for the command line', () => {
    assert.deepEqual(
      [...operations].filter((operation) => !endpoints.executed.has(operation)),
      [],
    );
  });

  await site.check('every error of the endpoint was met by the command line', async () => {
    const known = await errorsInSource();
    assert.ok(known.has('InvalidKeyPair.Duplicate'), 'The errors cannot be found in the source any more');
    const unmet = [...known].filter((code) => !endpoints.errors.has(code));
    assert.deepEqual(unmet.sort(), beyondReach);
  });
}

/** The codes of all refusals that the endpoint's source has. */
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
