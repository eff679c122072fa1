import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { printedWithoutMasks } from '../../test-support/leaks.ts';
import { annotated, copyKeyStep, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { sshKeygen } from './parts/ssh-keygen.ts';

const passphrase = 'an "odd" passphrase & more ';

describe('with passphrase,', () => {
  test.each(['rsa', 'ed25519'])(
    'create encrypts the %s file, which opens with it and not without',
    async (type) => {
      await using scenario = await openScenario();
      const file = path.join(scenario.aside, 'key.pem');

      const run = await scenario.run([keyPairStep({ 'key-type': type, passphrase }), copyKeyStep(file)]);

      expect(run.conclusion).toBe('success');
      const text = await readFile(file, 'utf8');
      expect(text).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/);
      await expect(sshKeygen('-y', '-P', '', '-f', file)).rejects.toThrow();
      const publicKey = (await sshKeygen('-y', '-P', passphrase, '-f', file))
        .split(' ')
        .slice(0, 2)
        .join(' ');
      expect(stepOf(run).outputs['public-key']?.startsWith(publicKey)).toBe(true);
      expect(run.files.temp.filter((entry) => entry.path.includes('.pem'))).toEqual([]);
    },
  );

  test('nothing prints the passphrase, in whatever form', async () => {
    await using scenario = await openScenario();
    const run = await scenario.run(
      [
        keyPairStep({ 'key-type': 'ed25519', passphrase: '${{ secrets.PASSPHRASE }}' }),
        {
          name: 'print',
          run: `echo '${JSON.stringify(passphrase)}'; echo '${encodeURIComponent(passphrase)}'; echo '${passphrase}'`,
        },
      ],
      { secrets: { PASSPHRASE: passphrase } },
    );

    expect(run.conclusion).toBe('success');
    expect(stepOf(run, 'print').log.slice(-3)).toEqual(['"***"', '***', '***']);
    expect(printedWithoutMasks(run)).not.toContain('odd');
  });

  test('ensure writes the file once, and accepts it in every later job, in both formats', async () => {
    await using scenario = await openScenario();
    for (const format of ['pem', 'ppk']) {
      const inputs = {
        operation: 'ensure',
        'key-name': `fleet-${format}`,
        'key-type': 'ed25519',
        'key-format': format,
        'private-key-path': path.join(scenario.aside, `fleet.${format}`),
        passphrase,
      };
      const first = await scenario.run([keyPairStep(inputs)]);
      const text = await readFile(inputs['private-key-path'], 'utf8');
      const second = await scenario.run([keyPairStep(inputs)]);
      const wrong = await scenario.run([keyPairStep({ ...inputs, passphrase: 'another passphrase' })]);

      expect([first, second].map((run) => stepOf(run).outputs['created'])).toEqual(['true', 'false']);
      expect(second.conclusion).toBe('success');
      expect(annotated(stepOf(second), 'warning')).toEqual([]);
      expect(annotated(stepOf(wrong), 'error').join()).toContain('The passphrase does not fit');
      expect(await readFile(inputs['private-key-path'], 'utf8')).toBe(text);
      expect(text).toMatch(/aes256-cbc|OPENSSH PRIVATE KEY/);
    }
  });

  test('one that is too short is refused before anything is sent, and is not quoted', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ passphrase: '${{ secrets.PASSPHRASE }}' })], {
      secrets: { PASSPHRASE: 'seven77' },
    });

    expect(annotated(stepOf(run), 'error').join()).toContain('passphrase must have at least 8 characters.');
    expect(printedWithoutMasks(run)).not.toContain('seven77');
    expect(scenario.aws.requests).toEqual([]);
  });
});
