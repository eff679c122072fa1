import type { Mutant } from './mutant.ts';
import { noKeyLeaks } from './promises/no-key-leaks.ts';
import { nothingIsConcludedTooEarly } from './promises/nothing-is-concluded-too-early.ts';
import { nothingIsLost } from './promises/nothing-is-lost.ts';
import { oneEnvironment } from './promises/one-environment.ts';
import { onlyWhatWasRecorded } from './promises/only-what-was-recorded.ts';
import { othersAreLeftAlone } from './promises/others-are-left-alone.ts';
import { reportsAreTrue } from './promises/reports-are-true.ts';

/** One fault for each thing that the action promises (docs/threat-model.md). */
export const mutants: readonly Mutant[] = [
  ...nothingIsConcludedTooEarly,
  ...nothingIsLost,
  ...onlyWhatWasRecorded,
  ...noKeyLeaks,
  ...othersAreLeftAlone,
  ...reportsAreTrue,
  ...oneEnvironment,
];
