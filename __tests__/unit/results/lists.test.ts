import { describe, expect, test } from '@jest/globals';
import { tagKeys } from '../../../src/ownership.ts';
import { deletionOutputs, deletionSummary } from '../../../src/results/deletion.ts';
import {
  type ListedKeyPair,
  listJson,
  listLines,
  listOutputs,
  listSummary,
  listWarnings,
} from '../../../src/results/key-pair-list.ts';

const deploy: ListedKeyPair = {
  keyName: 'deploy',
  keyPairId: 'key-0a',
  keyType: 'rsa',
  fingerprint: 'aa:bb',
  region: 'eu-west-1',
  createdAt: '2026-11-24T12:00:00.123Z',
  managed: true,
  tags: { team: 'blue', [tagKeys.managedBy]: 'ec2-key-pair-action', [tagKeys.run]: '1/1', env: 'prod' },
};

/** Key pairs as large as EC2 allows: long names, and 50 tags with long values. */
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
    managed: false,
    tags,
  }));
}

describe('A list of key pairs as an output', () => {
  test('is complete if it fits', () => {
    const pairs = largePairs(3);
    expect(JSON.parse(listOutputs(pairs, 'r', '/f')['key-pairs'] ?? '')).toEqual(pairs);
    expect(JSON.parse(listJson(pairs))).toEqual(pairs);
  });

  test('has as many of the first key pairs as fit, and is still JSON', () => {
    const pairs = largePairs(100);
    const output = listOutputs(pairs, 'r', '/f')['key-pairs'] ?? '';
    const shown: unknown[] = JSON.parse(output);
    expect(output.length).toBeLessThanOrEqual(256 * 1024);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(pairs.slice(0, shown.length));
    expect(JSON.parse(listJson(pairs))).toHaveLength(100);
  });

  test('fills the output to the last character', () => {
    const most = 256 * 1024;
    const filledBy = (missing: number) => {
      const empty = [deploy, { ...deploy, fingerprint: '' }];
      return [deploy, { ...deploy, fingerprint: 'f'.repeat(most - listJson(empty).length - missing) }];
    };
    expect(listOutputs(filledBy(0), 'r', '/f')['key-pairs']?.length).toBe(most);
    expect(listWarnings(filledBy(0))).toEqual([]);
    expect(listOutputs(filledBy(-1), 'r', '/f')['key-pairs']).toBe(listJson([deploy]));
    expect(listWarnings(filledBy(-1))).toEqual([
      'The output key-pairs holds the first 1 of 2; key-pairs-path holds all.',
    ]);
  });

  test('is reported if it is cut, with how many of how many it holds', () => {
    const pairs = largePairs(4000);
    const shown: unknown[] = JSON.parse(listOutputs(pairs, 'r', '/f')['key-pairs'] ?? '');
    expect(listWarnings(pairs)).toEqual([
      `The output key-pairs holds the first ${shown.length} of 4,000; key-pairs-path holds all.`,
    ]);
    expect(listWarnings(largePairs(3))).toEqual([]);
  });

  test('is an empty array if there are none', () => {
    expect(listOutputs([], 'r', '/f')).toEqual({
      'key-pairs': '[]',
      'key-pairs-path': '/f',
      'aws-region': 'r',
      changed: 'false',
    });
  });
});

describe('A list of key pairs in the log', () => {
  test('has one line per key pair', () => {
    expect(listLines([deploy], ['eu-west-1'], '/f.json')).toEqual([
      'Key pairs in eu-west-1: 1.',
      '  deploy key-0a rsa',
    ]);
  });

  test('has 20 key pairs, and says where the others are', () => {
    expect(listLines(largePairs(20), ['eu-west-1'], '/f.json')).toHaveLength(21);
    const lines = listLines(largePairs(22), ['eu-west-1'], '/f.json');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('  … and 2 more, in /f.json.');
  });
});

describe('A list of key pairs in the summary', () => {
  test('is narrow: no fingerprint, no time of day, and no tags of the action', () => {
    expect(listSummary([deploy], ['eu-west-1'], '/f.json')).toEqual({
      heading: 'EC2 key pairs found in eu-west-1: 1',
      columns: ['Name', 'ID', 'Type', 'Created', 'Managed', 'Tags'],
      rows: [[{ value: 'deploy' }, 'key-0a', 'rsa', '2026-11-24', 'yes', { value: 'team=blue, env=prod' }]],
    });
  });

  test('leaves a cell empty where nothing is known', () => {
    const unknown = { ...deploy, createdAt: null, managed: false, tags: {}, keyType: '' };
    expect(listSummary([unknown], ['eu-west-1'], '/f.json').rows).toEqual([
      [{ value: 'deploy' }, 'key-0a', '', '', 'no', ''],
    ]);
  });

  test('has a table of 500 key pairs, and says where the complete list is', () => {
    const summary = listSummary(largePairs(501), ['eu-west-1'], '/f.json');
    expect(summary.heading).toBe('EC2 key pairs found in eu-west-1: 501');
    expect(summary.rows).toHaveLength(500);
    expect(summary.notes).toEqual(['Not shown: 1. The complete list is in /f.json.']);
    expect(listSummary(largePairs(500), ['eu-west-1'], '/f.json')).not.toHaveProperty('notes');
    expect(summary.rows.every((row) => row.length === summary.columns?.length)).toBe(true);
  });

  test('is only a heading if there are none', () => {
    expect(listSummary([], ['eu-west-1'], '/f')).toEqual({
      heading: 'No EC2 key pairs found in eu-west-1',
      rows: [],
    });
  });
});

describe('A deletion', () => {
  const deletionOf = (count: number) => ({
    region: 'eu-west-1',
    deleted: Array.from({ length: count }, (_, index) => ({ keyName: 'a', keyPairId: `key-${index}` })),
  });

  test('counts the key pairs that were deleted', () => {
    expect(deletionOutputs(deletionOf(2))).toEqual({
      'aws-region': 'eu-west-1',
      changed: 'true',
      deleted: '2',
    });
    expect(deletionOutputs(deletionOf(0))).toEqual({
      'aws-region': 'eu-west-1',
      changed: 'false',
      deleted: '0',
    });
  });

  test('lists them in the summary', () => {
    expect(deletionSummary(deletionOf(1))).toEqual({
      heading: 'EC2 key pairs deleted in eu-west-1: 1',
      columns: ['Name', 'ID'],
      rows: [[{ value: 'a' }, { value: 'key-0' }]],
    });
  });

  test('lists 500 of them, and says where the others are', () => {
    const { heading, rows, notes } = deletionSummary(deletionOf(502));
    expect(heading).toBe('EC2 key pairs deleted in eu-west-1: 502');
    expect(rows).toHaveLength(500);
    expect(notes).toEqual(['Not shown: 2. The log lists all of them.']);
    expect(deletionSummary(deletionOf(500))).not.toHaveProperty('notes');
  });

  test('says how many key pairs of the run were kept, also if none was deleted', () => {
    const kept = Array.from({ length: 3 }, (_, index) => ({ keyName: 'b', keyPairId: `key-${index}` }));
    const note = 'Kept, because they outlive the run: 3. The log lists all of them.';
    expect(deletionSummary(deletionOf(1), kept).notes).toEqual([note]);
    expect(deletionSummary(deletionOf(501), kept).notes).toEqual([
      'Not shown: 1. The log lists all of them.',
      note,
    ]);
    expect(deletionSummary(deletionOf(0), kept)).toEqual({
      heading: 'No EC2 key pair to delete in eu-west-1',
      rows: [],
      notes: [note],
    });
  });

  test('of nothing is only a heading that says so', () => {
    expect(deletionSummary(deletionOf(0))).toEqual({
      heading: 'No EC2 key pair to delete in eu-west-1',
      rows: [],
    });
  });
});

describe('A list of key pairs of several Regions', () => {
  const regions = ['eu-west-1', 'us-east-1'];
  const elsewhere: ListedKeyPair = {
    ...deploy,
    keyPairId: 'key-0b',
    region: 'us-east-1',
    createdAt: null,
    tags: {},
  };

  test('names the Region of each key pair, in the log and in the summary', () => {
    expect(listLines([deploy, elsewhere], regions, '/f')).toEqual([
      'Key pairs in eu-west-1 and us-east-1: 2.',
      '  deploy key-0a rsa eu-west-1',
      '  deploy key-0b rsa us-east-1',
    ]);
    const { columns, rows } = listSummary([deploy, elsewhere], regions, '/f');
    expect(columns).toEqual(['Name', 'Region', 'ID', 'Type', 'Created', 'Managed', 'Tags']);
    expect(rows[1]).toEqual([{ value: 'deploy' }, 'us-east-1', 'key-0b', 'rsa', '', 'yes', '']);
  });

  test('names all Regions if there is none', () => {
    expect(listSummary([], regions, '/f')).toEqual({
      heading: 'No EC2 key pairs found in eu-west-1 and us-east-1',
      rows: [],
    });
  });
});
