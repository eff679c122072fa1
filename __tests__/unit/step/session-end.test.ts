import { expect, test } from '@jest/globals';
import { noticeOfSessionEnd } from '../../../src/step/session-end.ts';

const now = new Date('2026-08-01T12:00:00Z');

test.each([
  ['2026-08-01T12:00:10Z', 'in 1 min.'],
  ['2026-08-01T12:12:00+00:00', 'in 12 min.'],
  ['2026-08-01T12:29:59.5Z', 'in 30 min.'],
])('Of a session that ends at %s, a step says that it ends %s', (end, words) => {
  expect(noticeOfSessionEnd(end, now)).toContain(`The AWS session of this job ends ${words}`);
});

test.each([
  '2026-08-01T12:30:00Z',
  '2026-08-01T13:00:00Z',
  '2026-08-01T12:00:00Z',
  '2025-01-01T00:00:00Z',
  'soon',
])('Of a session that ends at %s, it says nothing.', (end) => {
  expect(noticeOfSessionEnd(end, now)).toBeUndefined();
});
