import { describe, expect, test } from '@jest/globals';
import type { Summary } from '../../../src/results/report.ts';
import { writeSummary } from '../../../src/runner/summary.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { hostileTexts } from '../../lib/hostile-texts.ts';
import { commandsIn } from '../../lib/recognizers.ts';
import { openJobSummary, shownText } from './job-summary.ts';

/** What is written for a summary. */
function written(summary: Summary): string {
  using file = openJobSummary();
  writeSummary(summary);
  return file.text();
}

test('A summary is a heading with the value that it is about, a table, and notes', () => {
  expect(
    written({
      heading: 'Key pair created',
      subject: 'deploy',
      rows: [
        ['Name', { value: 'deploy', url: 'https://example.com/?a=1&b=2#c' }],
        ['Private key file', { value: '/k.pem', note: 'kept' }],
        ['Lifetime', 'Deleted when this job ends'],
        ['Type', { value: '' }],
        ['Comment', ''],
      ],
      notes: ['Read on.', { text: 'To log in:', command: 'ssh host' }],
    }),
  ).toBe(`<h3>Key pair created: <code>deploy</code></h3>

<table>
<tr><th align="left" nowrap>Name</th><td><a href="https://example.com/?a=1&#38;b=2#c"><code>deploy</code></a></td></tr>
<tr><th align="left" nowrap>Private key file</th><td><code>/k.pem</code> (kept)</td></tr>
<tr><th align="left" nowrap>Lifetime</th><td>Deleted when this job ends</td></tr>
<tr><th align="left" nowrap>Type</th><td></td></tr>
<tr><th align="left" nowrap>Comment</th><td></td></tr>
</table>

<p>Read on.</p>

<p>To log in:</p>
<pre><code>ssh host</code></pre>

`);
});

test('A table with columns has headings, and no labels', () => {
  expect(written({ heading: 'List', columns: ['Name', 'Type'], rows: [['a', 'rsa']] })).toContain(`<table>
<tr><th align="left" nowrap>Name</th><th align="left" nowrap>Type</th></tr>
<tr><td nowrap>a</td><td nowrap>rsa</td></tr>
</table>
`);
});

test('The ID of a key pair and a date stay on one line, and sentences can wrap', () => {
  const id = 'key-0123456789abcdef0';
  const html = written({ heading: 'h', columns: ['a'], rows: [[id], ['2026-11-24'], ['w'.repeat(25)]] });
  expect(html.match(/<td nowrap>/g)).toHaveLength(2);
  expect(html).toContain(`<td nowrap>${id}</td>`);
});

test('A summary without rows has no table', () => {
  expect(written({ heading: 'Nothing found', rows: [] })).toBe('<h3>Nothing found</h3>\n\n');
});

test('Summaries of the same step follow each other', () => {
  using file = openJobSummary();
  writeSummary({ heading: 'one', rows: [] });
  writeSummary({ heading: 'two', rows: [] });
  expect(file.text()).toBe('<h3>one</h3>\n\n<h3>two</h3>\n\n');
});

test('A summary that cannot be written is no reason to fail', () => {
  using captured = captureLog();
  using _ = openJobSummary();
  process.env['GITHUB_STEP_SUMMARY'] = '/no/such/file';
  writeSummary({ heading: 'h', rows: [['a', 'b']] });
  delete process.env['GITHUB_STEP_SUMMARY'];
  writeSummary({ heading: 'h', rows: [['a', 'b']] });
  expect(captured.text().match(/::debug::The job summary could not be written/g)).toHaveLength(2);
});

describe('Whatever a text contains,', () => {
  const evil = '<img src=x onerror=y>[a](http://b)|@octo\n\n# c';
  const everywhere = (text: string): Summary => ({
    heading: text,
    subject: text,
    columns: [text],
    rows: [[text], [{ value: text, note: text, url: text }]],
    notes: [text, { text, command: text }],
  });
  const labeled = (text: string): Summary => ({ heading: 'h', rows: [[text, text]] });

  test.each([evil, ...hostileTexts])('the summary has no markup but its own: %j', (text) => {
    const html = written(everywhere(text)) + written(labeled(text));
    expect(
      html.replace(/<(h3|p|pre|code|table|tr|td|th|a)(?: (?:align|href)="[^"<>]*")?(?: nowrap)?>/g, ''),
    ).not.toMatch(/<(?!\/(?:h3|p|pre|code|table|tr|td|th|a)>)/);
    expect(commandsIn(html)).toEqual([]);
    expect(html).not.toMatch(/@octo|\]\(|^# c|\*\*d|`c`/m);
  });

  test.each([evil, ...hostileTexts])('no blank line ends the HTML early: %j', (text) => {
    const plain = written(everywhere('plain')).split('\n').length;
    expect(written(everywhere(text)).split('\n')).toHaveLength(plain);
  });

  test('a link leads to its address only', () => {
    const html = written({ heading: 'h', rows: [['Name', { value: 'a', url: 'https://x/"onclick="y' }]] });
    expect(html).toContain('<a href="https://x/&#34;onclick=&#34;y">');
  });

  test('a command is shown as it must be typed', () => {
    const command = `ssh -i '/a b/it'\\''s.pem' "$HOME" <host> && echo [*] | cat @file \`x\``;
    const [, block = ''] =
      /<pre>(.*)<\/pre>/s.exec(written({ heading: 'h', rows: [], notes: [{ text: 't', command }] })) ?? [];
    expect(shownText(block)).toBe(command);
  });
});
