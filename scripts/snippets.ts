/** Extracts the workflows and the Terraform and Packer files on pages, so that linters can read them. */
import { parse } from 'yaml';
import { fencesOf } from './docs/markdown.ts';

/** A file to write to the folder of its page. */
export interface Snippet {
  /** Relative, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** The file name of a workflow or action, in its first line, so that other workflows on the page can use it. */
const fileNameComment = /^# (\.github\/(?:workflows\/[\w.-]+|actions\/[\w.-]+\/action)\.yml)\n/;

/**
 * The workflows on a page. A list of steps is wrapped in a workflow. The lines of a whole workflow have the same
 * numbers as on the page.
 *
 * @throws Error for YAML that is neither a workflow, nor an action, nor a list of steps.
 */
export function workflowsOn(page: string, name: string): Snippet[] {
  return fencesOf(page).flatMap(({ language, text, line }) => {
    if (language !== 'yaml' || isAction(text)) return [];
    const [, file = `.github/workflows/line-${line}.yml`] = fileNameComment.exec(text) ?? [];
    const content: unknown = parse(text);
    if (Array.isArray(content)) return [{ file, text: workflowOfSteps(text) }];
    if (typeof content === 'object' && content !== null && 'jobs' in content)
      return [{ file, text: `${'\n'.repeat(line - 1)}${text}` }];
    throw new Error(`${name}:${line}: neither a whole workflow nor a list of steps`);
  });
}

/** The actions on a page: linters read them where a workflow uses them. */
export function actionsOn(page: string): Snippet[] {
  return fencesOf(page).flatMap(({ language, text }) => {
    const [, file] = fileNameComment.exec(text) ?? [];
    return language === 'yaml' && file !== undefined && isAction(text) ? [{ file, text }] : [];
  });
}

function isAction(text: string): boolean {
  return fileNameComment.exec(text)?.[1]?.endsWith('/action.yml') === true;
}

/** The HCL on a page. Its lines have the same numbers as on the page. */
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
