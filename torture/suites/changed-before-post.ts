import { rmSync } from 'node:fs';
import type { JobRun, Step } from '../../local/runner/job.ts';
import { factsIn } from '../../test-support/claims.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { verify } from '../verify.ts';
import { type Change, changes, inputs } from './changes.ts';
import { garbledStates } from './garbled-states.ts';

/** The command that deletes a key pair, or finds it. */
const deletes = /aws ec2 (delete-key-pair|describe-key-pairs)/;

/** Something changes between main and post. */
export const changedBeforePost: Suite = {
  name: 'changes before post',
  about: 'Credentials, network, state, key pair, or file change before cleanup',
  rows: [
    ...[...changes, ...garbledStates()].map(
      (change): Row => ({
        operation: 'create, lifetime job, with output and file',
        fault: change.fault,
        inSample: change.fault === 'credentials expired',
        waits: true,
        cases: async (): Promise<TestCase[]> => [
          {
            name: 'post',
            run: (testBed) => testBed.withEnvironment((environment) => injectChange(environment, change)),
          },
        ],
      }),
    ),
    ...[true, false].map(
      (hasFile): Row => ({
        operation: 'create, lifetime job, with output and file',
        fault: `no state, main's own file of it ${hasFile ? 'exists' : 'is missing too'}`,
        cases: async (): Promise<TestCase[]> => [
          {
            name: 'post',
            run: (testBed) => testBed.withEnvironment((environment) => removeState(environment, hasFile)),
          },
        ],
      }),
    ),
  ],
};

/** The runner's post step is killed at once. Another one runs without its state. */
async function removeState(environment: Environment, hasFile: boolean): Promise<Finding> {
  const run = await environment.start(inputs, { post: { at: 0, moment: 'before', does: 'kill' } }).finished;
  const [main, post] = ['main', 'post'].map((phase) => run.steps.find((step) => step.phase === phase));
  if (!hasFile) rmSync(main?.env['GITHUB_STATE'] ?? '');
  const names = Object.keys(post?.env ?? {}).filter((name) => name.startsWith('STATE_'));
  const again = await environment.postAgain(run, Object.fromEntries(names.map((name) => [name, undefined])));
  const finding = verify(environment, run, {
    leftovers: hasFile ? 'nothing' : 'any-pairs',
    postWasKilled: true,
    main: 'success',
  });
  const { problems } = hasFile ? finding : withoutKeyInFiles(finding, ['workspace/deploy.pem']);
  const printed = again.succeeded && again.warnings.length === 0 ? [] : [`post prints: ${again.printed}`];
  const touched =
    hasFile || environment.pairs().length === 1 ? [] : ['post deleted a key pair that was not recorded'];
  return {
    ...finding,
    problems: [...problems, ...printed, ...touched, ...(names.length > 0 ? [] : ['main recorded nothing'])],
    filesLeft: hasFile ? finding.filesLeft : finding.filesLeft - 1,
    leaks: hasFile ? finding.leaks : 0,
  };
}

async function injectChange(environment: Environment, change: Change): Promise<Finding> {
  const after: Step[] = [{ name: 'between', run: linesFor(change.env?.(environment) ?? {}) }];
  const job = environment.start(change.inputs ?? inputs, {
    after,
    ...(change.main === undefined ? {} : { main: change.main }),
  });
  let problem: unknown;
  let done = Promise.resolve();
  job.on('step-finished', ({ name }) => {
    if (name === 'key pair') {
      done = Promise.resolve(change.between?.(environment, job.folders)).catch((error: unknown) => {
        problem = error;
      });
    }
  });
  const run = await job.finished;
  await done;
  if (problem !== undefined) throw problem;
  return verifyChange(environment, run, change);
}

function verifyChange(
  environment: Environment,
  run: JobRun,
  { leftovers, warnings, warns = deletes, files = [], keepsKey = false, main }: Change,
): Finding {
  const finding = verify(environment, run, { leftovers, warningsOfPost: warnings, main: 'success' });
  const problems = keepsKey
    ? withoutKeyInFiles(finding, files).problems
    : withoutFiles(finding.problems, files);
  if (run.conclusion !== 'success') problems.push(`the job is ${run.conclusion}`);
  const garbled = main?.garble?.value;
  const states = run.steps.flatMap(({ state }) => Object.values(state));
  const values = states.flatMap((state) => [state, ...factsIn(state).map(({ value }) => value)]);
  if (garbled !== undefined && !values.includes(garbled)) problems.push('the state was not garbled');
  const printed = run.steps
    .filter(({ phase }) => phase === 'post')
    .flatMap(({ annotations }) => annotations.map(({ message }) => message))
    .join('\n');
  if (warnings === 1 && !warns.test(printed)) problems.push(`post does not print ${warns}: ${printed}`);
  return {
    ...finding,
    problems,
    filesLeft: finding.filesLeft - files.length,
    leaks: keepsKey ? 0 : finding.leaks,
  };
}

/** Without the problems of files that are expected to remain, and of the private key in them. */
function withoutKeyInFiles(finding: Finding, files: readonly string[]): { readonly problems: string[] } {
  const problems = withoutFiles(finding.problems, files);
  return { problems: problems.filter((problem) => !/pieces of a secret.*after post$/.test(problem)) };
}

function withoutFiles(problems: readonly string[], files: readonly string[]): string[] {
  return problems.filter(
    (problem) => files.length === 0 || problem !== `files are left: ${files.join(', ')}`,
  );
}

function linesFor(env: Readonly<Record<string, string>>): string {
  const lines = Object.entries(env).map(([name, value]) => `echo '${name}=${value}' >> "$GITHUB_ENV"`);
  return ['sleep 0.2', ...lines].join('\n');
}
