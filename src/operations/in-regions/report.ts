import type { AtLeastOne } from '../../results/in-regions.ts';
import { entriesOf, outputsOfAll, reportOfAll } from '../../results/in-regions.ts';
import { type KeyPairResult, outputsOf } from '../../results/key-pair-result.ts';
import type { Outputs } from '../../results/outputs.ts';
import type { Report } from '../../results/report.ts';

/** What reporting several Regions needs of a step. */
export interface ReportsRegions {
  /** Writes a list that holds nothing secret to a new file, and returns its path. */
  writeListFile(json: string): string;
  setOutputs(outputs: Outputs): void;
}

/** Sets the outputs, and reports the same key in every Region. */
export function reportEach(
  results: AtLeastOne<KeyPairResult>,
  step: ReportsRegions,
  outputs: readonly Outputs[] = results.map(outputsOf),
): Report {
  const file = step.writeListFile(JSON.stringify(entriesOf(outputs)));
  step.setOutputs(outputsOfAll(outputs, file));
  return reportOfAll(results);
}
