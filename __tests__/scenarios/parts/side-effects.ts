import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobRun, Step, StepRun } from '../../../local/runner/job.ts';
import { stateName } from '../../../test-support/claims.ts';
import { hostileName, hostileTexts } from '../../lib/hostile-texts.ts';
import { commandsIn } from '../../lib/recognizers.ts';
import { actionFolder } from '../../lib/scenario.ts';
import { hostilePath } from './hostile-inputs.ts';

const canary = 'canary: abcdefghijklmnopqrstuvwxyz ::debug::still obeyed 0123456789';

/** The last step of a job. The log shows what it prints, unless an earlier step masked a letter or stopped commands. */
export const canaryStep: Step = { name: 'canary', run: `echo '${canary}'` };

const outsideTexts = [...hostileTexts, hostileName, hostilePath];

const outputNames = new Set(
  [...readFileSync(path.join(actionFolder, 'action.yml'), 'utf8').matchAll(/^ {2}([a-z-]+):$/gm)].map(
    ([, name]) => name,
  ),
);

/**
 * Side effects of outside text in a job that ends with the canary: those of its steps, masks of anything but keys, and
 * markup in the summary.
 */
export function sideEffectsIn(run: JobRun): string[] {
  const canaryLog = run.steps.find(({ name }) => name === canaryStep.name)?.log.join('\n') ?? '';
  return [
    ...run.steps.filter(({ id }) => id !== undefined).flatMap(sideEffectsOf),
    ...run.masks.filter((mask) => !isPartOfKey(mask)).map((mask) => `mask: ${mask}`),
    ...foreignMarkup(run.summary).map((markup) => `summary: ${markup}`),
    ...(canaryLog.split('\n').includes(canary) ? [] : [`canary: ${canaryLog}`]),
  ];
}

/** Side effects of outside text in one step: commands, outputs, and state that are not the action's, hidden characters. */
export function sideEffectsOf(step: StepRun): string[] {
  const outputs = Object.keys(step.outputs).filter((name) => !outputNames.has(name));
  const state = Object.keys(step.state).filter((name) => name !== stateName);
  return [
    ...foreignCommands(step).map((line) => `command: ${line}`),
    ...outputs.map((name) => `output: ${name}`),
    ...state.map((name) => `state: ${name}`),
    ...hiddenCharacters(step).map((character) => `printed: ${JSON.stringify(character)}`),
  ];
}

/** The action's own commands have no properties. Their data may contain `::`. */
function foreignCommands(step: StepRun): string[] {
  return commandsIn(printedBy(step)).filter((line) => {
    const [, name, data = ''] = /^::([a-z-]+)::(.*)$/s.exec(line) ?? [];
    if (data.includes('##[')) return true;
    return name === 'add-mask'
      ? !isPartOfKey(data)
      : !['error', 'warning', 'notice', 'debug'].includes(name ?? '');
  });
}

/** What a step printed, before masks. */
export function printedBy({ raw }: StepRun): string {
  return raw.map(({ text }) => text).join('');
}

/** Whether a mask has the length and the characters of those of keys, and is not in any text from outside. */
function isPartOfKey(mask: string): boolean {
  const value = mask.replaceAll('%25', '%');
  return /^[\w+/%&#;=\\-]{6,}$/.test(value) && !outsideTexts.some((text) => text.includes(value));
}

/** The action's own tags, with exactly the attributes that it writes. */
const ownTag = /^<(?:\/?(?:h3|table|tr|td|p|pre|code)|\/(?:th|a)|td nowrap|th align="left" nowrap)>$/;
/** Links lead to the key pair in the AWS console, or to the run. Escapes keep the value within its attribute. */
const ownLink =
  /^<a href="https:\/\/(?:([a-z0-9-]+)\.console\.aws\.amazon\.com\/ec2\/home\?region=\1#KeyPairs:keyName=(?:[\w.!~()%-]|&#\d+;)+|github\.com\/octo\/widgets\/actions\/runs\/\d+)">$/;

function foreignMarkup(summary: string): string[] {
  const tags = summary.match(/<[^>]*>?/g) ?? [];
  const markdown = summary.match(/@octo|\]\(|`|\*\*|^\s*#/gm) ?? [];
  return [...tags.filter((tag) => !ownTag.test(tag) && !ownLink.test(tag)), ...markdown];
}

/** Characters that move the cursor, or reverse or hide text. */
function hiddenCharacters(step: StepRun): string[] {
  return printedBy(step).match(/(?![\t\r\n])[\p{Cc}\p{Cf}]/gu) ?? [];
}
