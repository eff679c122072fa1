import { describe, expect, test } from '@jest/globals';
import type { ReleaseOutcome } from '../../../src/ledger/claim.ts';
import { reportCleanup } from '../../../src/runner/cleanup-report.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { openJobSummary, shownText } from './job-summary.ts';

/** What the log and the summary say of a cleanup; of the summary, what a browser shows. */
function report(outcomes: readonly ReleaseOutcome[], unreadable = 0) {
  using captured = captureLog();
  using summary = openJobSummary();
  reportCleanup(outcomes, unreadable);
  const html = summary.text();
  return { log: captured.lines().slice(0, -1), html, shown: shownText(html).split(/\n+/).slice(0, -1) };
}

const listCommand = "aws ec2 describe-key-pairs --filters 'Name=tag:managed-by,Values=ec2-key-pair-action'";

test('A cleanup warns only of what is left, with the reason and the command, and shows all of it in the summary', () => {
  const { log, shown } = report([
    { outcome: 'done', said: 'Deleted key pair "deploy".' },
    { outcome: 'already-gone', what: 'the private key file /k.pem' },
    { outcome: 'left', what: 'key pair "web"', why: 'no response', command: "aws ec2 delete-key-pair 'web'" },
    { outcome: 'left', what: 'the private key file /l.pem', why: 'permission denied' },
  ]);
  expect(log).toEqual([
    'Deleted key pair "deploy".',
    'Already gone: the private key file /k.pem.',
    '::warning::Not cleaned up: key pair "web". To delete it yourself:%0Aaws ec2 delete-key-pair \'web\'%0AWhy: no response.',
    '::warning::Not cleaned up: the private key file /l.pem: permission denied.',
  ]);
  expect(shown).toEqual([
    'EC2 key pair: cleanup when the job ended',
    'Deleted key pair "deploy".',
    'Already gone: the private key file /k.pem.',
    'Not cleaned up: key pair "web". To delete it yourself:',
    "aws ec2 delete-key-pair 'web'",
    'Why: no response.',
    'Not cleaned up: the private key file /l.pem: permission denied.',
  ]);
});

test('What was not found but may be created later is a notice, after what was done', () => {
  const { log, shown } = report([
    { outcome: 'not-found', said: 'Deleted a.', what: 'key pair "web" of this step', command: 'delete it' },
    { outcome: 'not-found', what: 'key pair "db" of this step', command: 'delete that' },
  ]);
  const why = 'It may still be created, because a request got no clear answer. To delete it then:';
  expect(log).toEqual([
    'Deleted a.',
    `::notice::Not found: key pair "web" of this step. ${why}%0Adelete it`,
    `::notice::Not found: key pair "db" of this step. ${why}%0Adelete that`,
  ]);
  expect(shown).toEqual([
    'EC2 key pair: cleanup when the job ended',
    `Deleted a. Not found: key pair "web" of this step. ${why}`,
    'delete it',
    `Not found: key pair "db" of this step. ${why}`,
    'delete that',
  ]);
});

test('What would help follows the reason, and what is long is in the log alone', () => {
  const { log, shown } = report([
    { outcome: 'left', what: 'a', why: 'denied.', hint: 'Allow it.', details: 'long', command: 'delete a' },
  ]);
  expect(log).toEqual([
    '::warning::Not cleaned up: a. To delete it yourself:%0Adelete a%0AWhy: denied. Allow it.',
    'long',
  ]);
  expect(shown.join()).not.toContain('long');
});

test('The command that deletes what is left has a block of its own, which can be copied', () => {
  const { html } = report([{ outcome: 'left', what: 'a', why: 'b', command: 'delete a' }]);
  expect(html).toContain('<pre><code>delete a</code></pre>');
});

describe('A state that is unreadable', () => {
  test.each([
    [1, '1 entry'],
    [2, '2 entries'],
  ])('is reported with the command that finds key pairs (%i)', (unreadable, entries) => {
    const text = `The state saved by this step is unreadable (${entries}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
    const { log, shown } = report([], unreadable);
    expect(log).toEqual([`::warning::${text}%0A${listCommand}`]);
    expect(shown).toEqual(['EC2 key pair: cleanup when the job ended', text, listCommand]);
  });

  test('is reported after what could be cleaned up', () => {
    const { log } = report([{ outcome: 'done', said: 'Deleted a.' }], 1);
    expect(log).toEqual(['Deleted a.', expect.stringContaining('::warning::The state saved by this step')]);
  });
});

test('Without anything to clean up, neither the log nor the summary says anything', () => {
  expect(report([])).toEqual({ log: [], html: '', shown: [] });
});

test('Names and reasons from elsewhere issue no command, and no markup', () => {
  const evil = '\n::error::x\n##[add-mask]e <b>';
  const { log, html } = report([
    { outcome: 'done', said: evil },
    { outcome: 'left', what: evil, why: evil, command: evil },
  ]);
  expect(log.filter((line) => line.startsWith('::'))).toHaveLength(1);
  expect(html).not.toMatch(/<b>|^\s*::|##\[/m);
});
