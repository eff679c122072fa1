import type { Preview } from '../operations/operation.ts';
import type { Outputs } from '../results/outputs.ts';
import { log } from '../runner/log.ts';
import { writeSummary } from '../runner/summary.ts';

/** Prints what a plan would do, asks EC2 whether it would be allowed, and sets the outputs. Changes nothing. */
export async function reportPreview(
  { actions, remarks = [], warnings, outputs }: Preview,
  { setOutputs }: { setOutputs(outputs: Outputs): void },
): Promise<void> {
  for (const { text } of actions) log.info(`Dry run: would ${text}.`);
  for (const remark of remarks) log.info(`Dry run: ${remark}`);
  for (const warning of warnings) log.info(`Dry run: would warn: ${warning}`);
  const checks = actions.flatMap(({ checkPermission }) => checkPermission ?? []);
  for (const check of checks) await check();
  log.info(
    checks.length > 0
      ? 'Dry run: EC2 would allow this. Nothing was changed.'
      : 'Dry run: nothing was changed.',
  );
  setOutputs(outputs);
  writeSummary({
    heading: 'EC2 key pair: dry run, nothing was changed',
    rows: actions.map(({ text }, index) => [String(index + 1), `Would ${text}`]),
    notes: [...remarks, ...warnings.map((warning) => `Would warn: ${warning}`)],
  });
}
