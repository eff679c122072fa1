import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { storeProblems } from '../../../src/inputs/store.ts';
import { parseReference, referenceFor, referenceText } from '../../../src/inputs/store-reference.ts';
import { type GivenInputs, rawInputs } from './reading.ts';

const problemsOf = (inputs: GivenInputs): string[] => storeProblems(rawInputs(inputs));

describe('The input store', () => {
  test.each([
    ['ssm', 'ssm:/ec2/keypair/deploy'],
    ['SSM', 'ssm:/ec2/keypair/deploy'],
    ['secrets-manager', 'secrets-manager:ec2-ssh-key/deploy/private'],
    ['ssm:/team/{key-name}/{key-name}', 'ssm:/team/deploy/deploy'],
    ['ssm:deploy-key', 'ssm:deploy-key'],
    ['Secrets-Manager:team/Key', 'secrets-manager:team/Key'],
  ])('%s stands for %s', (store, expected) => {
    const reference = referenceFor(store, 'deploy');
    expect(reference && referenceText(reference)).toBe(expected);
    expect(parseReference(expected)).toEqual(reference);
    expect(problemsOf({ store, 'key-name': 'deploy' })).toEqual([]);
    expect(problemsOf({ store })).toEqual([]);
  });

  test.each([
    ['vault', 'must be ssm, secrets-manager, ssm:/path, or secrets-manager:name'],
    ['vault:x', 'must be ssm, secrets-manager, ssm:/path, or secrets-manager:name'],
    ['ssm:', 'must be ssm, secrets-manager, ssm:/path, or secrets-manager:name'],
    ['ssm:/a b', 'has characters that a parameter name cannot have. Use letters, digits, and _ . - /'],
    ['ssm:a/b', 'has a slash, but does not start with one'],
    ['ssm:/a//b', 'has an empty part between two slashes, or at its end'],
    ['ssm:/a/', 'has an empty part between two slashes, or at its end'],
    ['ssm:/AWS/b', 'starts with aws or ssm, which is reserved by AWS'],
    ['ssm:ssmKey', 'starts with aws or ssm, which is reserved by AWS'],
    [`ssm:${'/a'.repeat(16)}`, 'has more than 15 levels'],
    [`ssm:/${'a'.repeat(252)}`, 'is longer than 256 characters'],
    [
      'secrets-manager:a b',
      'has characters that the name of a secret cannot have. Use letters, digits, and / _ + = . @ -',
    ],
  ])('%s is refused', (store, rule) => {
    expect(problemsOf({ store, 'key-name': 'deploy' })).toEqual([`store: "${store}" ${rule}.`]);
    expect(parseReference(store)).toBeUndefined();
  });

  test('is read without the space around it, like the names that it is checked with', () => {
    const spaced = (text: string) => ` ${text}\n`;
    expect(problemsOf({ store: spaced('ssm'), 'store-kms-key-id': spaced('alias/key') })).toEqual([]);
    for (const name of ['key-name', 'key-name-prefix'])
      expect(problemsOf({ store: 'ssm', [name]: spaced('deploy') })).toEqual([]);
  });

  test('is refused for a key name, or a prefix, that the name in the store cannot contain', () => {
    for (const inputs of [{ 'key-name': 'my key' }, { 'key-name-prefix': 'my key-' }]) {
      const [[name, value] = []] = Object.entries(inputs);
      expect(problemsOf({ store: 'ssm', ...inputs })).toEqual([
        `store: "ssm" with ${name} "${value}" has characters that a parameter name cannot have. Use letters, digits, and _ . - /.`,
      ]);
      expect(problemsOf({ store: 'ssm:/fixed', ...inputs })).toEqual([]);
    }
  });

  test.each([
    'ssm:/$TEAM/{key-name}',
    'ssm:/${TEAM}/x',
    'ssm:/$(team)/x',
    'ssm:/%TEAM%/{key-name}',
    'ssm:/!TEAM!/x',
    'ssm:/{{ team }}/x',
    'ssm:/`team`/x',
    'secrets-manager:$TEAM/{key-name}',
    '$STORE',
  ])('with a variable is refused as it was written: %s', (store) => {
    for (const inputs of [{}, { 'key-name': 'deploy' }, { 'key-name-prefix': 'team-' }]) {
      expect(problemsOf({ store, ...inputs })).toEqual([
        `store: "${store}" contains a variable or an expression, which is not evaluated here.`,
      ]);
    }
  });

  test.each([
    [
      'ssm:/a b/{key-name}',
      'has characters that a parameter name cannot have. Use letters, digits, and _ . - /',
    ],
    ['ssm:team/{key-name}', 'has a slash, but does not start with one'],
    ['ssm:/team//{key-name}', 'has an empty part between two slashes, or at its end'],
    ['ssm:/{name}', 'has characters that a parameter name cannot have. Use letters, digits, and _ . - /'],
  ])('is quoted as it was written, without the name that is generated: %s', (store, rule) => {
    expect(problemsOf({ store })).toEqual([`store: "${store}" ${rule}.`]);
  });

  test('is too long only together with a name', () => {
    const store = `ssm:/${'a'.repeat(220)}/{key-name}`;
    expect(problemsOf({ store, 'key-name': 'x' })).toEqual([]);
    expect(problemsOf({ store })).toEqual([
      `store: "${store}" with a generated key name is longer than 256 characters.`,
    ]);
  });

  test('is read without an exception, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (store, name) => {
        const reference = parseReference(`ssm:${store}`);
        expect(reference === undefined || reference.name === store).toBe(true);
        expect(problemsOf({ store, 'key-name': name }).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('The input store-kms-key-id', () => {
  test.each([
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'mrk-1234abcd12ab34cd56ef1234567890ab',
    'alias/team/key',
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'arn:aws-cn:kms:cn-north-1:111122223333:alias/team',
  ])('may be %s', (id) => {
    expect(problemsOf({ store: 'ssm', 'store-kms-key-id': id })).toEqual([]);
  });

  test.each(['team', 'key/1234abcd-12ab-34cd-56ef-1234567890ab', 'arn:aws:iam::111122223333:role/x'])(
    'cannot be %s',
    (id) => {
      expect(problemsOf({ store: 'ssm', 'store-kms-key-id': id })).toEqual([
        `store-kms-key-id: "${id}" is not the ID, the ARN, or the alias (alias/…) of a KMS key.`,
      ]);
    },
  );
});
