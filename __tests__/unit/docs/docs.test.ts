import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Docs, problemsOf, readDocs, renewed } from '../../../scripts/docs.ts';

const root = path.resolve(import.meta.dirname, '../../..');

let docs: Docs;
beforeAll(async () => {
  docs = await readDocs(root);
});

test('the pages say what action.yml and the example workflows say', () => {
  expect(problemsOf(docs)).toEqual([]);
});

describe('the check of the pages', () => {
  test('shows the line that action.yml no longer says, and the one it says now', () => {
    const { manifest } = docs;
    const key = { description: 'The key in\nroman numerals, or | none.' };
    const changed = { ...docs, manifest: { ...manifest, outputs: { ...manifest.outputs, 'key-type': key } } };
    const [problem = '', ...others] = newProblemsOf(changed);
    expect(others).toEqual([]);
    expect(problem).toMatch(/README\.md:\d+ - \| `key-type` \| `rsa` or `ed25519`\. \|/);
    expect(problem).toMatch(
      /README\.md:\d+ \+ \| `key-type` \| The key in roman numerals, or \\\| none\. \|/,
    );
  });

  test.each([
    [
      'an example that was changed on the page',
      '        id: key\n',
      '        id: pair\n',
      /README\.md:\d+ \+ +id: key/,
    ],
    ['an example that comes before the first', '# EC2 Key Pair\n', '```yaml\nx: 1\n```\n', 'first example'],
    ['a table without its marker', '<!-- /outputs -->', '', 'no <!-- outputs -->'],
    ['an example without its marker', '<!-- example-one-job.yml -->', '', 'no <!-- example-one-job.yml -->'],
    ['an operation that is not explained', '| `create` | makes', '| `made` | makes', 'what `create` does'],
    [
      'an operation without permissions',
      '| `create` | `ec2:',
      '| `made` | `ec2:',
      'permissions `create` needs',
    ],
  ])('finds %s', (_, from, to, problem) => {
    expect(newProblemsOf(withReadme((text) => text.replace(from, to))).join('\n')).toMatch(problem);
  });

  test('finds inputs and outputs in examples that action.yml does not have', () => {
    const example = `steps:
  - uses: OWNER/ec2-key-pair@v1
    id: deploy
    with: { key-name: deploy, key-size: 4096 }
  - run: ssh -i "\${{ steps.deploy.outputs.key-path }}" "\${{ steps.deploy.outputs.key-name }}"
  - run: echo "\${{ steps.other.outputs.anything }}"`;
    const problems = newProblemsOf(withReadme((text) => `${text}\n\`\`\`yaml\n${example}\n\`\`\`\n`));
    expect(problems).toEqual([
      'README.md: an example gives the input key-size, which action.yml does not have.',
      'README.md: an example takes the output key-path, which action.yml does not have.',
    ]);
  });

  test('finds an example workflow that no page shows', () => {
    const examples = new Map([...docs.examples, ['example-other.yml', 'name: Other\n']]);
    expect(newProblemsOf({ ...docs, examples })).toEqual([expect.stringContaining('example-other.yml')]);
  });
});

describe('writing the pages', () => {
  test('fills in what is between markers, and nothing else', () => {
    const emptied = withReadme((text) =>
      text.replace(/<!-- inputs -->[\s\S]*<!-- \/inputs -->/, '<!-- inputs -->\n<!-- /inputs -->'),
    );
    expect(newProblemsOf(emptied).join()).toContain('README.md is not');
    expect(renewed(emptied).get('README.md')).toBe(renewed(docs).get('README.md'));
  });

  test('leaves markers of others alone', () => {
    const benched = withReadme((text) => text.replace('<!-- /bench -->', 'figures\n<!-- /bench -->'));
    expect(renewed(benched).get('README.md')).toContain('figures\n<!-- /bench -->');
    expect(newProblemsOf(benched)).toEqual([]);
  });
});

/** What a change brings, whatever is wrong without it. */
function newProblemsOf(changed: Docs): string[] {
  const before = problemsOf(docs);
  return problemsOf(changed).filter((problem) => !before.includes(problem));
}

function withReadme(change: (text: string) => string): Docs {
  const before = docs.pages.get('README.md') ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  return { ...docs, pages: new Map([...docs.pages, ['README.md', after]]) };
}
