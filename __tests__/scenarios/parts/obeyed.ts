import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobRun, Step, StepRun } from '../../../local/runner/job.ts';
import { commandsIn } from '../../lib/recognisers.ts';
import { actionFolder } from '../../lib/scenario.ts';

const canary = 'canary: abcdefghijklmnopqrstuvwxyz ::debug::still obeyed 0123456789';

/** The last step of a job: what it prints stands in the log as it is, unless somebody has had a letter masked. */
export const canaryStep: Step = { name: 'canary', run: `echo '${canary}'` };

const outputNames = new Set(
  [...readFileSync(path.join(actionFolder, 'action.yml'), 'utf8').matchAll(/^ {2}([a-z-]+):$/gm)].map(
    ([, name]) => name,
  ),
);

/**
 * What text from outside has brought about in a job that ends with the canary: commands among what the action printed
 * that are not its own, masks that are no key's, outputs and state under other names, markup in the summary.
 */
export function broughtAbout(run: JobRun): string[] {
  const ofAction = run.steps.filter(({ id }) => id !== undefined);
  const canaryLog = run.steps.find(({ name }) => name === canaryStep.name)?.log.join('\n') ?? '';
  return [
    ...ofAction.flatMap((step) => foreignCommands(step).map((line) => `command: ${line}`)),
    ...run.masks.filter((mask) => !isOfKey(mask)).map((mask) => `mask: ${mask}`),
    ...ofAction.flatMap(({ outputs }) => unknown(outputs, outputNames).map((name) => `output: ${name}`)),
    ...ofAction.flatMap(({ state }) =>
      Object.keys(state)
        .filter((name) => !/^(?:main-process|claim-[\d-]+-(?:intended|held|kept|released))$/.test(name))
        .map((name) => `state: ${name}`),
    ),
    ...foreignMarkup(run.summary).map((markup) => `summary: ${markup}`),
    ...ofAction.flatMap(hidden).map((character) => `printed: ${JSON.stringify(character)}`),
    ...(canaryLog.split('\n').includes(canary) ? [] : [`canary: ${canaryLog}`]),
  ];
}

/** The action's own commands carry no properties; what they say may hold `::`, which is then data. */
function foreignCommands(step: StepRun): string[] {
  return commandsIn(printed(step)).filter((line) => {
    const [, name, data = ''] = /^::([a-z-]+)::(.*)$/s.exec(line) ?? [];
    if (data.includes('##[')) return true;
    return name === 'add-mask'
      ? !isOfKey(data)
      : !['error', 'warning', 'notice', 'debug'].includes(name ?? '');
  });
}

function printed({ raw }: StepRun): string {
  return raw.map(({ text }) => text).join('');
}

function isOfKey(mask: string): boolean {
  return /^[\w+/=%]{16,}$/.test(mask);
}

function unknown(values: Readonly<Record<string, string>>, known: ReadonlySet<string | undefined>): string[] {
  return Object.keys(values).filter((name) => !known.has(name));
}

function foreignMarkup(summary: string): string[] {
  const own = new Set(['h3', 'table', 'tr', 'th', 'td', 'code']);
  const tags = [...summary.matchAll(/<[!/]?([\w-]+)[^>]*>/g)].filter(([, name]) => !own.has(name ?? ''));
  const markdown = summary.match(/@octo|\]\(|`|\*\*|^\s*#/gm) ?? [];
  return [...tags.map(([tag]) => tag), ...markdown];
}

/** Characters that move the cursor, or turn or hide text. */
function hidden(step: StepRun): string[] {
  return printed(step).match(/(?![\t\r\n])[\p{Cc}\p{Cf}]/gu) ?? [];
}
