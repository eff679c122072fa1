import { describe, expect, test } from '@jest/globals';
import type { KeyPairError } from '../../../src/errors.ts';
import { refusePrivateKeys } from '../../../src/inputs/private-keys.ts';
import { freshEd25519, freshRsa } from '../../lib/keys.ts';
import { inputNames } from './reading.ts';

const { pem } = freshEd25519();

/** The masks of a step with these inputs, and its error. */
async function refused(
  given: Readonly<Record<string, string>>,
): Promise<{ masks: string[]; error: unknown }> {
  const masks: string[] = [];
  const passed = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toUpperCase(), value]),
  );
  const error = await refusePrivateKeys(
    Object.keys(passed),
    (name) => passed[name.toUpperCase()] ?? '',
    async (more) => void masks.push(...more),
  ).catch((thrown: unknown) => thrown);
  return { masks, error };
}

function bodyIsMasked(masks: readonly string[], text: string): boolean {
  const body = text
    .split('\n')
    .filter((line) => !line.startsWith('-') && line !== '')
    .join('');
  return masks.filter((mask) => body.includes(mask)).length > 3;
}

describe('a private key in an input is masked and refused, with what to do about it', () => {
  test.each(inputNames)('%s', async (name) => {
    const { masks, error } = await refused({ [name]: pem });
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      message: `${name} contains a private key.`,
      hint: expect.stringContaining("may already be in this job's log: delete the log, replace the key"),
    });
    expect(bodyIsMasked(masks, pem)).toBe(true);
  });

  test.each([
    [
      'public-key',
      'a public key (`ssh-keygen -y -f <private key>` prints it, or for PPK `puttygen <file> -L`).',
    ],
    ['public-key-path', 'the path of a file.'],
    ['private-key-path', 'the path of a file.'],
    ['key-name', 'what the README says about it.'],
  ])('%s is to be set to something else: %s', async (name, instead) => {
    const { error } = await refused({ [name]: pem });
    expect(error).toMatchObject({ hint: expect.stringMatching(/, and set ([\w-]+) to /) });
    expect((error as KeyPairError).hint?.split(`and set ${name} to `)[1]).toBe(instead);
  });

  test('with something around it, as a tag or as several inputs', async () => {
    const rsa = freshRsa(2048).pem;
    const { masks, error } = await refused({ tags: `team=blue\nkey=${pem}`, 'key-name': rsa });
    expect(error).toMatchObject({ message: 'tags contains a private key.' });
    expect([bodyIsMasked(masks, pem), bodyIsMasked(masks, rsa)]).toEqual([true, true]);
  });

  test('in base64 without a BEGIN line, which is as short as it gets', async () => {
    const base64 = freshEd25519().key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    expect(base64).toHaveLength(64);
    const { masks, error } = await refused({ 'key-name': base64 });
    expect(error).toMatchObject({ message: 'key-name contains a private key.' });
    expect(bodyIsMasked(masks, base64)).toBe(true);
  });
});

test('a private key in an input that does not exist is only masked: the input has no effect', async () => {
  const { masks, error } = await refused({ 'ssh-private-key': pem });
  expect(error).toBeUndefined();
  expect(bodyIsMasked(masks, pem)).toBe(true);
});

test('nothing is masked or refused without a private key', async () => {
  const publicKey = `ssh-ed25519 ${'A'.repeat(68)} me@example`;
  const tags = 'Name=x'.repeat(30);
  expect(await refused({ 'public-key': publicKey, tags, 'key-name': '' })).toEqual({
    masks: [],
    error: undefined,
  });
});
