import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeKeyPairsCommand, exactPattern } from '../../../src/ec2/requests.ts';
import {
  filtersOfRun,
  type Tag,
  type TagFilter,
  tagsOfNewPair,
  type WorkflowRun,
} from '../../../src/ownership.ts';
import { someRun } from '../../lib/workflow-run.ts';

describe('an exact pattern', () => {
  test('matches its own text and no other.', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '\\', '.', '['), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(ec2Pattern(exactPattern(one)).test(one)).toBe(true);
        if (one !== other) expect(ec2Pattern(exactPattern(one)).test(other)).toBe(false);
      }),
    );
  });
});

describe('a filter', () => {
  test('by a value finds this value only, even if it looks like a pattern.', () => {
    const filter = { key: 'team', value: 'r*d' };
    expect(['r*d', 'red', 'r*dx'].map((value) => passes([{ key: 'team', value }], [filter]))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('by the start of a value finds all values that start with it, even if it looks like a pattern.', () => {
    const filter = { key: 'team', startsWith: 'r*' };
    expect(['r*', 'r*d', 'red', 'xr*'].map((value) => passes([{ key: 'team', value }], [filter]))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('of a run finds its key pairs in any attempt, and none of a run whose ID begins or ends alike.', () => {
    const isFound = (run: WorkflowRun): boolean =>
      passes(
        tagsOfNewPair({ run, lifetime: 'job', nonce: 'f00d', expiresAt: undefined }, []),
        filtersOfRun('42', someRun),
      );
    expect(isFound({ ...someRun, runId: '42', attempt: '3' })).toBe(true);
    expect(isFound({ ...someRun, runId: '421' })).toBe(false);
    expect(isFound({ ...someRun, runId: '142' })).toBe(false);
    expect(isFound({ ...someRun, runId: '42', repository: 'github.com/octo/widgets2' })).toBe(false);
  });
});

/** Whether EC2 would find a key pair with these tags by these filters. */
function passes(tags: readonly Tag[], filters: readonly TagFilter[]): boolean {
  const { Filters = [] } = describeKeyPairsCommand(filters).input;
  expect(Filters).toHaveLength(filters.length);
  return Filters.every(({ Name, Values = [] }) =>
    tags.some(
      ({ key, value }) => Name === `tag:${key}` && Values.some((pattern) => ec2Pattern(pattern).test(value)),
    ),
  );
}

/** What a filter value matches (EC2 user guide, filtering): `*`, `?`, and a backslash before a plain character. */
function ec2Pattern(value: string): RegExp {
  const parts = value.match(/\\[\s\S]|[\s\S]/g) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    return `\\u${part.slice(-1).charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new RegExp(`^${source.join('')}$`);
}
