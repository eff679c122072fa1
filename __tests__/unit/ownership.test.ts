import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeKeyPairsCommand, exactPattern } from '../../src/ec2/requests.ts';
import {
  filtersOfRun,
  isManaged,
  isReservedTag,
  maxTags,
  maxUserTags,
  type Tag,
  tagKeys,
  tagsOfNewPair,
  type WorkflowRun,
} from '../../src/ownership.ts';
import { someRun } from '../lib/workflow-run.ts';
import { problemsOf, readAs } from './inputs/reading.ts';

const ownership = { run: someRun, lifetime: 'job', nonce: 'f00d', expiresAt: undefined } as const;

test('The tags of a new key pair say which run created it, under names that people search for', () => {
  const expiresAt = new Date('2026-11-24T12:00:00Z');
  expect(asObject(tagsOfNewPair({ ...ownership, expiresAt }, [{ key: 'team', value: 'blue' }]))).toEqual({
    'managed-by': 'ec2-key-pair-action',
    'ec2-key-pair-action:repository': 'github.com/octo/widgets',
    'ec2-key-pair-action:run': '4242/1',
    'ec2-key-pair-action:job': 'build',
    'ec2-key-pair-action:lifetime': 'job',
    'ec2-key-pair-action:nonce': 'f00d',
    'ec2-key-pair-action:expires-at': '2026-11-24T12:00:00.000Z',
    team: 'blue',
  });
});

test.each(Object.values(tagKeys))('Users cannot set the tag %s', (key) => {
  expect(isReservedTag(key)).toBe(true);
  expect(problemsOf({ tags: `${key}=mine` })).toEqual([expect.stringContaining('sets itself')]);
});

test('The maximum of user tags leaves room for all of the action’s own', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) => `k${index}=v`).join('\n');
  const { tags } = readAs('create', { tags: lines(maxUserTags) });
  const all = tagsOfNewPair({ ...ownership, expiresAt: new Date(0) }, tags);
  expect(all.length).toBeLessThanOrEqual(maxTags);
  expect(maxTags).toBe(50);
  expect(problemsOf({ tags: lines(maxUserTags + 1) })).toEqual([
    `tags has more than the maximum of ${maxUserTags} tags.`,
  ]);
});

describe('Whatever a run is called,', () => {
  const anyRun: fc.Arbitrary<WorkflowRun> = fc.record({
    repository: fc.string({ unit: 'grapheme', maxLength: 400 }),
    runId: fc.nat().map(String),
    attempt: fc.nat().map(String),
    job: fc.string({ unit: 'grapheme', maxLength: 400 }),
  });

  test('its tags only have characters and lengths that EC2 and SSM accept', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const { key, value } of tagsOfNewPair({ ...ownership, run }, [])) {
          expect(key).toMatch(/^[\p{L}\p{N} _.:/=+\-@]{1,128}$/u);
          expect(value).toMatch(/^[\p{L}\p{N} _.:/=+\-@]{0,256}$/u);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('its key pairs are managed in its repository, and in no other', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const tags = new Map(Object.entries(asObject(tagsOfNewPair({ ...ownership, run }, []))));
        expect(isManaged(tags, run)).toBe(true);
        expect(isManaged(tags, { ...run, runId: `${run.runId}1`, attempt: '9', job: 'other' })).toBe(true);
        expect(isManaged(tags, { ...someRun, repository: 'github.com/octo/gadgets' })).toBe(false);
        expect(isManaged(new Map([...tags, ['managed-by', 'me']]), run)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

test('The same owner and name on another server is another repository', () => {
  const tags = new Map(Object.entries(asObject(tagsOfNewPair(ownership, []))));
  expect(isManaged(tags, { ...someRun, repository: 'github.example.com/octo/widgets' })).toBe(false);
});

test('The key pairs of a run are found in any attempt, and not those of a run whose ID starts alike', () => {
  const { Filters = [] } = describeKeyPairsCommand(filtersOfRun('42', someRun)).input;
  expect(Filters).toHaveLength(3);
  const matches = (run: WorkflowRun): boolean => {
    const tags = asObject(tagsOfNewPair({ ...ownership, run }, []));
    return Filters.every(({ Name = '', Values = [] }) =>
      Values.some((value) => ec2Pattern(value).test(tags[Name.replace(/^tag:/, '')] ?? '')),
    );
  };
  expect(matches({ ...someRun, runId: '42', attempt: '3' })).toBe(true);
  expect(matches({ ...someRun, runId: '421' })).toBe(false);
  expect(matches({ ...someRun, runId: '142' })).toBe(false);
  expect(matches({ ...someRun, runId: '42', repository: 'github.com/octo/widgets2' })).toBe(false);
});

test('Exact text in a filter matches itself and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '\\', '.', '['), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(ec2Pattern(exactPattern(one)).test(one)).toBe(true);
      if (one !== other) expect(ec2Pattern(exactPattern(one)).test(other)).toBe(false);
    }),
  );
});

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

function asObject(tags: readonly Tag[]): Record<string, string> {
  const keys = tags.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) throw new Error(`the same key twice: ${keys.join(', ')}`);
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
