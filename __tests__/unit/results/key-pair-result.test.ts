import { describe, expect, test } from '@jest/globals';
import { keptAt, outputsOf, reportOf } from '../../../src/results/key-pair-result.ts';
import { pocket, result, vault } from './some-result.ts';

describe('The outputs of a key pair', () => {
  test('identify it, whatever became of its private key', () => {
    expect(outputsOf({ ...result, delivered: [] })).toEqual({
      'key-name': 'deploy',
      'key-pair-id': 'key-0a',
      'key-fingerprint': 'aa:bb',
      'key-type': 'rsa',
      'public-key': 'ssh-rsa AAAA deploy',
      'private-key-path': '',
      'aws-region': 'eu-west-1',
      created: 'true',
      changed: 'true',
    });
  });

  test.each([
    ['created', 'true'],
    ['imported', 'true'],
    ['none', 'false'],
  ] as const)('say of the change "%s" that the step created it: %s', (change, created) => {
    expect(outputsOf({ ...result, change }).created).toBe(created);
  });

  test('are empty where a value is unknown', () => {
    expect(outputsOf({ ...result, keyType: undefined, change: 'none' })).toMatchObject({
      'key-type': '',
      'private-key-path': '',
      created: 'false',
      changed: 'false',
    });
  });

  test('name no private key file for an operation that never has the private key', () => {
    expect(outputsOf({ ...result, change: 'imported', delivered: undefined })).toEqual({
      ...outputsOf({ ...result, delivered: [] }),
      'private-key-path': '',
    });
  });

  test('are completed by the destinations', () => {
    expect(outputsOf({ ...result, delivered: [pocket, vault] })['private-key-path']).toBe('vault/7');
  });
});

describe('The log of a key pair', () => {
  test('says what was done, how long the key pair is kept, and where the private key is', () => {
    expect(reportOf({ ...result, delivered: [{ ...pocket, usage: 'open pocket' }, vault] }).lines).toEqual([
      'Created key pair "deploy" (key-0a) in eu-west-1, fingerprint aa:bb.',
      'It is deleted when this job ends.',
      'Private key pocket: pocket (deleted when this job ends)',
      'Private key vault: vault/7 (kept for a year)',
      'To log in: open pocket',
    ]);
  });

  test.each([
    ['created', 'Created'],
    ['imported', 'Imported'],
    ['none', 'Found'],
  ] as const)('calls the change "%s": %s', (change, word) => {
    expect(reportOf({ ...result, change }).lines[0]).toMatch(new RegExp(`^${word} key pair "deploy" `));
  });

  test.each([
    ['job', 'It is deleted when this job ends.'],
    ['run', 'It is kept until a step deletes it with run-id: 4242.'],
    ['persistent', 'It is kept until it is deleted.'],
  ] as const)('explains the lifetime %s', (lifetime, sentence) => {
    expect(reportOf({ ...result, lifetime }).lines).toContain(sentence);
  });

  test('names the time of the expiry tag, to the second', () => {
    const expiresAt = new Date('2026-11-24T12:00:00.123Z');
    expect(reportOf({ ...result, lifetime: 'run', expiresAt }).lines).toContain(
      'It is kept until a step deletes it with run-id: 4242, and tagged to expire at 2026-11-24T12:00:00Z.',
    );
  });

  test.each([
    ['job', 'deleted when the job that created it ends'],
    ['run', 'kept until a step deletes it with run-id: 77'],
    ['persistent', 'kept until it is deleted'],
  ] as const)(
    'says who created an existing key pair, and what lifetime %s means for it',
    (lifetime, kept) => {
      const creator = 'run 77 of this repository';
      const { lines } = reportOf({ ...result, change: 'none', creator, creatingRunId: '77', lifetime });
      expect(lines[1]).toBe(`Created by run 77 of this repository, ${kept}.`);
    },
  );

  test('says what else there is to say', () => {
    expect(reportOf({ ...result, remarks: ['It is blue.'] }).lines).toContain('It is blue.');
  });

  test('says that other jobs of the run do not get the private key, unless it outlives the job', () => {
    const kept = { ...result, lifetime: 'run' } as const;
    const sentence = 'Other jobs of this run can use the key pair, but not its private key.';
    expect(reportOf(kept).lines).toContain(sentence);
    expect(reportOf({ ...kept, delivered: [vault] }).lines).not.toContain(sentence);
    expect(reportOf({ ...kept, change: 'none' }).lines).not.toContain(sentence);
    expect(reportOf(result).lines).not.toContain(sentence);
  });

  test('says nothing about the private key of a key pair that was imported', () => {
    const { lines, warnings } = reportOf({ ...result, change: 'imported', delivered: undefined });
    expect(lines).toEqual([
      'Imported key pair "deploy" (key-0a) in eu-west-1, fingerprint aa:bb.',
      'It is deleted when this job ends.',
    ]);
    expect(warnings).toStrictEqual([]);
  });

  test('says nothing about the lifetime of a key pair if its tags do not', () => {
    const { lines } = reportOf({ ...result, change: 'none', lifetime: undefined, delivered: [] });
    expect(lines).toEqual(['Found key pair "deploy" (key-0a) in eu-west-1, fingerprint aa:bb.']);
  });
});

describe('The warnings of a key pair', () => {
  test('say that its fingerprint does not fit its private key.', () => {
    expect(reportOf({ ...result, fingerprintDiffers: true }).warnings).toEqual([
      'The fingerprint of key pair "deploy" (aa:bb) is not the one that AWS computes from its private key. An endpoint other than AWS may compute it differently.',
    ]);
  });

  const kept = { ...result, lifetime: 'persistent' } as const;

  test('name a private key that is lost with the job, and every advice that a destination has', () => {
    const delivered = [
      { ...pocket, keepAdvice: 'Sew the pocket.', warnings: ['The pocket has a hole.'] },
      { ...pocket, keepAdvice: 'Buy a safe.' },
    ];
    expect(reportOf({ ...kept, delivered }).warnings).toEqual([
      'Key pair "deploy" will outlive this job, but its private key will not: it exists only in this job. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own. Sew the pocket. Buy a safe.',
      'The pocket has a hole.',
    ]);
  });

  test.each([
    ['the private key outlives the job, too', { ...kept, delivered: [pocket, vault] }],
    ['the key pair ends with the job', result],
    ['the user chose lifetime run', { ...kept, lifetime: 'run' } as const],
    ['the key pair was imported', { ...kept, change: 'imported', delivered: undefined } as const],
    ['the key pair existed before', { ...kept, change: 'none', lifetime: undefined } as const],
  ])('do not call the private key lost if %s', (_, one) => {
    expect(reportOf(one).warnings).toEqual([]);
  });

  test('call the private key lost if it was delivered nowhere', () => {
    for (const delivered of [[], [pocket]]) {
      expect(reportOf({ ...kept, delivered }).warnings).toEqual([
        'Key pair "deploy" will outlive this job, but its private key will not: it exists only in this job. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own.',
      ]);
    }
  });

  test('call the private key of a rotated key pair lost for another reason: it was generated here', () => {
    expect(reportOf({ ...kept, change: 'rotated', delivered: [] }).warnings.join()).toContain(
      'its private key will not: it exists only in this job.',
    );
  });

  test('never advise the lifetime job, which ensure refuses', () => {
    expect(reportOf({ ...kept, delivered: [] }).warnings.join()).not.toContain('lifetime');
  });

  test('of an operation come first', () => {
    expect(reportOf({ ...result, warnings: ['It is on fire.'] }).warnings).toEqual(['It is on fire.']);
  });

  test('of a destination are passed on for an existing key pair', () => {
    const delivered = [{ ...vault, warnings: ['The vault is open.'] }];
    expect(reportOf({ ...result, change: 'none', delivered }).warnings).toEqual(['The vault is open.']);
  });
});

test('What is kept in a store is reported with the name that it has in the end, and anything else as it is', () => {
  const inStore = {
    ...vault,
    where: 'ssm:/deploy.rotating',
    outputs: { 'private-key-store': 'ssm:/deploy.rotating' },
  };
  expect(keptAt(inStore, 'ssm:/deploy')).toEqual({
    ...vault,
    where: 'ssm:/deploy',
    outputs: { 'private-key-store': 'ssm:/deploy' },
  });
  expect(keptAt(pocket, 'ssm:/deploy')).toBe(pocket);
});
