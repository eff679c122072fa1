import assert from 'node:assert/strict';
import { type Endpoint, region } from './endpoints.ts';

/** A command that has to fail: with which error code. */
type FailingCommand = readonly [sentence: string, code: string, args: readonly string[]];

const notFound = 'ResourceNotFoundException';

/** Invalid requests to Parameter Store and Secrets Manager, and requests for what does not exist. */
export async function checkStoreErrors({ site, aws, cli }: Endpoint): Promise<void> {
  await cli.text(...put('/taken'));
  await cli.text(...create('taken'));
  const before = [aws.parameters(region), aws.secrets(region)];
  for (const [sentence, code, args] of [...parameterErrors(), ...secretErrors(), ...errorsOfBoth()]) {
    await site.check(`${sentence} causes ${code}`, async () => {
      assert.equal((await cli.awsError(...args)).code, code);
      assert.deepEqual([aws.parameters(region), aws.secrets(region)], before);
    });
  }
  await checkRejections({ site, aws, cli });
}

/** What both say to a caller that they do not know, or that asks too often. */
async function checkRejections({ site, aws, cli }: Endpoint): Promise<void> {
  const get = ['ssm', 'get-parameter', '--name', '/taken'];
  await site.check('wrong credentials cause the errors of JSON services', async () => {
    const unknown = cli.with({ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' });
    const wrong = cli.with({ AWS_SECRET_ACCESS_KEY: 'wrong' });
    const codes = [(await unknown.awsError(...get)).code, (await wrong.awsError(...get)).code];
    aws.faults.add({ on: 'GetParameter', effect: { kind: 'expired-credentials' } });
    codes.push((await cli.awsError(...get)).code);
    assert.deepEqual(codes, [
      'UnrecognizedClientException',
      'InvalidSignatureException',
      'ExpiredTokenException',
    ]);
  });
  await site.check('a throttled call fails with ThrottlingException', async () => {
    aws.faults.add({ on: 'GetParameter', effect: { kind: 'throttle' } });
    const { code } = await cli.with({ AWS_MAX_ATTEMPTS: '1' }).awsError(...get);
    assert.equal(code, 'ThrottlingException');
  });
}

function put(name: string, ...more: readonly string[]): readonly string[] {
  const value = more.includes('--value') ? [] : ['--value', 'x'];
  return ['ssm', 'put-parameter', '--type', 'SecureString', '--name', name, ...value, ...more];
}

function create(name: string, ...more: readonly string[]): readonly string[] {
  const value = more.includes('--secret-string') ? [] : ['--secret-string', 'x'];
  return ['secretsmanager', 'create-secret', '--name', name, ...value, ...more];
}

function parameterErrors(): readonly FailingCommand[] {
  const get = (name: string) => ['ssm', 'get-parameter', '--with-decryption', '--name', name];
  const tags = (type: string) => ['ssm', 'list-tags-for-resource', '--resource-type', type];
  return [
    ['an existing parameter', 'ParameterAlreadyExists', put('/taken')],
    [
      'a parameter with tags and --overwrite',
      'ValidationException',
      put('/x', '--overwrite', '--tags', 'Key=a,Value=b'),
    ],
    ['a parameter of 4,097 characters', 'ValidationException', put('/x', '--value', 'x'.repeat(4097))],
    ['a parameter whose name starts with ssm', 'ValidationException', put('/ssm/x')],
    ['a parameter with 16 levels', 'HierarchyLevelLimitExceededException', put('/a'.repeat(16))],
    ['a parameter with a key that does not exist', 'InvalidKeyId', put('/x', '--key-id', 'alias/none')],
    [
      'a parameter with a comma in a tag',
      'ValidationException',
      put('/x', '--tags', '[{"Key":"a","Value":"b,c"}]'),
    ],
    [
      'a parameter with 51 tags',
      'TooManyTagsError',
      put(
        '/x',
        '--tags',
        JSON.stringify(Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: '' }))),
      ),
    ],
    ['a parameter that does not exist', 'ParameterNotFound', get('/none')],
    ['a version that does not exist', 'ParameterVersionNotFound', get('/taken:2')],
    [
      'deleting a parameter that does not exist',
      'ParameterNotFound',
      ['ssm', 'delete-parameter', '--name', '/none'],
    ],
    [
      'tags of a parameter that does not exist',
      'InvalidResourceId',
      [...tags('Parameter'), '--resource-id', '/none'],
    ],
    ['tags of another type', 'InvalidResourceType', [...tags('Document'), '--resource-id', 'x']],
  ];
}

function secretErrors(): readonly FailingCommand[] {
  const get = ['secretsmanager', 'get-secret-value', '--secret-id'];
  return [
    ['an existing secret', 'ResourceExistsException', create('taken')],
    ['a secret with a space in its name', 'InvalidParameterException', create('a b')],
    ['a secret with a key that does not exist', notFound, create('x', '--kms-key-id', 'alias/none')],
    ['a secret that does not exist', notFound, [...get, 'none']],
    [
      'a version of a secret that does not exist',
      notFound,
      [...get, 'taken', '--version-id', 'x'.repeat(32)],
    ],
    [
      'deleting a secret that does not exist',
      notFound,
      ['secretsmanager', 'delete-secret', '--secret-id', 'none'],
    ],
  ];
}

function errorsOfBoth(): readonly FailingCommand[] {
  return [
    ['another call of Systems Manager', 'UnknownOperationException', ['ssm', 'describe-parameters']],
    ['another call of Secrets Manager', 'UnknownOperationException', ['secretsmanager', 'list-secrets']],
    [
      'a request without a signature',
      'MissingAuthenticationTokenException',
      ['ssm', 'get-parameter', '--name', '/taken', '--no-sign-request'],
    ],
  ];
}
