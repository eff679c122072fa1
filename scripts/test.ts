/** Everything that must hold before a change goes in (`npm test`); arguments go to jest. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDist } from './build/dist.ts';
import { type Check, outcomeOf, program, runAll } from './checks/check.ts';
import { differencesOf } from './checks/dist.ts';
import { lockfileProblems } from './checks/lockfile.ts';
import { jest, testsLeftOut } from './checks/tests.ts';

const root = path.resolve(import.meta.dirname, '..');

const checks: readonly Check[] = [
  program('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], root),
  program(
    'lint, format and arrows',
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
    root,
  ),
  {
    name: 'lockfile serves every platform',
    run: async () =>
      outcomeOf(lockfileProblems(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')))),
  },
  {
    name: 'dist is what the source builds, and every package in it has its licence',
    async run() {
      const differences = await differencesOf(path.join(root, 'dist'), await makeDist(root));
      return outcomeOf(
        differences.length === 0 ? [] : [...differences, 'Run `npm run build` and commit dist.'],
      );
    },
  },
  program('docs say what the code does', ['scripts/docs.ts'], root),
  testsLeftOut(root, process.platform),
  jest(root, process.argv.slice(2)),
];

const { passed, failed } = await runAll(checks, (line) => console.log(line));
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
