import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { OtherUser } from '../../test-support/other-user.ts';
import { keyLeaks, keyPairStep, openScenario } from '../lib/scenario.ts';

const mayFail = { 'continue-on-error': true };

test.concurrent.each<{ what: string; change: (pem: string) => string }>([
  { what: 'belongs to another key pair', change: (pem) => pem },
  { what: 'is incomplete', change: (pem) => pem.slice(0, 300) },
  { what: 'is not PEM', change: (pem) => pem.replaceAll('-----', '') },
  { what: 'is in the file twice', change: (pem) => pem + pem },
])('a private key that $what is not printed by fetch, ensure, or import', async ({ change }) => {
  await using scenario = await openScenario();
  const otherUser = new OtherUser(scenario.aws);
  const { pem } = await otherUser.create('other');
  await otherUser.create('deploy');
  const file = path.join(scenario.aside, 'kept');
  await writeFile(file, change(pem), { mode: 0o600 });

  const run = await scenario.run(
    [
      keyPairStep(
        { operation: 'fetch', 'key-name': 'deploy', 'private-key-path': file, 'output-private-key': true },
        mayFail,
      ),
      keyPairStep({ operation: 'ensure', 'key-name': 'deploy', 'private-key-path': file }, mayFail),
      keyPairStep({ operation: 'import', 'key-name': 'new', 'public-key-path': file }, mayFail),
    ],
    { debug: true },
  );

  expect(run.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['failure', 'failure', 'failure']);
  expect(keyLeaks(run, scenario)).toEqual([]);
});
