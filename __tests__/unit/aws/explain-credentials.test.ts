import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { noCredentials, notLoaded } from '../../../src/aws/explain-credentials.ts';

test('How to set credentials is for the log alone, in two parts that can be pasted.', () => {
  const { hint = '', details = '' } = noCredentials();
  expect(hint.length).toBeLessThan(200);
  const [, job = '', step = ''] =
    /^in the job:\n(.+)\n\nas a step before this one:\n(.+)$/s.exec(details) ?? [];
  expect(parse(`jobs:\n  build:\n    runs-on: ubuntu-latest\n${job}`)).toEqual({
    jobs: { build: { 'runs-on': 'ubuntu-latest', permissions: { 'id-token': 'write', contents: 'read' } } },
  });
  expect(parse(`    steps:\n      - uses: actions/checkout@v5\n${step}`)).toEqual({
    steps: [
      { uses: 'actions/checkout@v5' },
      {
        uses: expect.stringMatching(/^aws-actions\/configure-aws-credentials@v\d+$/),
        with: { 'role-to-assume': 'arn:aws:iam::<account>:role/<role>', 'aws-region': '<region>' },
      },
    ],
  });
});

test('What the SDK says of its own variables is not printed.', () => {
  const error = new TypeError("Cannot read properties of undefined (reading 'the secret')");
  expect(notLoaded('sso_session of profile "ci"', error).message).toBe(
    'AWS credentials could not be loaded from sso_session of profile "ci": the configuration, or the answer, is incomplete',
  );
});
