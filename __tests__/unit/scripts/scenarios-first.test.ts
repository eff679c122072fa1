import { expect, test } from '@jest/globals';
import ScenariosFirst from '../../../scripts/checks/scenarios-first.mjs';

/** Test files of these sizes, of which jest knows nothing else, as in a fresh clone. */
function testsOf(sizes: Readonly<Record<string, number>>) {
  const context = { config: { cache: false }, hasteFS: { getSize: (path: string) => sizes[path] } };
  return Object.keys(sizes).map((path) => ({ path, context }));
}

test.each(['/', '\\'])(
  'scenarios start first, then all other tests, the largest of each first (%s)',
  (slash) => {
    const at = (path: string) => path.replaceAll('/', slash);
    const sizes = {
      [at('/r/__tests__/unit/scenarios-of-a-unit.test.ts')]: 9_000,
      [at('/r/__tests__/scenarios/small.test.ts')]: 700,
      [at('/r/__tests__/unit/small.test.ts')]: 500,
      [at('/r/__tests__/scenarios/large.test.ts')]: 7_000,
    };

    const sorted = new ScenariosFirst().sort(testsOf(sizes));

    expect(sorted.map(({ path }) => path)).toEqual(
      [
        '/r/__tests__/scenarios/large.test.ts',
        '/r/__tests__/scenarios/small.test.ts',
        '/r/__tests__/unit/scenarios-of-a-unit.test.ts',
        '/r/__tests__/unit/small.test.ts',
      ].map(at),
    );
  },
);
