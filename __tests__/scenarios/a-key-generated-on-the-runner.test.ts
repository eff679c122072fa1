import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  annotated,
  copyKeyStep,
  keyPairStep,
  openScenario,
  operationsSent,
  stepOf,
} from '../lib/scenario.ts';
import { publicHalfOf, sshKeygen } from './parts/ssh-keygen.ts';

describe('with generate-on: runner,', () => {
  test.each([
    ['rsa', '4096'],
    ['ed25519', '256'],
  ])('create makes an %s key of %s bits, of which EC2 gets the public half only', async (type, bits) => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'key.pem');

    const run = await scenario.run([
      keyPairStep({ 'generate-on': 'runner', 'key-type': type }),
      copyKeyStep(file),
      { name: 'print', run: `cat '${file}'` },
    ]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).toEqual(['ImportKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
    const publicKey = stepOf(run).outputs['public-key']?.split(' ').slice(0, 2).join(' ');
    expect(await publicHalfOf(file)).toBe(publicKey);
    expect((await sshKeygen('-l', '-f', file)).split(' ')[0]).toBe(bits);
    const body = (await readFile(file, 'utf8')).split('\n').slice(1, -2).join('');
    const { from, to } = secretPart(Buffer.from(body, 'base64'), publicKey ?? '');
    const starts = Array.from({ length: to - from - 16 }, (_, at) => from + at);
    expect(starts.length).toBeGreaterThan(20);
    const log = run.log.replace(/\s/g, '');
    expect(starts.map((at) => body.slice(at, at + 16)).filter((piece) => log.includes(piece))).toEqual([]);
    expect(stepOf(run, 'print').log.join('\n')).toContain('***');
    expect(JSON.stringify(scenario.aws.requests)).not.toContain('PRIVATE KEY');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(annotated(stepOf(run), 'warning')).toEqual([]);
  });

  test('a lost response costs nothing: the import is sent again, and the key pair is the one that was imported', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'ImportKeyPair', effect: { kind: 'execute-then-drop' } });

    const run = await scenario.run([keyPairStep({ 'generate-on': 'runner', 'key-type': 'ed25519' })]);

    expect(run.conclusion).toBe('success');
    expect(operationsSent(scenario.aws)).not.toContain('CreateKeyPair');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test('a name that is taken fails, and nothing of anyone is changed', async () => {
    await using scenario = await openScenario();
    const first = { 'key-name': 'deploy', 'key-type': 'ed25519', lifetime: 'persistent' };
    await scenario.run([keyPairStep(first)]);

    const run = await scenario.run([keyPairStep({ ...first, 'generate-on': 'runner' })]);

    expect(annotated(stepOf(run), 'error').join()).toContain('Key pair "deploy" already exists in eu-west-1');
    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual(['deploy']);
  });

  test('a dry run checks the permission to import, and creates nothing', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'generate-on': 'runner', 'dry-run': true })]);

    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('Dry run: would generate a private key on this runner');
    expect(operationsSent(scenario.aws)).toEqual(['ImportKeyPair (dry run)']);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });
});

/** Where the base64 of a key file is secret: the seed before the last copy of the point, or the second half of an RSA key. */
function secretPart(bytes: Buffer, publicKey: string): { readonly from: number; readonly to: number } {
  const point = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64').subarray(-32);
  const end = publicKey.startsWith('ssh-ed25519') ? bytes.lastIndexOf(point) : bytes.length;
  const start = publicKey.startsWith('ssh-ed25519') ? end - 32 : bytes.length / 2;
  return { from: Math.ceil((start * 4) / 3), to: Math.floor((end * 4) / 3) };
}
