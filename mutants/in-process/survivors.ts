import type { MutantResult } from '@stryker-mutator/api/core';
import type { Reporter } from '@stryker-mutator/api/report';

/** Prints each change that no test noticed on one line, as soon as this is known. */
export class Survivors implements Reporter {
  onMutantTested({ status, fileName, location, mutatorName, replacement }: Readonly<MutantResult>): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    console.log(`${fileName}:${line}:${column} ${mutatorName}: ${replacement?.replaceAll(/\s+/g, ' ')}`);
  }
}
