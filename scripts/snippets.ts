/** The workflows and the Terraform and Packer files that pages show, as files that a linter can read. */
import { parse } from 'yaml';
import { fencesOf } from './docs/markdown.ts';

/** A file to be written below a folder of its page. */
export interface Snippet {
  /** Relative, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The name by which a workflow calls another one on the same page, in its first line. */
const ownName = /^# (\.github\/workflows\/[\w.-]+\.yml)\n/;

/**
 * The workflows on a page. A list of steps, such as the shortest example, is put into a workflow.
 * A line of a whole workflow has the number that it has on the page.
 *
 * @throws Error for YAML that is neither.
 */
export function workflowsOn(page: string, name: string): Snippet[] {
  return fencesOf(page).flatMap(({ language, text, line }) => {
    if (language !== 'yaml') return [];
    const [, file = `.github/workflows/line-${line}.yml`] = ownName.exec(text) ?? [];
    const content: unknown = parse(text);
    if (Array.isArray(content)) return [{ file, text: workflowOfSteps(text) }];
    if (typeof content === 'object' && content !== null && 'jobs' in content)
      return [{ file, text: `${'\n'.repeat(line - 1)}${text}` }];
    throw new Error(`${name}:${line}: neither a whole workflow nor a list of steps`);
  });
}

/** The HCL on a page. A line has the number that it has on the page. */
export function hclOn(page: string): Snippet[] {
  return fencesOf(page).flatMap(({ language, text, line }) =>
    language === 'hcl' ? [{ file: `line-${line}.hcl`, text: `${'\n'.repeat(line - 1)}${text}` }] : [],
  );
}

function workflowOfSteps(steps: string): string {
  return `name: Steps
on: workflow_dispatch
permissions: {}
jobs:
  steps:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${steps.replace(/^(?=.)/gm, '      ')}`;
}
