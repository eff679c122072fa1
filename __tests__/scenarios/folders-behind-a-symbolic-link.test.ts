import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { annotated, copyKeyStep, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

test.each([
  [
    'the workspace',
    { 'private-key-path': 'keys/deploy.pem' },
    [expect.stringContaining('is in the workspace')],
  ],
  ['the temp folder', {}, []],
])(
  'a key in %s behind a link is created and deleted, with a warning if uploads would include it',
  async (_, place, warnings) => {
    await using scenario = await openScenario();
    const root = path.join(scenario.aside, 'link');
    await mkdir(path.join(scenario.aside, 'job'));
    await symlink('job', root);
    const copy = path.join(scenario.aside, 'copy.pem');

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519', ...place }), copyKeyStep(copy)], {
      root,
    });

    expect([run.conclusion, postOf(run).outcome]).toEqual(['success', 'success']);
    expect(await readFile(copy, 'utf8')).toMatch(/^-----BEGIN /);
    expect(annotated(stepOf(run), 'warning')).toEqual(warnings);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(
      [...run.files.workspace, ...run.files.temp].filter(({ path: name }) => /\.pem$|^keys/.test(name)),
    ).toEqual([]);
  },
);
