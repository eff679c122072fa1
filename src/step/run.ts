import type { Request } from '../inputs/request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Operation } from '../operations/operation.ts';
import { log } from '../runner/log.ts';
import { writeSummary } from '../runner/summary.ts';
import { openStep } from './open-step.ts';

export type OpenStep = Awaited<ReturnType<typeof openStep>>;

/** Runs an operation, or previews it in a dry run, and reports what it did. */
export async function run<Requested, Plan>(
  operation: Operation<Requested, Plan, OpenStep>,
  request: Requested & Request,
  ledger: Ledger,
): Promise<void> {
  return carryOut(operation, request, await openStep(request, ledger));
}

/** Does so with an open step. */
export async function carryOut<
  Requested,
  Plan,
  Step extends Pick<OpenStep, 'setOutputs' | 'sessionEnd' | 'now'>,
>(
  operation: Operation<Requested, Plan, NoInfer<Step>>,
  request: Requested & Request,
  step: Step,
): Promise<void> {
  const plan = await operation.plan(request, step);
  if (request.dryRun) {
    const { reportPreview } = await import('./report-preview.ts');
    return reportPreview(await operation.preview(plan, step), step);
  }
  const { lines, warnings, summary, failure } = await operation.execute(plan, step);
  for (const line of lines) log.info(line);
  for (const warning of warnings) log.warning(warning);
  if (step.sessionEnd && 'lifetime' in request && request.lifetime === 'job') {
    const { noticeOfSessionEnd } = await import('./session-end.ts');
    const notice = noticeOfSessionEnd(step.sessionEnd, step.now());
    if (notice !== undefined) log.notice(notice);
  }
  writeSummary(summary);
  if (failure !== undefined) throw failure;
}
