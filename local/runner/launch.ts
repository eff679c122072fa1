import { randomUUID } from 'node:crypto';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { type Contexts, interpolate } from './expressions.ts';
import type { GitHubContext } from './github-context.ts';
import type { JobContext } from './job-context.ts';
import type { Launch, Phase, Scalar, Step } from './job-types.ts';
import type { ManifestInputs, ScriptManifest } from './manifest.ts';
import type { StepScope } from './step-scope.ts';

/** An action as a step uses it. */
export interface ActionUse {
  readonly uses: string;
  readonly folder: string;
  readonly manifest: ScriptManifest;
  readonly phase: Phase;
}

/** Prepares a phase of a JavaScript action: its inputs, log lines and environment (ActionRunner.cs). */
export function launchAction(
  context: JobContext,
  scope: StepScope,
  step: Step,
  use: ActionUse,
  github: GitHubContext,
  contexts: Contexts,
): Launch {
  const inputs = inputsOf(step, use.manifest.inputs, scope, contexts);
  const stateVariables = [...scope.state].map(([name, value]) => [`STATE_${name}`, value] as const);
  if (use.phase === 'post') scope.log.output('Post job cleanup.');
  else printAction(scope, use.uses, inputs, stateVariables);
  const env: Record<string, string> = {
    ...inherited(context, scope),
    ...Object.fromEntries(stateVariables),
    ...Object.fromEntries([...inputs].map(([name, value]) => [variableOf(name), value])),
  };
  const script = { pre: use.manifest.pre, main: use.manifest.main, post: use.manifest.post }[use.phase] ?? '';
  return {
    file: context.job.node,
    args: [join(use.folder, script)],
    cwd: context.folders.workspace,
    env: {
      ...completed(env, context, scope, github),
      ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
      ACTIONS_RUNTIME_TOKEN: context.runtimeToken,
      ...idTokenVariables(context),
    },
  };
}

/** Prepares a `run:` step: writes its script to the temporary folder (ScriptHandler.cs). */
export function launchScript(
  context: JobContext,
  scope: StepScope,
  step: Step,
  github: GitHubContext,
  contexts: Contexts,
): Launch {
  const script = interpolate(step.run ?? '', contexts);
  const env = completed(inherited(context, scope), context, scope, github);
  const shell = shellOf(step.shell, env['PATH'] ?? '');
  printScript(scope, script, `${shell.file} ${shell.format}`);
  const path = join(context.folders.temp, `${randomUUID()}${shell.extension}`);
  writeFileSync(path, script);
  const folder = interpolate(step['working-directory'] ?? '', contexts);
  return {
    file: shell.file,
    args: shell.format.split(' ').map((word) => word.replaceAll('{0}', path)),
    cwd: isAbsolute(folder) ? folder : join(context.folders.workspace, folder),
    env: { ...env, ...idTokenVariables(context) },
  };
}

/** With `permissions: id-token: write`, every step can request OIDC tokens (NodeScriptActionHandler.cs, ScriptHandler.cs). */
function idTokenVariables({ job, runtimeToken }: JobContext): Record<string, string> {
  if (job.idTokens === undefined) return {};
  return { ACTIONS_ID_TOKEN_REQUEST_URL: job.idTokens.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: runtimeToken };
}

/** The environment variable of an input: uppercase, spaces as `_`, hyphens kept (Handler.AddInputsToEnvironment). */
function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

/** Inputs that are set come first and are kept, even if empty. Defaults apply only to inputs that are not set. */
export function inputsOf(
  step: Step,
  known: ManifestInputs,
  scope: StepScope,
  contexts: Contexts,
): Map<string, string> {
  const inputs = new Map<string, string>();
  for (const [name, value] of Object.entries(step.with ?? {})) inputs.set(name, evaluated(value, contexts));
  const unexpected = new Map([...inputs.keys()].map((name) => [name.toLowerCase(), name]));
  for (const [name, { default: value, deprecation }] of known) {
    const nameAsSet = unexpected.get(name.toLowerCase());
    if (nameAsSet === undefined) inputs.set(name, interpolate(value, contexts));
    else if (deprecation !== undefined) {
      scope.log.warning(`Input '${nameAsSet}' has been deprecated with message: ${deprecation}`);
    }
    unexpected.delete(name.toLowerCase());
  }
  if (unexpected.size > 0) {
    const names = [...unexpected.values()].join("', '");
    const valid = [...known.keys()].join("', '");
    scope.log.warning(`Unexpected input(s) '${names}', valid inputs are ['${valid}']`);
  }
  return inputs;
}

/** A plain YAML value as text, with its expressions replaced. */
export function evaluated(value: Scalar, contexts: Contexts): string {
  return interpolate(String(value ?? ''), contexts);
}

function inherited(context: JobContext, scope: StepScope): Record<string, string> {
  return {
    HOME: context.folders.home,
    ...(context.job.host ?? { PATH: process.env['PATH'] ?? '' }),
    RUNNER_TRACKING_ID: context.trackingId,
    ...Object.fromEntries(scope.env),
  };
}

function completed(
  env: Readonly<Record<string, string>>,
  context: JobContext,
  scope: StepScope,
  github: GitHubContext,
): Record<string, string> {
  const variables = Object.entries(github).filter(([name]) => name !== 'token');
  return {
    CI: 'true',
    ...env,
    PATH: [...scope.job.path.toReversed(), env['PATH'] ?? ''].join(delimiter),
    ...Object.fromEntries(variables.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(
      Object.entries(context.runner).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value]),
    ),
    GITHUB_ACTIONS: 'true',
  };
}

export function printAction(
  { log, env }: StepScope,
  uses: string,
  inputs: ReadonlyMap<string, string>,
  state: readonly (readonly [string, string])[] = [],
): void {
  log.output(`##[group]Run ${uses}`);
  if (inputs.size > 0) log.output('with:');
  for (const [name, value] of inputs) if (value !== '') log.output(`  ${name}: ${value}`);
  printVariables(log, [...env, ...state]);
  log.output('##[endgroup]');
}

function printScript({ log, env }: StepScope, script: string, shell: string): void {
  const [firstLine = ''] = script.trimStart().split(/[\r\n]/);
  log.output(`##[group]Run ${firstLine}`);
  for (const line of script.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n')) {
    log.output(`\u001b[36;1m${line}\u001b[0m`);
  }
  log.output(`shell: ${shell}`);
  printVariables(log, [...env]);
  log.output('##[endgroup]');
}

function printVariables(log: StepScope['log'], variables: readonly (readonly [string, string])[]): void {
  if (variables.length > 0) log.output('env:');
  for (const [name, value] of variables) log.output(`  ${name}: ${value}`);
}

const SHELLS: Readonly<Record<string, { format: string; extension: string }>> = {
  bash: { format: '--noprofile --norc -e -o pipefail {0}', extension: '.sh' },
  sh: { format: '-e {0}', extension: '.sh' },
  python: { format: '{0}', extension: '.py' },
};

/** A step without a shell runs in bash with the arguments of sh. */
function shellOf(
  shell: string | undefined,
  path: string,
): { file: string; format: string; extension: string } {
  if (shell === undefined || shell === '')
    return { file: which('bash', path), format: '-e {0}', extension: '.sh' };
  const [name = '', ...words] = shell.split(' ');
  const known = SHELLS[name];
  const format = words.length > 0 ? words.join(' ') : (known?.format ?? '');
  if (!format.includes('{0}')) {
    throw new Error(
      "Invalid shell option. Shell must be a valid built-in (bash, sh, python) or a format string containing '{0}'",
    );
  }
  return { file: which(name, path), format, extension: known?.extension ?? '' };
}

function which(name: string, path: string): string {
  for (const folder of path.split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${name}: command not found`);
}
