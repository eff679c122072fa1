import { describe, expect, test } from '@jest/globals';
import {
  entriesOf,
  outputsOfAll,
  reportOfAll,
  unlessShared,
  withRegion,
} from '../../../src/results/in-regions.ts';
import { result } from './some-result.ts';

const first = {
  'key-name': 'deploy',
  'key-pair-id': 'key-0a',
  'key-type': 'rsa',
  'key-fingerprint': 'aa:bb',
  'aws-region': 'eu-west-1',
  created: 'false',
  changed: 'false',
};
const second = {
  ...first,
  'key-pair-id': 'key-0b',
  'aws-region': 'us-east-1',
  created: 'true',
  changed: 'true',
};

describe('A sentence about one of several Regions', () => {
  test('names its Region once', () => {
    expect(withRegion('eu-west-1', 'Nothing was deleted.')).toBe('eu-west-1: Nothing was deleted.');
    expect(withRegion('eu-west-1', 'Nothing in eu-west-1.')).toBe('Nothing in eu-west-1.');
  });

  test('does without a Region if it holds for all of them', () => {
    const said = unlessShared([
      { region: 'eu-west-1', sentences: ['Kept.', 'Tagged.'] },
      { region: 'us-east-1', sentences: ['Kept.'] },
    ]);
    expect(said).toEqual(['Kept.', 'eu-west-1: Tagged.']);
  });
});

describe('The outputs of several Regions', () => {
  test('are those of the first one, with a list of all', () => {
    const { 'key-pairs': list = '', ...others } = outputsOfAll([first, second], '/tmp/list.json');
    expect(others).toEqual({ ...first, changed: 'true', 'key-pairs-path': '/tmp/list.json' });
    expect(JSON.parse(list)).toEqual(entriesOf([first, second]));
    expect(JSON.parse(list)).toEqual([
      {
        keyName: 'deploy',
        keyPairId: 'key-0a',
        keyType: 'rsa',
        fingerprint: 'aa:bb',
        region: 'eu-west-1',
        created: false,
      },
      {
        keyName: 'deploy',
        keyPairId: 'key-0b',
        keyType: 'rsa',
        fingerprint: 'aa:bb',
        region: 'us-east-1',
        created: true,
      },
    ]);
  });

  test('say that nothing changed if nothing changed in any of them', () => {
    expect(outputsOfAll([first, first], '/f')).toMatchObject({ changed: 'false' });
  });
});

describe('The report of several Regions', () => {
  const elsewhere = { ...result, region: 'us-east-1', keyPairId: 'key-0b', change: 'none' } as const;
  const nowhere = { ...result, region: 'xx-nowhere-1', keyPairId: 'key-0c' };

  test('has a row for each Region with the ID and what was done there, after the name', () => {
    const { summary, lines } = reportOfAll([result, elsewhere, nowhere]);
    expect(summary.heading).toBe('EC2 key pair in 3 Regions');
    const labels = summary.rows.map(([label]) => label);
    expect(labels.slice(1, 4)).toEqual(['eu-west-1', 'us-east-1', 'xx-nowhere-1']);
    expect(labels).not.toContain('ID');
    expect(labels).not.toContain('Region');
    expect(summary.rows[1]?.[1]).toMatchObject({ value: 'key-0a', note: 'created' });
    expect(summary.rows[2]?.[1]).toMatchObject({ value: 'key-0b', note: 'found' });
    expect(lines.filter((line) => line.includes('fingerprint'))).toHaveLength(3);
  });

  test('links to the console only where there is one', () => {
    const { rows } = reportOfAll([result, nowhere]).summary;
    expect(rows[1]?.[1]).toHaveProperty('url');
    expect(rows[2]?.[1]).not.toHaveProperty('url');
  });
});
