import type { Request } from '../inputs/request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Operation, PlannedAction } from '../operations/operation.ts';
import { log } from '../runner/log.ts';
import { setOutputs } from '../runner/outputs.ts';
import { writeSummary } from '../runner/summary.ts';
import { openStep } from './open-step.ts';

export type OpenStep = Awaited<ReturnType<typeof openStep>>;

/** Runs an operation, or previews it in a dry run, and reports what it did. */
export async function run<Requested, Plan>(
  operation: Operation<Requested, Plan, OpenStep>,
  request: Requested & Request,
  ledger: Ledger,
): Promise<void> {
  const step = await openStep(request.region, ledger);
  const plan = await operation.plan(request, step);
  if (request.dryRun) return preview(operation.preview(plan, step), step.region);
  const { lines, warnings, summary } = await operation.execute(plan, step);
  for (const line of lines) log.info(line);
  for (const warning of warnings) log.warning(warning);
  writeSummary(summary);
}

/** Prints what a plan would do, asks EC2 whether it would be allowed, and changes nothing. */
async function preview(actions: readonly PlannedAction[], region: string): Promise<void> {
  for (const { text } of actions) log.info(`Dry run: would ${text}.`);
  const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
  for (const check of checks) await check();
  log.info(
    checks.length > 0
      ? 'Dry run: EC2 would allow this. Nothing was changed.'
      : 'Dry run: nothing was changed.',
  );
  setOutputs({ 'aws-region': region, created: 'false', deleted: '0' });
  writeSummary({
    heading: 'EC2 key pair: dry run, nothing was changed',
    rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`]),
  });
}
