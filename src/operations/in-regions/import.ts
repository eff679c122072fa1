import type { ImportRequest } from '../../inputs/request.ts';
import type { AtLeastOne } from '../../results/in-regions.ts';
import type { Report } from '../../results/report.ts';
import { type ImportPlan, type ImportStep, importOperation, importPlanned } from '../import.ts';
import type { Operation, Preview } from '../operation.ts';
import { readPublicKey } from '../read-public-key.ts';
import { type InRegions, inEach, type Planned, planEach } from './each.ts';
import { previewEach } from './preview.ts';
import { type ReportsRegions, reportEach } from './report.ts';
import { sameName } from './same-name.ts';

interface ImportInRegionsStep extends ImportStep, InRegions<ImportStep>, ReportsRegions {}

type ImportPlans = AtLeastOne<Planned<ImportStep, ImportPlan>>;

export const importInRegions = {
  /** Reads the key once. Rejects if the name belongs to a different key in any Region. */
  async plan(request: ImportRequest, step: ImportInRegionsStep): Promise<ImportPlans> {
    const publicKey = { text: (await readPublicKey(request.publicKey, step)).openSshLine() };
    const same = { ...request, publicKey, name: sameName(request.name, step) };
    return planEach(step.regions, (one) => importOperation.plan(same, one));
  },

  preview(plans: ImportPlans): Promise<Preview> {
    return previewEach(plans, importOperation.preview);
  },

  /** Imports the key in every Region at once. If that fails in one, it is taken back in the others. */
  async execute(plans: ImportPlans, step: ImportInRegionsStep): Promise<Report> {
    return step.claims.undoOnFailure(async (claims) => {
      const results = await inEach(plans, (one) => importPlanned(one.plan, one.step, claims));
      return reportEach(results, step);
    });
  },
} satisfies Operation<ImportRequest, ImportPlans, ImportInRegionsStep>;
