import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';

const workflow = new URL('../../../src/runner/workflow.ts', import.meta.url).href;

/** The home folder in a job, and the variable in which the AWS SDK looks for it first. */
function homesWith(home: string): { readonly ofJob: string; readonly ofSdk: string } {
  const program = `
    const { jobFolders } = await import(${JSON.stringify(workflow)});
    console.log(JSON.stringify({ ofJob: jobFolders().home, ofSdk: process.env.HOME }));`;
  const env = { ...process.env, HOME: home, USERPROFILE: home };
  const args = ['--input-type=module', '--eval', program];
  return JSON.parse(execFileSync(findNode24(), args, { env, encoding: 'utf8' })) as {
    ofJob: string;
    ofSdk: string;
  };
}

describe('The home folder', () => {
  test('is the one that the environment names', () => {
    const home = path.resolve('/some/folder');
    expect(homesWith(home)).toEqual({ ofJob: home, ofSdk: home });
  });

  test.each(['', 'relative', './relative'])(
    'is that of the user if the environment names "%s": never in the current folder, which is the repository',
    (value) => {
      const { homedir } = userInfo();
      expect(homesWith(value)).toEqual({ ofJob: homedir, ofSdk: homedir });
    },
  );
});
