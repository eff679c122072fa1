import { jsonThatFits } from './key-pair-list.ts';
import { consoleUrl, doneTo, type KeyPairResult, reportOf } from './key-pair-result.ts';
import type { Outputs } from './outputs.ts';
import type { Cell, Report } from './report.ts';

/** One thing for each Region, in the order in which they were set. */
export type AtLeastOne<Of> = readonly [Of, ...Of[]];

/** Sentences about one Region, which do not always name it. */
interface OfRegion {
  readonly region: string;
  readonly sentences: readonly string[];
}

/** A sentence that names its Region. */
export function withRegion(region: string, sentence: string): string {
  return sentence.includes(region) ? sentence : `${region}: ${sentence}`;
}

/** Sentences about several Regions: once if they hold for all of them, else with the name of the Region. */
export function unlessShared(all: readonly OfRegion[]): string[] {
  const named = all.flatMap(({ region, sentences }) =>
    sentences.map((sentence) =>
      all.every((other) => other.sentences.includes(sentence)) ? sentence : withRegion(region, sentence),
    ),
  );
  return [...new Set(named)];
}

/** One entry for each Region, of the outputs that a step with this Region would set. */
export function entriesOf(all: readonly Outputs[]): readonly object[] {
  return all.map((outputs) => ({
    keyName: outputs['key-name'],
    keyPairId: outputs['key-pair-id'],
    keyType: outputs['key-type'],
    fingerprint: outputs['key-fingerprint'],
    region: outputs['aws-region'],
    created: outputs.created === 'true',
  }));
}

/** The outputs of the first Region, and a list of all. The step has changed something if it did so in any of them. */
export function outputsOfAll(all: readonly Outputs[], file: string): Outputs {
  return {
    ...all[0],
    changed: String(all.some(({ changed }) => changed === 'true')),
    'key-pairs': jsonThatFits(entriesOf(all)),
    'key-pairs-path': file,
  };
}

/** Rows of a summary that only hold for one Region. */
const rowsOfOne = ['ID', 'Region'];

/** @param results - Of the same key in each Region. */
export function reportOfAll(results: AtLeastOne<KeyPairResult>): Report {
  const reports = results.map((result) => ({ region: result.region, ...reportOf(result) }));
  const { summary } = reportOf(results[0]);
  const [name = [], ...rows] = summary.rows.filter(([label]) => !rowsOfOne.includes(String(label)));
  return {
    lines: [
      ...reports.flatMap(({ lines }) => lines.slice(0, 1)),
      ...unlessShared(reports.map(({ region, lines }) => ({ region, sentences: lines.slice(1) }))),
    ],
    warnings: unlessShared(reports.map(({ region, warnings }) => ({ region, sentences: warnings }))),
    summary: {
      ...summary,
      heading: `EC2 key pair in ${results.length} Regions`,
      rows: [name, ...results.map(rowOf), ...rows],
    },
  };
}

function rowOf(result: KeyPairResult): readonly Cell[] {
  const { region, keyPairId } = result;
  const url = consoleUrl(result);
  return [region, { value: keyPairId, note: doneTo(result), ...(url !== undefined && { url }) }];
}
