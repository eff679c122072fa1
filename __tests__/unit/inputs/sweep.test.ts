import { describe, expect, test } from '@jest/globals';
import { someRun } from '../../lib/workflow-run.ts';
import { problemsOf, readAs } from './reading.ts';

describe('sweep selects key pairs', () => {
  test('of this repository, if repository is not set', () => {
    expect(readAs('sweep', {}).repositories).toEqual(['github.com/octo/widgets']);
  });

  test('of the repositories in the lines of repository, on the server of this one', () => {
    const onServer = { ...someRun, repository: 'ghe.example:8443/octo/widgets' };
    const inputs = { repository: 'octo/a\n\n  octo/b.c\r\n' };
    expect(readAs('sweep', inputs).repositories).toEqual(['github.com/octo/a', 'github.com/octo/b.c']);
    expect(readAs('sweep', inputs, onServer).repositories).toEqual([
      'ghe.example:8443/octo/a',
      'ghe.example:8443/octo/b.c',
    ]);
  });

  test('of all repositories, with *', () => {
    expect(readAs('sweep', { repository: ' * ' }).repositories).toBe('any');
  });

  test('with the tags of tags, also with those that the action sets itself', () => {
    expect(readAs('sweep', { tags: 'ec2-key-pair-action:job=build' }).tags).toEqual([
      { key: 'ec2-key-pair-action:job', value: 'build' },
    ]);
  });
});

test.each([
  ['widgets', 'repository: "widgets" must have the form owner/name.'],
  ['https://github.com/octo/widgets', 'must have the form owner/name.'],
  ['octo/a\nocto/*', 'repository: "octo/*" must have the form owner/name.'],
  ['octo/a\n*', 'repository: "*" cannot be combined with other repositories.'],
  [
    Array.from({ length: 101 }, (_, index) => `octo/r${index}`).join('\n'),
    'has more than the maximum of 100 repositories.',
  ],
])('sweep does not accept %j as repository', (repository, problem) => {
  expect(problemsOf({ operation: 'sweep', repository })).toEqual([expect.stringContaining(problem)]);
});

test('sweep needs no token before it has something to ask', () => {
  expect(readAs('sweep', {}).githubToken).toBeUndefined();
  expect(readAs('sweep', { 'github-token': ' t0ken\n' }).githubToken).toBe('t0ken');
});
