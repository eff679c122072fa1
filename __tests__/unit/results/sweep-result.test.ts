import { describe, expect, test } from '@jest/globals';
import {
  foundLine,
  type SweepOutcome,
  type SweptKeyPair,
  sweepJson,
  sweepLines,
  sweepOutputs,
  sweepSummary,
  sweepWarnings,
} from '../../../src/results/sweep-result.ts';

function swept(keyName: string, outcome: SweepOutcome, why: string, region = 'eu-west-1'): SweptKeyPair {
  const json = JSON.stringify({ keyName, outcome });
  return { keyName, keyPairId: `key-${keyName}`, region, outcome, why, json };
}

/** Key pairs with one outcome, named `<outcome>0`, `<outcome>1`, and so on. */
function many(count: number, outcome: SweepOutcome, why: string): SweptKeyPair[] {
  return Array.from({ length: count }, (_, index) => swept(`${outcome}${index}`, outcome, why));
}

const some = [
  swept('old', 'deleted', 'it has expired'),
  swept('live', 'kept', 'its run is not over'),
  swept('lost', 'gone', ''),
  swept('stuck', 'failed', 'EC2 did not answer.'),
  swept('mine', 'kept', 'it is persistent'),
  swept('ours', 'kept', 'it is persistent'),
];

describe('The log of a sweep', () => {
  test('counts key pairs in words that fit the number', () => {
    expect(foundLine(1, { deletions: 0, rotations: 0 }, 'eu-west-1')).toBe(
      'Found 1 key pair in eu-west-1; to delete: 0.',
    );
    expect(foundLine(5_000, { deletions: 4_000, rotations: 0 }, 'eu-west-1')).toBe(
      'Found 5,000 key pairs in eu-west-1; to delete: 4,000.',
    );
    expect(foundLine(2, { deletions: 0, rotations: 1 }, 'eu-west-1')).toBe(
      'Found 2 key pairs in eu-west-1; to delete: 0; rotations to end: 1.',
    );
  });

  test('names what was kept by reason, the most frequent reason first, and then the totals', () => {
    expect(sweepLines(some)).toEqual([
      'Kept, because it is persistent: 2 (mine, ours).',
      'Kept, because its run is not over: 1 (live).',
      'Already gone: 1 (lost).',
      'Key pairs found: 6, kept: 3, deleted: 1, failed: 1, already gone: 1.',
    ]);
  });

  test('names the first 20 of many, and says nothing of what did not occur', () => {
    const [line, totals] = sweepLines(many(22, 'kept', 'it is persistent'));
    expect(line).toMatch(/^Kept, because it is persistent: 22 \(kept0, .*, kept19, and 2 more\)\.$/);
    expect(totals).toBe('Key pairs found: 22, kept: 22, deleted: 0, failed: 0.');
  });
});

describe('The outputs of a sweep', () => {
  test('have every key pair with its outcome, and count the deleted ones', () => {
    const { 'key-pairs': list, ...others } = sweepOutputs(some, 'eu-west-1', '/tmp/list.json');
    expect(list).toBe(sweepJson(some));
    expect(JSON.parse(list ?? '')).toHaveLength(6);
    expect(others).toEqual({
      'key-pairs-path': '/tmp/list.json',
      'aws-region': 'eu-west-1',
      changed: 'true',
      deleted: '1',
    });
    expect(sweepWarnings(some)).toEqual([]);
  });

  test('say that nothing changed if nothing was deleted', () => {
    expect(sweepOutputs([swept('live', 'kept', 'x')], 'r', '/f')).toMatchObject({
      changed: 'false',
      deleted: '0',
    });
  });

  test('warn if the list does not fit', () => {
    const large = Array.from({ length: 3 }, () => ({
      ...swept('a', 'kept', 'x'),
      json: `"${'x'.repeat(100_000)}"`,
    }));
    expect(sweepWarnings(large)).toEqual([
      'The output key-pairs holds the first 2 of 3; key-pairs-path holds all.',
    ]);
  });
});

describe('The summary of a sweep', () => {
  test('lists what was deleted or failed, and counts the rest', () => {
    expect(sweepSummary(some, ['eu-west-1'], '/f')).toEqual({
      heading: 'EC2 key pairs swept in eu-west-1: 1 deleted',
      columns: ['Name', 'ID', 'Outcome', 'Reason'],
      rows: [
        [{ value: 'old' }, 'key-old', 'deleted', 'it has expired'],
        [{ value: 'stuck' }, 'key-stuck', 'failed', 'EC2 did not answer.'],
      ],
      notes: [
        'Kept, because it is persistent: 2.',
        'Kept, because its run is not over: 1.',
        'Key pairs found: 6, kept: 3, deleted: 1, failed: 1, already gone: 1.',
      ],
    });
  });

  test('names the Region of each row if there are several, and what was ended', () => {
    const two = [
      swept('deploy.rotating', 'ended', 'The old key was put back.', 'eu-west-1'),
      swept('old', 'deleted', 'it has expired', 'us-east-1'),
    ];
    expect(sweepSummary(two, ['eu-west-1', 'us-east-1'], '/f')).toEqual({
      heading: 'EC2 key pairs swept in eu-west-1 and us-east-1: 1 deleted',
      columns: ['Name', 'ID', 'Region', 'Outcome', 'Reason'],
      rows: [
        [
          { value: 'deploy.rotating' },
          'key-deploy.rotating',
          'eu-west-1',
          'ended',
          'The old key was put back.',
        ],
        [{ value: 'old' }, 'key-old', 'us-east-1', 'deleted', 'it has expired'],
      ],
      notes: ['Key pairs found: 2, kept: 0, deleted: 1, failed: 0, rotations ended: 1.'],
    });
  });

  test('has no table if nothing was to be deleted', () => {
    expect(sweepSummary([], ['eu-west-1'], '/f')).toEqual({
      heading: 'EC2 key pairs swept in eu-west-1: 0 deleted',
      rows: [],
      notes: ['Key pairs found: 0, kept: 0, deleted: 0, failed: 0.'],
    });
  });

  test('says where the rest is if there are more rows than GitHub shows', () => {
    const { rows, notes = [] } = sweepSummary(many(1_001, 'deleted', 'x'), ['r'], '/tmp/list.json');
    expect(notes[0]).toBe(`Not shown: ${1_001 - rows.length}. The complete list is in /tmp/list.json.`);
    expect(rows.length).toBeLessThan(1_001);
  });
});
