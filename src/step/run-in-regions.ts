import type { Request } from '../inputs/request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createInRegions } from '../operations/in-regions/create.ts';
import { deleteInRegions } from '../operations/in-regions/delete.ts';
import { describeInRegions } from '../operations/in-regions/describe.ts';
import { ensureInRegions } from '../operations/in-regions/ensure.ts';
import { importInRegions } from '../operations/in-regions/import.ts';
import { openStep } from './open-step.ts';
import { carryOut, type OpenStep } from './run.ts';

/** A step in several Regions, which share its claims, its log, and its destinations. It is itself the step in the first. */
interface RegionsStep extends OpenStep {
  readonly regions: readonly [OpenStep, ...OpenStep[]];
}

/** Runs an operation in several Regions, or previews it. */
export async function runInRegions(
  request: Request,
  otherRegions: readonly string[],
  ledger: Ledger,
): Promise<void> {
  const step = await openRegions(request, otherRegions, ledger);
  switch (request.operation) {
    case 'create':
      return carryOut(createInRegions, request, step);
    case 'ensure':
      return carryOut(ensureInRegions, request, step);
    case 'import':
      return carryOut(importInRegions, request, step);
    case 'describe':
      return carryOut(describeInRegions, request, step);
    case 'delete':
      return carryOut(deleteInRegions, request, step);
    case 'sweep':
      return carryOut((await import('../operations/in-regions/sweep.ts')).sweepInRegions, request, step);
    default:
      throw new TypeError(`${request.operation} takes one Region`);
  }
}

async function openRegions(
  request: Request,
  otherRegions: readonly string[],
  ledger: Ledger,
): Promise<RegionsStep> {
  const first = await openStep(request, ledger);
  const others = otherRegions.map(async (region) => ({ ...first, ...(await first.openRegion(region)) }));
  return { ...first, regions: [first, ...(await Promise.all(others))] };
}
