import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Docs, problemsOf, readDocs, renewed } from '../../../scripts/docs.ts';

const root = path.resolve(import.meta.dirname, '../../..');

let docs: Docs;
beforeAll(async () => {
  docs = await readDocs(root);
});

test('the pages agree with action.yml and the example workflows', () => {
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
    ['a table without its marker', '<!-- /outputs -->', '', 'no <!-- outputs -->'],
    ['an example without its marker', '<!-- example-one-job.yml -->', '', 'no <!-- example-one-job.yml -->'],
    [
      'an operation that is not explained',
      '| `create` | creates',
      '| `made` | creates',
      'what `create` does',
    ],
    [
      'an operation without permissions',
      '| `create`, `ensure` | `ec2:',
      '| `create` | `ec2:',
      'permissions `ensure` needs',
    ],
    ['a README that is too long', '# EC2 Key Pair\n', 'word '.repeat(1800), /README\.md has \d+ words/],
    ['a link to a page that does not exist', 'docs/masking.md', 'docs/masks.md', 'links to docs/masks.md'],
  ])('finds %s', (_, from, to, problem) => {
    expect(newProblemsOf(withReadme((text) => text.replace(from, to))).join('\n')).toMatch(problem);
  });

  test('finds inputs and outputs in examples that action.yml does not have', () => {
    const example = `steps:
  - uses: OWNER/ec2-key-pair@v1
    id: deploy
    with: { key-name: gha-deploy, key-size: 4096 }
  - run: ssh -i "\${{ steps.deploy.outputs.key-path }}" "\${{ steps.deploy.outputs.key-name }}"
  - run: echo "\${{ steps.other.outputs.anything }}"`;
    const problems = newProblemsOf(withExample(example));
    expect(problems).toEqual([
      'docs/examples.md: an example sets the input key-size, which action.yml does not have.',
      'docs/examples.md: an example reads the output key-path, which action.yml does not have.',
    ]);
  });

  test('finds a key name in an example that the policy does not allow', () => {
    const example = '- uses: OWNER/ec2-key-pair@v1\n  with: { operation: ensure, key-name: fleet }';
    const problems = newProblemsOf(withExample(example));
    expect(problems).toEqual([
      'docs/examples.md: an example uses the key name fleet; the policy allows names that start with gha-.',
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
    expect(newProblemsOf(emptied).join()).toContain('README.md differs from');
    expect(renewed(emptied).get('README.md')).toBe(renewed(docs).get('README.md'));
  });

  test('leaves the markers of other programs alone', () => {
    const page = 'docs/performance.md';
    const benched = withPage(page, (text) => text.replace('<!-- /bench -->', 'figures\n<!-- /bench -->'));
    expect(renewed(benched).get(page)).toContain('figures\n<!-- /bench -->');
    expect(newProblemsOf(benched)).toEqual([]);
  });
});

/** What a change brings, whatever is wrong without it. */
function newProblemsOf(changed: Docs): string[] {
  const before = problemsOf(docs);
  return problemsOf(changed).filter((problem) => !before.includes(problem));
}

function withReadme(change: (text: string) => string): Docs {
  return withPage('README.md', change);
}

function withExample(example: string): Docs {
  return withPage('docs/examples.md', (text) => `${text}\n\`\`\`yaml\n${example}\n\`\`\`\n`);
}

function withPage(name: string, change: (text: string) => string): Docs {
  const before = docs.pages.get(name) ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  return { ...docs, pages: new Map([...docs.pages, [name, after]]) };
}
