import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosenMutants } from './mutant.ts';
import { mutants } from './mutants.ts';
import { mutatePromises } from './promises.ts';
import { chosenFiles, makeSmallChanges } from './small-changes.ts';

const parts = ['promises', 'small-changes'] as const;

/**
 * `npm run mutate`: changes the code, and shows which changes no test notices. Fails if there are too many. Needs Linux
 * or macOS.
 * `npm run mutate -- promises`: the faults in `mutants/promises/`, each of which would break a promise.
 * `npm run mutate -- small-changes`: every small change (with Stryker) in the folders of src that do no I/O.
 * `--only text`: faults whose name or file, and files whose path, contains the text; may be repeated.
 * `--most N`: at most N of the faults. `--units-only`: faults without the torture sample and scenarios, which need a
 * build for each. `--concurrency N`: processes for the small changes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    most: { type: 'string', default: String(mutants.length) },
    'units-only': { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '2' },
  },
});
const unknown = positionals.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) throw new Error(`Unknown part: ${unknown.join(', ')}. Parts: ${parts.join(', ')}`);
const has = (part: (typeof parts)[number]) => positionals.length === 0 || positionals.includes(part);

const repository = path.resolve(import.meta.dirname, '..');
process.chdir(repository);
const faults = has('promises') ? chosenMutants(mutants, values.only).slice(0, Number(values.most)) : [];
const files = has('small-changes') ? chosenFiles(repository, values.only) : [];
if (faults.length + files.length === 0) throw new Error('No fault has such a name, and no file such a path.');
if (faults.length > 0) await mutatePromises(repository, faults, { unitsOnly: values['units-only'] });
if (files.length > 0) await makeSmallChanges(files, Number(values.concurrency));
