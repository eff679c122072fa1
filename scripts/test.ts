/** Runs all checks that a change must pass (`npm test`). Arguments are passed to jest. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildDist } from './build/dist.ts';
import { type Check, program, resultOf, runAll } from './checks/check.ts';
import { differencesOf } from './checks/dist.ts';
import { lockfileProblems } from './checks/lockfile.ts';
import { packagesMissingIn } from './checks/self-contained.ts';
import { allChecks, excludedTests, jest } from './checks/tests.ts';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

const checks: readonly Check[] = [
  program('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], root),
  program(
    'lint and format',
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
    root,
  ),
  {
    name: 'lockfile covers all platforms',
    run: async () =>
      resultOf(lockfileProblems(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')))),
  },
  {
    name: 'dist matches the source, and includes all licenses',
    async run() {
      const differences = await differencesOf(path.join(root, 'dist'), await buildDist(root));
      return resultOf(
        differences.length === 0 ? [] : [...differences, 'Run `npm run build` and commit dist.'],
      );
    },
  },
  {
    name: 'dist contains all packages that it loads',
    run: async () => resultOf(await packagesMissingIn(path.join(root, 'dist'))),
  },
  program('documentation matches the code', ['scripts/docs.ts'], root),
  excludedTests(root, process.platform),
  ...(args.length > 0 ? [jest(root, args)] : allChecks(root)),
];

const { passed, failed } = await runAll(checks, (line) => console.log(line));
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
