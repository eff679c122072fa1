import type { JobRun, Step } from '../../local/runner/job.ts';
import { judge } from '../judge.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import type { Stage } from '../stage.ts';
import { type Change, changes, inputs } from './changes.ts';

/** Post has less than main had. */
export const less: Suite = {
  name: 'post with less',
  about: 'the clean-up has less than the step had: credentials, network, state, the pair, the file',
  rows: changes.map(
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
};

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
  const stray = `files are left: ${files.join(', ')}`;
  const problems = finding.problems.filter(
    (problem) =>
      !(files.length > 0 && problem === stray) && !(keepsKey && /private key.*after post$/.test(problem)),
  );
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

function linesFor(env: Readonly<Record<string, string>>): string {
  const lines = Object.entries(env).map(([name, value]) => `echo '${name}=${value}' >> "$GITHUB_ENV"`);
  return ['sleep 0.2', ...lines].join('\n');
}
