import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CreatedKey } from '../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../local/aws/keys/private-key-text.ts';
import { copyKeyStep, keyLeaks, keyPairStep, openScenario, operationsSent, stepOf } from '../lib/scenario.ts';

const ppk = { 'key-format': 'ppk', 'key-name': 'deploy' };

/** What EC2 returned for the key pair "deploy", in PPK. */
function asReturned(key: CreatedKey | undefined): string {
  return key === undefined ? '' : privateKeyText(key, 'ppk', 'deploy');
}

describe.each(['rsa', 'ed25519'])('with key-format: ppk, for %s,', (type) => {
  test('the file is the one that EC2 returned, byte for byte, and no part of it is in the log', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'key.ppk');

    const run = await scenario.run([
      keyPairStep({ ...ppk, 'key-type': type, 'output-private-key': 'true' }),
      copyKeyStep(file),
      { name: 'print', run: `cat '${file}'` },
    ]);

    expect(run.conclusion).toBe('success');
    expect(await readFile(file, 'utf8')).toBe(asReturned(scenario.keys[0]));
    expect(stepOf(run).outputs['private-key']).toMatch(/^-----BEGIN (RSA|OPENSSH) PRIVATE KEY-----\n/);
    expect(stepOf(run, 'print').log.join('\n')).toContain('***');
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  test('and a passphrase, or generate-on: runner, the file is written as version 3', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'key.ppk');
    const inputs = [{ passphrase: 'correct horse' }, { 'generate-on': 'runner' }];

    for (const input of inputs) {
      await scenario.run([keyPairStep({ ...ppk, ...input, 'key-type': type }), copyKeyStep(file)]);
      expect(await readFile(file, 'utf8')).toMatch(`PuTTY-User-Key-File-3: ssh-${type}\r\n`);
    }
  });

  test('an endpoint that returns PEM all the same loses nothing: the file is written as version 3', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'key.ppk');
    scenario.aws.faults.add({
      on: 'CreateKeyPair',
      effect: {
        kind: 'execute-then-alter',
        alter: ({ body, ...rest }) => {
          const [key] = scenario.keys;
          const pem = key === undefined ? '' : privateKeyText(key, 'pem', '');
          return { ...rest, body: body.replace(/PuTTY-User-Key-File[^<]*/, () => pem) };
        },
      },
    });

    const run = await scenario.run([keyPairStep({ ...ppk, 'key-type': type }), copyKeyStep(file)]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).not.toContain('ImportKeyPair');
    expect(await readFile(file, 'utf8')).toMatch(`PuTTY-User-Key-File-3: ssh-${type}\r\n`);
    expect(keyLeaks(run, scenario)).toEqual([]);
  });
});
