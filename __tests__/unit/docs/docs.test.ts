import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Docs, problemsOf, readDocs, renewed } from '../../../scripts/docs.ts';

const root = path.resolve(import.meta.dirname, '../../..');

let docs: Docs;
beforeAll(async () => {
  docs = await readDocs(root);
});

test('The pages and action.yml match the tables of src/ and the example workflows', () => {
  expect(problemsOf(docs)).toEqual([]);
});

test('README says before its first whole workflow what a first run needs', () => {
  const [, rest = ''] = (docs.pages.get('README.md') ?? '').split('## Before you start');
  const [section] = rest.split('## Full example');
  const needs = [
    '#quick-start-oidc',
    'sts:AssumeRoleWithWebIdentity',
    '(docs/permissions.md)',
    'ec2:RunInstances',
  ];
  for (const need of [...needs, 'variable `AWS_ROLE_ARN`']) expect(section).toContain(need);
});

test.each(['README.md', 'action.yml'])('Writing the docs again does not change %s', (name) => {
  const text = name === 'action.yml' ? docs.manifest : docs.pages.get(name);
  expect(renewed(docs).get(name)).toBe(text);
});

describe('The check of the docs', () => {
  test('shows the line that a table no longer contains, and the one that it contains now', () => {
    const outputs = { ...docs.outputs, 'key-type': 'The key in\nroman numerals, or | none.' };
    const [inManifest = '', inReadme = '', ...others] = newProblemsOf({ ...docs, outputs });
    expect(others).toEqual([]);
    expect(inManifest).toMatch(/action\.yml:\d+ - {7}`rsa` or `ed25519`\.$/m);
    expect(inManifest).toMatch(/action\.yml:\d+ \+ {7}The key in roman numerals, or \| none\.$/m);
    expect(inReadme).toMatch(/README\.md:\d+ - \| `key-type` \| `rsa` or `ed25519`\. \|/);
    expect(inReadme).toMatch(
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
      'an operation that is not described',
      '| `create` | creates',
      '| `made` | creates',
      'what `create` does',
    ],
    [
      'an operation without permissions',
      '| `create`, `ensure` | `ec2:',
      '| `create` | `ec2:',
      'permissions that `ensure` needs',
    ],
    ['a README that is too long', '# EC2 Key Pair\n', 'word '.repeat(1140), /README\.md has \d+ words/],
    ['a link to a page that does not exist', 'docs/masking.md', 'docs/masks.md', 'links to docs/masks.md'],
  ])('finds %s', (_, from, to, problem) => {
    expect(newProblemsOf(withReadme((text) => text.replace(from, to))).join('\n')).toMatch(problem);
  });

  test.each([
    ['a description that was changed manually', 'Name of the key pair.', 'Any name.', 'action.yml differs'],
    ['a default that was added manually', '  key-name:\n', '  key-name:\n    default: a\n', 'default: a'],
    ['inputs without their markers', '# <inputs>', '', 'action.yml has no # <inputs> … # </inputs>.'],
    ['outputs without their markers', '# </outputs>', '', 'action.yml has no # <outputs> … # </outputs>.'],
  ])('finds %s in action.yml', (_, from, to, problem) => {
    const manifest = changedText(docs.manifest, (text) => text.replace(from, to));
    expect(newProblemsOf({ ...docs, manifest }).join('\n')).toContain(problem);
  });

  test('finds an operation whose permissions are only listed in README', () => {
    const page = 'docs/permissions.md';
    const without = withPage(page, (text) => text.replace('| `fetch` |', '| `find` |'));
    expect(newProblemsOf(without)).toEqual([`${page} does not list the permissions that \`fetch\` needs.`]);
  });

  test('finds an expression in action.yml, which would prevent the runner from loading the action', () => {
    const manifest = changedText(docs.manifest, (text) =>
      text.replace('author:', 'author: ${{ github.actor }}'),
    );
    expect(newProblemsOf({ ...docs, manifest })).toEqual([expect.stringContaining('cannot load the action')]);
  });

  test('finds inputs and outputs in examples that do not exist', () => {
    const example = `steps:
  - uses: OWNER/ec2-key-pair@v1
    id: deploy
    with: { key-name: gha-deploy, key-size: 4096 }
  - run: ssh -i "\${{ steps.deploy.outputs.key-path }}" "\${{ steps.deploy.outputs.key-name }}"
  - run: echo "\${{ steps.other.outputs.anything }}"`;
    const problems = newProblemsOf(withExample(example));
    expect(problems).toEqual([
      'docs/examples.md: an example sets the input key-size, which does not exist.',
      'docs/examples.md: an example reads the output key-path, which does not exist.',
    ]);
  });

  test('finds a key name in an example that the policy does not allow', () => {
    const example = '- uses: OWNER/ec2-key-pair@v1\n  with: { operation: ensure, key-name: fleet }';
    const problems = newProblemsOf(withExample(example));
    expect(problems).toEqual([
      'docs/examples.md: an example uses the key name fleet; the policy allows names that start with gha-.',
    ]);
    const prefix = example.replace('key-name: fleet', 'key-name-prefix: team-');
    expect(newProblemsOf(withExample(prefix))).toEqual([expect.stringContaining('the key name team-;')]);
  });

  test('finds a recipe that does not say at its start what it needs', () => {
    const page = 'docs/recipes/packer.md';
    const without = withPage(page, (text) => text.replace('README.md#before-you-start', 'README.md'));
    expect(newProblemsOf(without)).toEqual([
      `${page} does not say at its start what it needs (README.md#before-you-start).`,
    ]);
  });

  test('finds an example workflow that no page shows', () => {
    const examples = new Map([...docs.examples, ['example-other.yml', 'name: Other\n']]);
    expect(newProblemsOf({ ...docs, examples })).toEqual([expect.stringContaining('example-other.yml')]);
  });
});

describe('Writing the docs', () => {
  test('changes only the parts between markers', () => {
    const emptied = withReadme((text) =>
      text.replace(/<!-- inputs -->[\s\S]*<!-- \/inputs -->/, '<!-- inputs -->\n<!-- /inputs -->'),
    );
    expect(newProblemsOf(emptied).join()).toContain('README.md differs from');
    expect(renewed(emptied).get('README.md')).toBe(renewed(docs).get('README.md'));
  });

  test('fills in the inputs and outputs of action.yml, and keeps everything else', () => {
    const emptied = docs.manifest.replace(/^# <(\w+)>\n[\s\S]*?# <\/\1>$/gm, '# <$1>\n# </$1>');
    expect(emptied).not.toContain('description: >-\n      Exact');
    const manifest = `# first\n${emptied}`;
    expect(renewed({ ...docs, manifest }).get('action.yml')).toBe(`# first\n${docs.manifest}`);
  });

  test('does not change parts that other programs generate', () => {
    const page = 'docs/performance.md';
    const benched = withPage(page, (text) => text.replace('<!-- /bench -->', 'figures\n<!-- /bench -->'));
    expect(renewed(benched).get(page)).toContain('figures\n<!-- /bench -->');
    expect(newProblemsOf(benched)).toEqual([]);
  });
});

/** The problems that a change causes. */
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
  const after = changedText(docs.pages.get(name) ?? '', change);
  return { ...docs, pages: new Map([...docs.pages, [name, after]]) };
}

/** Applies a change, and asserts that it changes the text. */
function changedText(before: string, change: (text: string) => string): string {
  const after = change(before);
  expect(after).not.toBe(before);
  return after;
}
