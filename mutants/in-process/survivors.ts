import type { MutantResult } from '@stryker-mutator/api/core';
import type { Reporter } from '@stryker-mutator/api/report';

/** Prints what no test noticed, as soon as it is known: a line for each. */
export class Survivors implements Reporter {
  onMutantTested({ status, fileName, location, mutatorName, replacement }: Readonly<MutantResult>): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    console.log(`${fileName}:${line}:${column} ${mutatorName}: ${replacement?.replaceAll(/\s+/g, ' ')}`);
  }
}
