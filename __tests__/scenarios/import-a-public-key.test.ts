import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { leaksOf, printedWithoutMasks } from '../../test-support/leaks.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import {
  annotated,
  copyKeyStep,
  keyPairStep,
  openScenario,
  operationsSent,
  stepOf,
  tagsOf,
  thisRun,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { createSshKey, sshFingerprintOf, sshKeygen } from './parts/ssh-keygen.ts';

describe('import', () => {
  test('imports a key once, and changes nothing the second time', async () => {
    await using scenario = await openScenario();
    // ssh-keygen adds a comment and a final newline, which EC2 would reject.
    const publicKey = await readFile(`${await createSshKey(scenario.aside)}.pub`, 'utf8');
    const step = keyPairStep({
      operation: 'import',
      'key-name': 'laptop',
      'public-key': publicKey,
      tags: 'a=b',
    });

    const first = await scenario.run([step]);
    const sent = operationsSent(scenario.aws);
    const second = await scenario.run([step]);

    expect(first.conclusion).toBe('success');
    expect(sent).toEqual(['DescribeKeyPairs', 'ImportKeyPair']);
    expect(operationsSent(scenario.aws).slice(2)).toEqual(['DescribeKeyPairs']);
    expect(second.conclusion).toBe('success');
    const { created, changed, ...outputs } = stepOf(second).outputs;
    expect({ created, changed }).toEqual({ created: 'false', changed: 'false' });
    expect(stepOf(first).outputs).toEqual({ ...outputs, created: 'true', changed: 'true' });
    expect(publicKey).toMatch(
      new RegExp(`^${outputs['public-key']?.replace(/ laptop$/, '').replaceAll('+', '\\+')} `),
    );
    expect(tagsOf(scenario.aws, 'laptop')).toMatchObject({
      a: 'b',
      'ec2-key-pair-action:lifetime': 'persistent',
    });
    expect(storyOf(second, scenario)).toMatchSnapshot();
  });

  test('rejects another key with the same name and prints both fingerprints', async () => {
    await using scenario = await openScenario();
    const [one, other] = [
      await createSshKey(scenario.aside, 'one'),
      await createSshKey(scenario.aside, 'other'),
    ];
    const importing = async (file: string) =>
      keyPairStep({
        operation: 'import',
        'key-name': 'laptop',
        'public-key': await readFile(`${file}.pub`, 'utf8'),
      });
    await scenario.run([await importing(one)]);
    const before = scenario.aws.keyPairs('eu-west-1');

    const run = await scenario.run([await importing(other)]);

    const text = annotated(stepOf(run), 'error').join();
    expect(text).toMatch(
      /^Key pair "laptop" in eu-west-1 \(key-[0-9a-f]{17}\) contains a different key \(fingerprint /,
    );
    expect(text).toContain(await sshFingerprintOf(one));
    expect(text).toContain(await sshFingerprintOf(other));
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
  });

  test('deletes a key with a generated name when the job ends', async () => {
    await using scenario = await openScenario();
    const file = await createSshKey(scenario.aside);

    const run = await scenario.run([
      { name: 'copy', run: `mkdir .ssh && cp '${file}.pub' .ssh/id.pub` },
      keyPairStep({ operation: 'import', 'public-key-path': '.ssh/id.pub' }),
    ]);

    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs['key-name']).toMatch(/^gha-widgets-4242-1-[0-9a-f]{8}$/);
    expect(operationsSent(scenario.aws)).toEqual(['ImportKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(run.files.workspace.map(({ path }) => path)).toEqual(['.ssh', '.ssh/id.pub']);
  });

  test('reads the forms that ssh-keygen and openssl write, and sends the OpenSSH line', async () => {
    await using scenario = await openScenario();
    const file = await createSshKey(scenario.aside);
    const publicKey = await readFile(`${file}.pub`, 'utf8');
    const rfc4716 = await sshKeygen('-e', '-f', `${file}.pub`);
    const quoted = JSON.stringify(publicKey);
    const importing = (text: string) =>
      keyPairStep({ operation: 'import', 'key-name': 'laptop', 'public-key': text });

    const first = await scenario.run([importing(rfc4716)]);
    const second = await scenario.run([importing(quoted)]);

    expect([first.conclusion, second.conclusion]).toEqual(['success', 'success']);
    expect(stepOf(first).outputs['public-key']).toBe(`${publicKey.split(' ').slice(0, 2).join(' ')} laptop`);
    expect(stepOf(second).outputs['created']).toBe('false');
  });

  test('names the size of an RSA key that EC2 refuses', async () => {
    await using scenario = await openScenario();
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

    const run = await scenario.run([keyPairStep({ operation: 'import', 'public-key': pem })]);

    const text = annotated(stepOf(run), 'error').join();
    expect(text).toContain('InvalidKey.Format');
    expect(text).toContain('This RSA key has 3072 bits; EC2 documents 1024, 2048 and 4096.');
  });

  test.each(['run', 'persistent'])(
    'with lifetime %s and key-name, three jobs that share a key pair do not delete it when they end',
    async (lifetime) => {
      await using scenario = await openScenario();
      const publicKey = await readFile(`${await createSshKey(scenario.aside)}.pub`, 'utf8');
      const inputs = { operation: 'import', 'key-name': 'fleet', 'public-key': publicKey, lifetime };

      const created: string[] = [];
      for (const runAttempt of ['1', '2', '3']) {
        const run = await scenario.run([keyPairStep(inputs)], { github: { ...thisRun, runAttempt } });
        created.push(stepOf(run).outputs['created'] ?? '');
        expect([run.conclusion, scenario.aws.keyPairs('eu-west-1').length]).toEqual(['success', 1]);
        expect(annotated(stepOf(run), 'warning')).toEqual([]);
      }

      expect(created).toEqual(['true', 'false', 'false']);
    },
  );

  test('with key-name rejects lifetime: job, which would delete the key pair while other jobs use it', async () => {
    await using scenario = await openScenario();
    const publicKey = await readFile(`${await createSshKey(scenario.aside)}.pub`, 'utf8');

    const run = await scenario.run([
      keyPairStep({
        operation: 'import',
        'key-name': 'fleet',
        'public-key': publicKey,
        lifetime: 'job',
      }),
    ]);

    expect(annotated(stepOf(run), 'error').join()).toContain(
      'lifetime: "job" is not supported by import with key-name, because other jobs may rely on the key pair. Use run or persistent.',
    );
    expect(scenario.aws.requests).toEqual([]);
  });

  test.each(['public-key', 'public-key-path'])(
    'does not print a private key that is in %s by mistake, and says what to do about it',
    async (input) => {
      await using scenario = await openScenario();
      const file = await createSshKey(scenario.aside);
      const mistaken = input === 'public-key' ? await readFile(file, 'utf8') : file;

      const run = await scenario.run([
        keyPairStep({ operation: 'import', 'key-name': 'laptop', [input]: mistaken }),
      ]);

      expect(run.conclusion).toBe('failure');
      expect(operationsSent(scenario.aws)).toEqual([]);
      const text = annotated(stepOf(run), 'error').join();
      expect(text).toContain('contains a private key.');
      expect(text.includes('replace the key')).toBe(input === 'public-key');
      expect(text.includes('It was not printed')).toBe(input === 'public-key-path');
      const body = (await readFile(file, 'utf8')).split('\n').slice(1, -2);
      for (const line of body) expect(printedWithoutMasks(run)).not.toContain(line.slice(0, 30));
      const pieces = SecretPieces.ofFile(await readFile(file, 'utf8'), await readFile(`${file}.pub`, 'utf8'));
      if (input === 'public-key-path') expect(leaksOf(run, pieces)).toEqual([]);
    },
  );

  test.each<[string, readonly string[]]>([
    ['OpenSSH, RSA', ['-t', 'rsa', '-b', '2048', '-N', '']],
    ['OpenSSH, encrypted', ['-t', 'ed25519', '-N', 'a passphrase']],
    ['OpenSSH, RSA, encrypted', ['-t', 'rsa', '-b', '2048', '-N', 'a passphrase']],
    ['PKCS#1', ['-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', '']],
    ['PKCS#1, encrypted', ['-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', 'a passphrase']],
    ['PKCS#8', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8', '-N', '']],
    ['PKCS#8, encrypted', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8', '-N', 'a passphrase']],
  ])('masks a private key in public-key-path for later steps: %s', async (_, options) => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'mistaken');
    await sshKeygen('-q', '-C', '', '-f', file, ...options);
    const publicKey = await readFile(`${file}.pub`, 'utf8');

    const run = await scenario.run([
      keyPairStep({ operation: 'import', 'public-key-path': file }),
      { name: 'print', if: 'always()', run: `cat '${file}' '${file}.pub'; base64 -w0 '${file}'` },
    ]);

    const shown = stepOf(run, 'print').log.join('\n');
    expect(shown).toContain('***');
    expect(shown).toContain(publicKey.split(' ')[1]);
    const secretLines = (await readFile(file, 'utf8')).trim().split('\n').slice(-4, -2);
    for (const line of secretLines) expect(shown).not.toContain(line.slice(4, 20));
  });

  test('masks a PPK in public-key-path for later steps', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'mistaken.ppk');
    const made = { 'key-format': 'ppk', 'key-name': 'a' };
    await scenario.run([keyPairStep(made), copyKeyStep(file)]);

    const run = await scenario.run([
      keyPairStep({ operation: 'import', 'public-key-path': file }),
      { name: 'print', if: 'always()', run: `cat '${file}'` },
    ]);

    const ppk = await readFile(file, 'utf8');
    const secretLines =
      ppk
        .split(/Private-Lines: \d+\r?\n/)[1]
        ?.split('\n')
        .slice(0, -2) ?? [];
    expect(secretLines.length).toBeGreaterThan(2);
    for (const line of secretLines) expect(run.log).not.toContain(line.slice(4, 20));
    expect(run.log).toContain('Public-Lines');
  });

  test.each(['execute-then-drop', 'execute-then-cut'] as const)(
    'recovers from a lost response without importing twice (%s)',
    async (kind) => {
      await using scenario = await openScenario();
      scenario.aws.faults.add({ on: 'ImportKeyPair', effect: { kind } });
      const publicKey = await readFile(`${await createSshKey(scenario.aside)}.pub`, 'utf8');

      const run = await scenario.run([keyPairStep({ operation: 'import', 'public-key': publicKey })]);

      expect(run.conclusion).toBe('success');
      expect(stepOf(run).outputs['created']).toBe('true');
      expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    },
  );
});
