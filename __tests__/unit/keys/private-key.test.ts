import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from '../../../src/keys/private-key.ts';
import { leakLength } from '../../../test-support/secret-pieces.ts';
import { bodyOf, containerParts, freshEd25519, freshRsa, opensshPem, withWidth } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';
import { maskerOf, secretNumbersOf, secretParts } from './masked-text.ts';

const noMasks: RegisterMasks = () => Promise.resolve();

async function pemFrom(text: string): Promise<string> {
  return (await MaskedPrivateKey.mask(PrivateKey.parse(text), noMasks)).as('pem', { comment: '' });
}

describe.each(KNOWN_KEYS)('$name', ({ make, line }) => {
  const { key, pem, type } = make();
  const container = opensshPem(containerParts(key, 'a comment'));

  test('its public half is the one that ssh-keygen -y prints', () => {
    const parsed = PrivateKey.parse(pem);
    expect([parsed.publicKey.openSshLine(), parsed.type]).toEqual([line, type]);
  });

  test.each([
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${pem}`],
    ['no final newline', pem.trimEnd()],
    ['blank lines around it', `\n\n${pem}\n\n`],
    ['indented lines', pem.replace(/^/gm, '    ')],
    ['spaces instead of newlines', pem.replaceAll('\n', ' ')],
    ['text before it', `Bag Attributes\n    localKeyID: 01\n${pem}`],
    ['lines of 64', withWidth(pem, 64)],
    ['lines of 70', withWidth(pem, 70)],
    ['lines of 76', withWidth(pem, 76)],
    ['lines of 20', withWidth(pem, 20)],
    ['its body on one line', withWidth(pem, 100_000)],
  ])('it is read with %s, and written so that OpenSSH can read it', async (_, text) => {
    const written = await pemFrom(text);
    expect(bodyOf(written)).toBe(bodyOf(pem));
    expect(written).toMatch(
      /^-----BEGIN (RSA|OPENSSH) PRIVATE KEY-----\n([\w+/=]{1,76}\n)+-----END \1 PRIVATE KEY-----\n$/,
    );
    expect(written.split('\n')[1]?.length).toBeGreaterThanOrEqual(64);
  });

  test.each([64, 70, 76])('it keeps lines of %i characters', async (width) => {
    expect(await pemFrom(withWidth(pem, width))).toBe(withWidth(pem, width));
  });

  test('it is read from OpenSSH format, and stays in it', async () => {
    expect(PrivateKey.parse(container).publicKey.openSshLine()).toBe(line);
    expect(await pemFrom(container)).toBe(container);
  });

  test('it is read from PKCS#8, and written as the same key in the format that EC2 uses', async () => {
    const written = await pemFrom(key.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(PrivateKey.parse(written).publicKey.openSshLine()).toBe(line);
    expect(written.split('\n')[0]).toBe(pem.split('\n')[0]);
    expect(await pemFrom(written)).toBe(written);
  });
});

test.each<[string, (pem: string) => string, number]>([
  ['of 63 characters', (pem) => withWidth(pem, 63), 64],
  ['of 77 characters', (pem) => withWidth(pem, 77), 64],
  ['of 76 characters but for one in the middle', (pem) => uneven(withWidth(pem, 76)), 64],
])('RSA lines %s are wrapped again', async (_, change, width) => {
  const { pem } = freshRsa();
  expect(await pemFrom(change(pem))).toBe(withWidth(pem, width));
});

test('ED25519 lines of other widths become lines of 70, and so does PKCS#8, which is one line', async () => {
  const { key, pem } = freshEd25519();
  for (const width of [63, 77]) expect(await pemFrom(withWidth(pem, width))).toBe(withWidth(pem, 70));
  const written = await pemFrom(key.export({ type: 'pkcs8', format: 'pem' }).toString());
  expect(written).toBe(withWidth(written, 70));
});

/** The second line is broken into two. */
function uneven(pem: string): string {
  const lines = pem.split('\n');
  return lines.toSpliced(2, 1, lines[2]?.slice(0, 40) ?? '', lines[2]?.slice(40) ?? '').join('\n');
}

test('an RSA key in PKCS#8 becomes exactly the PKCS#1 that openssl creates from it', async () => {
  const { key, pem } = freshRsa();
  expect(await pemFrom(key.export({ type: 'pkcs8', format: 'pem' }).toString())).toBe(pem);
});

test('an ED25519 key in PKCS#8 always becomes the same text, which contains its seed', async () => {
  const { key } = freshEd25519();
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const text = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const written = await pemFrom(text);
  expect(await pemFrom(text)).toBe(written);
  expect(Buffer.from(bodyOf(written), 'base64').includes(pkcs8.subarray(-32))).toBe(true);
});

describe('mask()', () => {
  test('registers all masks in one call before there is a masked key', async () => {
    const made = freshEd25519();
    const { pem } = made;
    const calls: (readonly string[])[] = [];
    let registered = false;
    const masked = MaskedPrivateKey.mask(PrivateKey.parse(pem), async (values) => {
      calls.push(values);
      await new Promise((done) => setImmediate(done));
      registered = true;
    });
    expect(registered).toBe(false);
    await masked;
    expect(registered).toBe(true);
    const [seed = []] = secretParts(pem, secretNumbersOf(made));
    expect(calls).toHaveLength(1);
    expect(seed.join('')).toMatch(/^.{43,44}$/);
    // Without what is before it in the file, one or two characters next to + or / can be left.
    const readable = maskerOf(calls.flat()).mask(seed.join('')).split('***');
    expect(readable.filter((part) => part.length > 2)).toEqual([]);
  });

  test('rejects if the masks cannot be registered', async () => {
    const closed = new Error('stdout is closed');
    const masked = MaskedPrivateKey.mask(PrivateKey.parse(freshEd25519().pem), () => Promise.reject(closed));
    await expect(masked).rejects.toBe(closed);
  });

  test('also masks the original text if another one is delivered', async () => {
    const { key, pem } = freshRsa();
    const originals = [key.export({ type: 'pkcs8', format: 'pem' }).toString(), withWidth(pem, 48)];
    for (const text of originals) {
      const values: string[] = [];
      const masked = await MaskedPrivateKey.mask(
        PrivateKey.parse(text),
        async (all) => void values.push(...all),
      );
      const written = await masked.as('pem', { comment: '' });
      const parts = [text, written].flatMap((file) => secretParts(file, secretNumbersOf({ key })));
      const masker = maskerOf(values);
      expect(parts).toHaveLength(12);
      const texts = [...parts.flat(), ...parts.map((number) => number.join(''))];
      const readable = texts.flatMap((part) => masker.mask(part).split('***'));
      expect(readable.filter((part) => part.length >= leakLength)).toEqual([]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  test('keeps the type and the public half', async () => {
    const key = PrivateKey.parse(freshRsa(1024).pem);
    const masked = await MaskedPrivateKey.mask(key, noMasks);
    expect([masked.type, masked.publicKey.equals(key.publicKey)]).toEqual(['rsa', true]);
  });

  test('accepts only what PrivateKey.parse() returned', async () => {
    const impostor: PrivateKey = Object.create(PrivateKey.prototype);
    await expect(MaskedPrivateKey.mask(impostor, noMasks)).rejects.toThrow(TypeError);
  });
});

describe('as()', () => {
  test('resolves to a PEM without registering anything again: mask() has registered its masks', async () => {
    const calls: (readonly string[])[] = [];
    const { pem } = freshRsa();
    const masked = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async (values) => {
      calls.push(values);
    });
    expect(await masked.as('pem', { comment: 'deploy' })).toBe(pem);
    expect(calls).toHaveLength(1);
  });

  test('registers the masks of a text in another format, and resolves only after that', async () => {
    const { key, registering, register } = await keyWithSlowMasks();
    let text: string | undefined;
    const pending = key.as('ppk', { comment: 'deploy' }).then((resolved) => {
      text = resolved;
    });
    await registering;
    await new Promise((done) => setImmediate(done));
    expect(text).toBeUndefined();
    register();
    await pending;
    expect(text).toContain('PuTTY-User-Key-File-3');
  });

  test('rejects, with no text, if the masks of that text cannot be registered', async () => {
    const closed = new Error('stdout is closed');
    let calls = 0;
    const key = await MaskedPrivateKey.mask(PrivateKey.parse(freshEd25519().pem), async () => {
      calls += 1;
      if (calls > 1) throw closed;
    });
    await expect(key.as('ppk', { comment: 'deploy' })).rejects.toBe(closed);
    await expect(key.as('ppk', { comment: 'deploy' })).rejects.toBe(closed);
    expect(calls).toBe(3);
  });
});

/** A masked key whose text in another format has its masks registered only when `register` is called. */
async function keyWithSlowMasks() {
  const started = Promise.withResolvers<void>();
  const registered = Promise.withResolvers<void>();
  let masked = false;
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(freshEd25519().pem), async () => {
    if (!masked) return;
    started.resolve();
    await registered.promise;
  });
  masked = true;
  return { key, registering: started.promise, register: registered.resolve };
}

describe.each([
  ['a private key', async (pem: string) => PrivateKey.parse(pem)],
  ['a masked private key', (pem: string) => MaskedPrivateKey.mask(PrivateKey.parse(pem), noMasks)],
] as const)('%s', (_, make) => {
  const { pem } = freshEd25519();
  const deep = { showHidden: true, depth: null, getters: true } as const;

  test.each<[string, (key: object) => string, string]>([
    ['String()', (key) => String(key), '[private key]'],
    ['a template', (key) => `${key}`, '[private key]'],
    ['JSON.stringify', (key) => JSON.stringify({ key }), '{"key":"[private key]"}'],
    ['inspect', (key) => inspect(key, deep), '[private key]'],
    ['inspect, nested', (key) => inspect([{ key }], deep), '[ { key: [private key] }, [length]: 1 ]'],
    ['an error message', (key) => new Error(`no room for ${key}`).message, 'no room for [private key]'],
  ])('prints as [private key] in %s', async (_name, print, expected) => {
    expect(print(await make(pem))).toBe(expected);
  });

  test.each<[string, (key: object) => unknown]>([
    [
      'its names',
      (key) => [Object.keys(key), Object.getOwnPropertyNames(key), Object.getOwnPropertySymbols(key)],
    ],
    ['its entries', (key) => Object.entries(key)],
    ['a spread copy', (key) => ({ ...key })],
    ['an assigned copy', (key) => Object.assign({}, key)],
    ['a structured clone', (key) => structuredClone(key)],
    ['inspect without the custom method', (key) => inspect(key, { ...deep, customInspect: false })],
    ['the cause of an error', (key) => inspect(new Error('no', { cause: key }), deep)],
  ])('does not show its private half in %s', async (_name, view) => {
    const seen = inspect(view(await make(pem)), deep);
    const body = bodyOf(pem).slice(96);
    const runs = Array.from({ length: body.length - 12 }, (_unused, at) => body.slice(at, at + 12));
    const publicLine = PrivateKey.parse(pem).publicKey.openSshLine();
    expect(runs.filter((run) => seen.includes(run) && !publicLine.includes(run))).toEqual([]);
    expect(seen).not.toContain(Buffer.from(bodyOf(pem), 'base64').subarray(161, 173).toString('hex'));
  });
});
