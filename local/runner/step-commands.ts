import { type Command, parseCommand, propertyOf } from './command.ts';
import { linesOf, trim } from './dotnet-text.ts';
import { messageOf } from './error-text.ts';
import { prependPath, type StepScope, saveState, setOutput, setVariable } from './step-scope.ts';

const DEPRECATED =
  'is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/';
const DISABLED =
  'is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_COMMANDS` environment variable to `true`. For more information see: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/';
const BAD_STOP_TOKEN =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command. For more information see: https://docs.github.com/actions/learn-github-actions/workflow-commands-for-github-actions#example-stopping-and-starting-workflow-commands or opt into insecure command execution by setting the `ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS` environment variable to `true`.";

interface Handler {
  /** Commands that are never echoed, because their effect is visible or must not be. */
  readonly omitsEcho?: true;
  execute(command: Command, scope: StepScope, commands: StepCommands): void;
}

/**
 * stop-commands with a token that is not allowed: the runner ends the step (ActionCommandManager.ValidateStopToken).
 */
export class StopTokenRejected extends Error {
  constructor() {
    super(BAD_STOP_TOKEN);
    this.name = 'StopTokenRejected';
  }
}

/** The workflow commands of one step: each line that its process prints is either executed or written to the log. */
export class StepCommands {
  echoes: boolean;
  readonly #scope: StepScope;
  readonly #registered = new Set([...HANDLERS.keys(), 'stop-commands']);
  #resumeToken: string | undefined;

  constructor(scope: StepScope, echoes: boolean) {
    this.#scope = scope;
    this.echoes = echoes;
  }

  /** Handles one line of stdout or stderr. @throws StopTokenRejected */
  take(line: string): void {
    const command = parseCommand(line, this.#registered);
    if (command !== undefined && this.#obeys(command, line)) return;
    this.#scope.log.output(
      line.replaceAll('##[start-action', '##[\\start-action').replaceAll('##[end-action', '##[\\end-action'),
    );
  }

  #obeys(command: Command, line: string): boolean {
    const { log } = this.#scope;
    if (this.#resumeToken !== undefined) {
      if (command.name !== this.#resumeToken.toLowerCase()) {
        log.debug(`Process commands has been stopped and waiting for '##[${this.#resumeToken}]' to resume.`);
        return false;
      }
      log.output(line);
      log.debug('Resume processing commands');
      this.#registered.delete(command.name);
      this.#resumeToken = undefined;
      return true;
    }
    if (command.name === 'stop-commands') this.#stop(command.data, line);
    else this.#execute(command, line);
    return true;
  }

  #stop(token: string, line: string): void {
    const allowsAnything = isTrue(this.#scope.env.get('ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS'));
    const isBad = token === '' || token.toLowerCase() === 'pause-logging';
    if ((isBad || this.#registered.has(token.toLowerCase())) && !allowsAnything)
      throw new StopTokenRejected();
    this.#resumeToken = token;
    this.#registered.add(token.toLowerCase());
    if (token.length > 6) this.#scope.job.hide(token);
    this.#scope.log.output(line);
    this.#scope.log.debug(
      'Paused processing commands until the token you called ::stopCommands:: with is received',
    );
  }

  #execute(command: Command, line: string): void {
    const handler = HANDLERS.get(command.name);
    if (handler === undefined) return;
    if (this.echoes && handler.omitsEcho === undefined) this.#scope.log.output(line);
    try {
      handler.execute(command, this.#scope, this);
    } catch (error) {
      const shown = handler.omitsEcho === undefined ? line : command.name;
      this.#scope.log.error(`Unable to process command '${shown}' successfully.`);
      this.#scope.log.error(messageOf(error));
      this.#scope.commandFailed = true;
    }
  }
}

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['add-mask', { omitsEcho: true, execute: addMask }],
  ['debug', { omitsEcho: true, execute: ({ data }, { log }) => log.debug(data) }],
  [
    'error',
    { omitsEcho: true, execute: ({ data, properties }, { log }) => log.annotate('error', data, properties) },
  ],
  [
    'warning',
    {
      omitsEcho: true,
      execute: ({ data, properties }, { log }) => log.annotate('warning', data, properties),
    },
  ],
  [
    'notice',
    {
      omitsEcho: true,
      execute: ({ data, properties }, { log }) => log.annotate('notice', data, properties),
    },
  ],
  ['group', { execute: ({ data }, { log }) => log.output(`##[group]${data}`) }],
  ['endgroup', { execute: (_command, { log }) => log.output('##[endgroup]') }],
  ['echo', { execute: switchEcho }],
  ['set-output', { execute: setOutputByCommand }],
  ['save-state', { execute: saveStateByCommand }],
  ['set-env', { execute: setEnvByCommand }],
  ['add-path', { execute: addPathByCommand }],
  // Problem matchers only change annotations, so they are accepted and ignored.
  ['add-matcher', { execute: () => undefined }],
  ['remove-matcher', { execute: () => undefined }],
]);

function addMask({ data }: Command, scope: StepScope, commands: StepCommands): void {
  if (trim(data) === '') {
    scope.log.warning("Can't add secret mask for empty string in ##[add-mask] command.");
    return;
  }
  if (commands.echoes) scope.log.output('::add-mask::***');
  const lines = linesOf(data)
    .map(trim)
    .filter((line) => line !== '');
  for (const value of new Set([data, ...lines])) {
    scope.job.hide(value);
    scope.job.masks.push(value);
  }
}

function switchEcho({ data }: Command, { log }: StepScope, commands: StepCommands): void {
  const wanted = trim(data).toLowerCase();
  if (wanted !== 'on' && wanted !== 'off') {
    throw new Error(
      `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`,
    );
  }
  commands.echoes = wanted === 'on';
  log.debug(`Setting echo command value to '${wanted}'`);
}

function setOutputByCommand(command: Command, scope: StepScope): void {
  scope.log.warning(`The \`set-output\` command ${DEPRECATED}`);
  setOutput(scope, nameIn(command), command.data);
}

function saveStateByCommand(command: Command, scope: StepScope): void {
  scope.log.warning(`The \`save-state\` command ${DEPRECATED}`);
  saveState(scope, nameIn(command), command.data);
}

function setEnvByCommand(command: Command, scope: StepScope): void {
  rejectUnlessUnsecure(command, scope);
  const name = nameIn(command);
  if (name.toUpperCase() === 'NODE_OPTIONS') {
    scope.log.error("Can't update NODE_OPTIONS environment variable using ::set-env:: command.");
    return;
  }
  setVariable(scope, name, command.data);
}

function addPathByCommand(command: Command, scope: StepScope): void {
  rejectUnlessUnsecure(command, scope);
  prependPath(scope, command.data);
}

function rejectUnlessUnsecure(command: Command, scope: StepScope): void {
  const allowed = scope.env.get('ACTIONS_ALLOW_UNSECURE_COMMANDS') ?? '';
  if (trim(allowed).toLowerCase() !== 'true') throw new Error(`The \`${command.name}\` command ${DISABLED}`);
}

function nameIn(command: Command): string {
  const name = propertyOf(command, 'name');
  if (name === undefined) throw new Error(`Required field 'name' is missing in ##[${command.name}] command.`);
  return name;
}

function isTrue(value: string | undefined): boolean {
  return ['1', 'true', '$true'].includes((value ?? '').toLowerCase());
}
