import { describe, expect, test } from '@jest/globals';
import { deleteOutputs, deleteSummary } from '../../../src/results/deletion.ts';
import {
  type ListedKeyPair,
  listJson,
  listOutputs,
  listSummary,
} from '../../../src/results/key-pair-list.ts';
import {
  type KeyPairResult,
  livesUntil,
  outputNames,
  outputsOf,
  summaryOf,
  whereabouts,
} from '../../../src/results/result.ts';

const result: KeyPairResult = {
  keyName: 'deploy',
  keyPairId: 'key-0a',
  keyType: 'rsa',
  fingerprint: 'aa:bb',
  sha256Fingerprint: 'SHA256:x',
  publicKey: 'ssh-rsa AAAA deploy',
  region: 'eu-west-1',
  created: true,
  lifetime: 'job',
  expiresAt: undefined,
  file: { path: '/w/key.pem', stays: false },
  output: false,
};

/** Pairs as large as EC2 lets them be: long names, and 50 tags with long values. */
function largePairs(count: number): ListedKeyPair[] {
  const tags = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`key-${index}`.padEnd(128, 'k'), '"'.repeat(256)]),
  );
  return Array.from({ length: count }, (_, index) => ({
    keyName: `${index}`.padEnd(255, '@'),
    keyPairId: `key-${index.toString(16).padStart(17, '0')}`,
    keyType: 'rsa',
    fingerprint: 'aa:'.repeat(20),
    region: 'eu-west-1',
    createdAt: '2026-11-24T12:00:00.000Z',
    ours: false,
    tags,
  }));
}

test('every output that a step sets is one that action.yml names, and none is the private key', () => {
  const all = {
    ...outputsOf(result),
    ...deleteOutputs({ region: 'r', deleted: [] }),
    ...listOutputs([], 'r', '/f'),
  };
  expect(Object.keys(all).filter((name) => !(outputNames as readonly string[]).includes(name))).toEqual([]);
  expect(all).not.toHaveProperty('private-key');
});

test('what is not known is an empty output, not the word for it', () => {
  expect(outputsOf({ ...result, keyType: undefined, file: undefined, created: false })).toMatchObject({
    'key-type': '',
    'private-key-path': '',
    created: 'false',
  });
});

describe('a list of pairs', () => {
  test('is whole where it fits', () => {
    const pairs = largePairs(3);
    expect(JSON.parse(listOutputs(pairs, 'r', '/f')['key-pairs'] ?? '')).toEqual(pairs);
    expect(JSON.parse(listJson(pairs))).toEqual(pairs);
  });

  test('has as many of the first pairs as the runner lets through, and is JSON still', () => {
    const pairs = largePairs(100);
    const output = listOutputs(pairs, 'r', '/f')['key-pairs'] ?? '';
    const shown: unknown[] = JSON.parse(output);
    expect(output.length).toBeLessThanOrEqual(256 * 1024);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(pairs.slice(0, shown.length));
    expect(JSON.parse(listJson(pairs))).toHaveLength(100);
  });

  test('of no pairs is an empty one', () => {
    expect(listOutputs([], 'r', '/f')['key-pairs']).toBe('[]');
    expect(listSummary([], 'r', '/f').rows).toEqual([]);
  });

  test('has a table of some, and says where the rest is', () => {
    const summary = listSummary(largePairs(501), 'eu-west-1', '/f.json');
    expect([summary.rows.length, summary.note]).toEqual([500, '1 more are in /f.json.']);
    expect(listSummary(largePairs(500), 'eu-west-1', '/f.json')).not.toHaveProperty('note');
    expect(summary.rows.every((row) => row.length === summary.columns?.length)).toBe(true);
  });
});

test('a deletion counts what went', () => {
  const deleted = [{ keyName: 'a', keyPairId: 'key-0a' }];
  expect(deleteOutputs({ region: 'r', deleted })).toEqual({ 'aws-region': 'r', deleted: '1' });
  expect(deleteSummary({ region: 'r', deleted }).rows).toEqual([['a', 'key-0a']]);
});

describe('the summary of a pair', () => {
  test('says until when it lives', () => {
    const expiresAt = new Date('2026-11-24T12:00:00Z');
    const all = (['job', 'run', 'persistent', undefined] as const).map((lifetime) =>
      livesUntil({ lifetime, expiresAt }),
    );
    expect(new Set(all).size).toBe(4);
    for (const text of all) expect(text).toContain('2026-11-24T12:00:00.000Z');
    expect(livesUntil(result)).toBe('until this job ends');
  });

  test('says where the private key is, and never what it is', () => {
    expect(whereabouts(result)).toBe('/w/key.pem (until this job ends)');
    expect(whereabouts({ file: { path: '/k', stays: true }, output: true })).toMatch(
      /\/k \(stays\) and .*private-key/,
    );
    expect(whereabouts({ file: undefined, output: false })).toBe('not here');
    expect(summaryOf(result).rows.flat()).toContain('/w/key.pem (until this job ends)');
  });
});
