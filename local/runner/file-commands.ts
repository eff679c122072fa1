import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, withoutByteOrderMark } from './dotnet-text.ts';
import { messageOf } from './error-text.ts';
import { prependPath, type StepScope, saveState, setOutput, setVariable } from './step-scope.ts';

const SUMMARY_LIMIT = 1024 * 1024;
const SUMMARY_TOO_LARGE =
  'For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary';

/** In the order in which the runner processes them. */
const KINDS = [
  { context: 'path', prefix: 'add_path_', process: addPaths },
  { context: 'env', prefix: 'set_env_', process: setVariables },
  { context: 'step_summary', prefix: 'step_summary_', process: takeSummary },
  { context: 'state', prefix: 'save_state_', process: saveStates },
  { context: 'output', prefix: 'set_output_', process: setOutputs },
] as const;

/** The files that one phase of a step writes its results to, such as GITHUB_OUTPUT (FileCommandManager.cs). */
export class FileCommands {
  /** By their name in the `github` context: `output`, `state`, `env`, `path`, `step_summary`. */
  readonly paths: Readonly<Record<string, string>>;

  /** Creates the files, empty, in the runner's temporary folder. */
  constructor(temp: string) {
    const folder = join(temp, '_runner_file_commands');
    mkdirSync(folder, { recursive: true });
    const suffix = randomUUID();
    this.paths = Object.fromEntries(
      KINDS.map(({ context, prefix }) => [context, join(folder, prefix + suffix)]),
    );
    for (const path of Object.values(this.paths)) writeFileSync(path, '');
  }

  /** Applies the content of the files. Unreadable content fails the step; what was read before it still applies. */
  process(scope: StepScope): void {
    for (const { context, process } of KINDS) {
      try {
        process(scope, this.paths[context] ?? '');
      } catch (error) {
        scope.log.error(`Unable to process file command '${context}' successfully.`);
        scope.log.error(messageOf(error));
        scope.commandFailed = true;
      }
    }
  }
}

/**
 * The names and values in such a file: `name=value` lines and `name<<delimiter` blocks. Only LF ends a line here.
 *
 * @throws Error at the first line that is neither, after yielding the ones before it.
 */
export function* pairsIn(text: string): Generator<[name: string, value: string]> {
  let index = 0;
  while (index < text.length) {
    const [line, next] = lineAt(text, index);
    index = next;
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const block = blockAt(text, index, delimiter);
      index = block.next;
      yield [name, block.value];
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
}

function blockAt(text: string, start: number, delimiter: string): { value: string; next: number } {
  let end = start;
  let index = start;
  while (index < text.length) {
    const [line, next] = lineAt(text, index);
    if (line === delimiter) return { value: text.slice(start, end), next };
    if (text[next - 1] !== '\n') throw new Error('Invalid value. EOF marker missing new line.');
    end = next - 1;
    index = next;
  }
  throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
}

function lineAt(text: string, index: number): [line: string, next: number] {
  const newline = text.indexOf('\n', index);
  return newline < 0 ? [text.slice(index), text.length] : [text.slice(index, newline), newline + 1];
}

/** The file's content; empty if the file no longer exists. */
function textIn(path: string): string {
  return existsSync(path) ? withoutByteOrderMark(readFileSync(path, 'utf8')) : '';
}

function addPaths(scope: StepScope, path: string): void {
  for (const folder of linesOf(textIn(path))) if (folder !== '') prependPath(scope, folder);
}

function setVariables(scope: StepScope, path: string): void {
  for (const [name, value] of pairsIn(textIn(path))) {
    if (name.toUpperCase() === 'NODE_OPTIONS') {
      scope.log.error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    } else {
      setVariable(scope, name, value);
    }
  }
}

function takeSummary(scope: StepScope, path: string): void {
  const text = textIn(path);
  if (text === '') return;
  const size = statSync(path).size;
  if (size > SUMMARY_LIMIT) {
    const got = Math.floor(size / 1024);
    scope.log.error(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${got}k. ${SUMMARY_TOO_LARGE}`,
    );
    return;
  }
  scope.summary.push(
    linesOf(text)
      .map((line) => `${scope.job.mask(line)}\n`)
      .join(''),
  );
}

function saveStates(scope: StepScope, path: string): void {
  for (const [name, value] of pairsIn(textIn(path))) saveState(scope, name, value);
}

function setOutputs(scope: StepScope, path: string): void {
  for (const [name, value] of pairsIn(textIn(path))) {
    setOutput(scope, name, value);
    scope.log.debug(`Set output ${name} = ${value}`);
  }
}
