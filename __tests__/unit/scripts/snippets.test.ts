import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionsOn, hclOn, workflowsOn } from '../../../scripts/snippets.ts';

const workflow = 'on: push\njobs: {}\n';

test('a workflow keeps the line numbers of its page', () => {
  const [snippet] = workflowsOn(`# Title\n\nText.\n\n${yaml(workflow)}`, 'page.md');
  expect(snippet?.text.split('\n').slice(5, 7)).toEqual(['on: push', 'jobs: {}']);
  expect(snippet?.file).toBe('.github/workflows/line-6.yml');
});

test('a workflow that another one calls has the file name in its first line', () => {
  const [snippet] = workflowsOn(yaml(`# .github/workflows/called.yml\n${workflow}`), 'page.md');
  expect(snippet?.file).toBe('.github/workflows/called.yml');
});

test('an action is no workflow, and has the file name under which a workflow uses it', () => {
  const page = `${yaml('# .github/actions/key/action.yml\nruns: {}\n')}\n${yaml(workflow)}`;
  expect(actionsOn(page).map(({ file }) => file)).toEqual(['.github/actions/key/action.yml']);
  expect(workflowsOn(page, 'page.md')).toHaveLength(1);
});

test('a list of steps is wrapped in a workflow', () => {
  const [snippet] = workflowsOn(yaml('- run: echo 1\n\n- run: |\n    echo 2\n    echo 3\n'), 'page.md');
  expect(parse(snippet?.text ?? '')).toMatchObject({
    jobs: { steps: { steps: [{ run: 'echo 1' }, { run: 'echo 2\necho 3\n' }] } },
  });
});

test('an indented workflow is read without its indentation', () => {
  const page = `1. Step\n\n${yaml(workflow).replace(/^(?=.)/gm, '   ')}`;
  expect(workflowsOn(page, 'page.md').map(({ text }) => parse(text))).toEqual([parse(workflow)]);
});

test.each([
  ['a part of a job', 'runs-on: ubuntu-latest\nsteps: []\n'],
  ['a plain string', 'steps\n'],
])('%s causes an error, because a recipe must run as pasted', (_, text) => {
  expect(() => workflowsOn(yaml(text), 'page.md')).toThrow('page.md:2: neither a whole workflow nor');
});

test('workflows and HCL are separate, and other languages are ignored', () => {
  const page = `${yaml(workflow)}\n\`\`\`json\n{}\n\`\`\`\n\n\`\`\`hcl\na = 1\n\`\`\`\n`;
  expect(workflowsOn(page, 'page.md')).toHaveLength(1);
  expect(hclOn(page)).toEqual([{ file: 'line-11.hcl', text: `${'\n'.repeat(10)}a = 1\n` }]);
});

function yaml(text: string): string {
  return `\`\`\`yaml\n${text}\`\`\`\n`;
}
