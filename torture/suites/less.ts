import { rmSync } from 'node:fs';
import type { JobRun, Step } from '../../local/runner/job.ts';
import { judge } from '../judge.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import type { Stage } from '../stage.ts';
import { type Change, changes, inputs } from './changes.ts';

/** Post has less than main had. */
export const less: Suite = {
  name: 'post with less',
  about: 'the clean-up has less than the step had: credentials, network, state, the pair, the file',
  rows: [
    ...changes.map(
      (change): Row => ({
        operation: 'create, lifetime job, with output and file',
        fault: change.fault,
        inSample: change.fault === 'credentials expired',
        waits: true,
        cases: async (): Promise<Case[]> => [
          { name: 'post', run: (theatre) => theatre.onStage((stage) => play(stage, change)) },
        ],
      }),
    ),
    ...[true, false].map(
      (hasFile): Row => ({
        operation: 'create, lifetime job, with output and file',
        fault: `no state at all, main's own file of it ${hasFile ? 'still there' : 'gone, too'}`,
        cases: async (): Promise<Case[]> => [
          { name: 'post', run: (theatre) => theatre.onStage((stage) => playWithoutState(stage, hasFile)) },
        ],
      }),
    ),
  ],
};

/** The runner's own post dies at once; another one is run that is told of no state. */
async function playWithoutState(stage: Stage, hasFile: boolean): Promise<Finding> {
  const run = await stage.start(inputs, { post: { at: 0, moment: 'before', does: 'kill' } }).finished;
  const [main, post] = ['main', 'post'].map((phase) => run.steps.find((step) => step.phase === phase));
  if (!hasFile) rmSync(main?.env['GITHUB_STATE'] ?? '');
  const names = Object.keys(post?.env ?? {}).filter((name) => name.startsWith('STATE_'));
  const again = await stage.postAgain(run, Object.fromEntries(names.map((name) => [name, undefined])));
  const finding = judge(stage, run, {
    bill: hasFile ? 'nothing' : 'any-pairs',
    postWasKilled: true,
    main: 'success',
  });
  const { problems } = hasFile ? finding : withoutDue(finding, ['workspace/deploy.pem']);
  const said = again.succeeded && again.warnings.length === 0 ? [] : [`post says: ${again.printed}`];
  const touched = hasFile || stage.pairs().length === 1 ? [] : ['post removed what nothing recorded'];
  return {
    ...finding,
    problems: [...problems, ...said, ...touched, ...(names.length > 0 ? [] : ['main left no state'])],
    filesLeft: hasFile ? finding.filesLeft : finding.filesLeft - 1,
    leaks: hasFile ? finding.leaks : 0,
  };
}

async function play(stage: Stage, change: Change): Promise<Finding> {
  const after: Step[] = [{ name: 'between', run: linesFor(change.env?.(stage) ?? {}) }];
  const job = stage.start(change.inputs ?? inputs, {
    after,
    ...(change.main === undefined ? {} : { main: change.main }),
  });
  let problem: unknown;
  let done = Promise.resolve();
  job.on('step-finished', ({ name }) => {
    if (name === 'key pair') {
      done = Promise.resolve(change.between?.(stage, job.folders)).catch((error: unknown) => {
        problem = error;
      });
    }
  });
  const run = await job.finished;
  await done;
  if (problem !== undefined) throw problem;
  return verdict(stage, run, change);
}

function verdict(
  stage: Stage,
  run: JobRun,
  { bill, warnings, files = [], keepsKey = false }: Change,
): Finding {
  const finding = judge(stage, run, { bill, warningsOfPost: warnings, main: 'success' });
  const problems = keepsKey ? withoutDue(finding, files).problems : withoutStray(finding.problems, files);
  if (run.conclusion !== 'success') problems.push(`the job is ${run.conclusion}`);
  const said = run.steps
    .filter(({ phase }) => phase === 'post')
    .flatMap(({ annotations }) => annotations.map(({ message }) => message))
    .join('\n');
  if (warnings === 1 && !/aws ec2 (delete-key-pair|describe-key-pairs)/.test(said))
    problems.push(`post does not say how to remove the pair by hand: ${said}`);
  return {
    ...finding,
    problems,
    filesLeft: finding.filesLeft - files.length,
    leaks: keepsKey ? 0 : finding.leaks,
  };
}

/** Files that stay, and the private key that is in them. */
function withoutDue(finding: Finding, files: readonly string[]): { readonly problems: string[] } {
  const problems = withoutStray(finding.problems, files);
  return { problems: problems.filter((problem) => !/private key.*after post$/.test(problem)) };
}

function withoutStray(problems: readonly string[], files: readonly string[]): string[] {
  return problems.filter(
    (problem) => files.length === 0 || problem !== `files are left: ${files.join(', ')}`,
  );
}

function linesFor(env: Readonly<Record<string, string>>): string {
  const lines = Object.entries(env).map(([name, value]) => `echo '${name}=${value}' >> "$GITHUB_ENV"`);
  return ['sleep 0.2', ...lines].join('\n');
}
