import { readRequest } from './inputs/read-request.ts';
import type { Request } from './inputs/request.ts';
import { hasSecrets, unknownInputs } from './inputs/values.ts';
import { endProcess } from './runner/ending.ts';
import { assumeFailure, reportFailure, surviveClosedLog } from './runner/failure.ts';
import { log } from './runner/log.ts';
import { registerMasks } from './runner/masks.ts';
import { beginState } from './runner/state.ts';
import { inputNames, rawInput, workflowRun } from './runner/workflow.ts';

/** Characters: an Ed25519 key in base64. */
const shortestPrivateKey = 64;

const step = assumeFailure();
surviveClosedLog();
const state = beginState();
try {
  if (hasSecrets(rawInput)) {
    await registerMasks((await import('./inputs/secret-values.ts')).secretValues(rawInput));
  }
  const names = inputNames();
  if (names.some((name) => name !== 'GITHUB-TOKEN' && rawInput(name).length >= shortestPrivateKey)) {
    await (await import('./inputs/private-keys.ts')).refusePrivateKeys(names, rawInput, registerMasks);
  }
  await execute(readRequest(rawInput, workflowRun(), await problemsOf(names), log.warning));
  step.completed();
} catch (error) {
  reportFailure(error);
}
state.end();
await endProcess();

/** Problems that most steps cannot have. The runner passes an input that does not exist, and only warns. */
async function problemsOf(names: readonly string[]): Promise<readonly string[]> {
  const unknown = unknownInputs(names);
  const problems =
    unknown.length === 0 ? [] : (await import('./inputs/misspelled.ts')).misspellings(unknown, rawInput);
  if (rawInput('role-to-assume') !== '') {
    problems.push(...(await import('./inputs/role.ts')).roleProblems(rawInput));
  }
  if (rawInput('store') !== '') problems.push(...(await import('./inputs/store.ts')).storeProblems(rawInput));
  if (/[,\n]/.test(rawInput('aws-region'))) {
    problems.push(...(await import('./inputs/several-regions.ts')).regionProblems(rawInput));
  }
  const paths = [rawInput('private-key-path'), rawInput('public-key-path')].join();
  if (process.platform !== 'win32' && /[\\:]/.test(paths)) {
    problems.push(...(await import('./inputs/windows-path.ts')).windowsPathProblems(rawInput));
  }
  return problems;
}

/** Imports only the requested operation: invalid inputs fail without loading the SDK. */
async function execute(request: Request): Promise<void> {
  if (request.otherRegions !== undefined) {
    return (await import('./step/run-in-regions.ts')).runInRegions(request, request.otherRegions, state);
  }
  const { run } = await import('./step/run.ts');
  switch (request.operation) {
    case 'create':
      return run((await import('./operations/create.ts')).create, request, state);
    case 'ensure':
      return run((await import('./operations/ensure.ts')).ensure, request, state);
    case 'import':
      return run((await import('./operations/import.ts')).importOperation, request, state);
    case 'fetch':
      return run((await import('./operations/fetch.ts')).fetch, request, state);
    case 'describe':
      return run((await import('./operations/describe.ts')).describe, request, state);
    case 'rotate':
      return run((await import('./operations/rotate.ts')).rotate, request, state);
    case 'delete':
      return run((await import('./operations/delete.ts')).deleteOperation, request, state);
    case 'sweep':
      return run((await import('./operations/sweep.ts')).sweep, request, state);
    default:
      // An operation without a case does not compile: its step would do nothing and succeed.
      return request satisfies never;
  }
}
