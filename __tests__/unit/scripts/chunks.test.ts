import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OutputChunk } from 'rolldown';
import { chunkNames } from '../../../scripts/build/chunks.ts';

type Chunk = Pick<OutputChunk, 'fileName' | 'imports' | 'isEntry' | 'isDynamicEntry' | 'moduleIds'>;

const entries = ['src/main.ts', 'src/post.ts'];

/** A chunk with one module, as rolldown makes it of a module that is loaded with `import()`. */
function chunk(module: string, imports: readonly string[] = []): Chunk {
  return {
    fileName: `${module}.js`,
    imports: imports.map((name) => `${name}.js`),
    isEntry: entries.includes(module),
    isDynamicEntry: !entries.includes(module),
    moduleIds: [`/repository/${module}`],
  };
}

function namesOf(chunks: readonly Chunk[]): ReadonlyMap<string, string> {
  return chunkNames(chunks as readonly OutputChunk[]);
}

/** The modules that must exist, because a run loads them: one after the other, an error says which is missing. */
function modulesOfRuns(): string[] {
  const modules: string[] = [];
  for (;;) {
    try {
      namesOf(modules.map((module) => chunk(module)));
      return modules;
    } catch (error) {
      const [, missing] = /^Error: No chunk holds (.+)\.$/.exec(String(error)) ?? [];
      if (missing === undefined) throw error;
      modules.push(missing);
    }
  }
}

const modules = modulesOfRuns();

/** The name of the chunk for each module if these modules import those; undefined if it stays where it is. */
function placesOf(imports: Readonly<Record<string, readonly string[]>>) {
  const all = new Set([...modules, ...Object.keys(imports), ...Object.values(imports).flat()]);
  const names = namesOf([...all].map((module) => chunk(module, imports[module])));
  return (module: string) => names.get(`/repository/${module}`);
}

const [session, create, release] = [
  'src/ec2/session.ts',
  'src/operations/create.ts',
  'src/ec2/key-pair-claim.ts',
];

describe('a module is in', () => {
  test('the chunk of the start if an entry imports it, directly or not', () => {
    const place = placesOf({ 'src/main.ts': ['a'], a: ['b'], [create]: ['b', session] });
    expect(['a', 'b', 'src/regular-file.ts'].map(place)).toEqual(['start', 'start', 'start']);
  });

  test('the chunk of AWS if every run that has a session loads it, or if creating and releasing do', () => {
    const place = placesOf({
      [create]: [session, 'in both'],
      [release]: ['in both', 'only in release'],
      'src/operations/fetch.ts': [session],
      [session]: ['with the session'],
    });
    expect([session, 'with the session', 'in both', 'only in release'].map(place)).toEqual([
      'aws',
      'aws',
      'aws',
      'release',
    ]);
  });

  test('the chunk of the first run that loads it', () => {
    const place = placesOf({
      [create]: [session, 'a'],
      'src/operations/fetch.ts': ['a', 'b'],
      'src/operations/import.ts': ['a', 'b', 'c'],
      'src/keys/ppk.ts': ['c', 'd'],
    });
    expect(['a', 'b', 'c', 'd'].map(place)).toEqual(['create', 'existing-pair', 'import', 'formats']);
    expect([create, release, 'src/keys/ppk.ts'].map(place)).toEqual(['create', 'release', 'formats']);
  });

  test('no chunk but its own if it is an entry, or if no run loads it', () => {
    const place = placesOf({ [create]: [session], 'no run': ['only for that'] });
    expect(['src/main.ts', 'src/post.ts', 'no run', 'only for that'].map(place)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('the same chunk as the modules that rolldown puts beside it, also on Windows', () => {
    const others = modules.filter((module) => module !== create).map((module) => chunk(module));
    const together = {
      ...chunk(create, [session]),
      moduleIds: ['C:\\repository\\src\\operations\\create.ts', 'C:\\repository\\beside.ts'],
    };
    expect(namesOf([...others, together]).get('C:\\repository\\beside.ts')).toBe('create');
  });
});

test('a module that no chunk holds is an error, and so is one whose path only ends alike', () => {
  const others = modules.filter((module) => module !== create).map((module) => chunk(module));
  const alike = { ...chunk(create), moduleIds: ['/repository/other-src/operations/create.ts'] };
  for (const chunks of [others, [...others, alike]])
    expect(() => namesOf(chunks)).toThrow(`No chunk holds ${create}.`);
});

test('no chunk imports a later one, whatever imports what', () => {
  const links = fc.array(fc.tuple(fc.nat(modules.length + 9), fc.nat(modules.length + 9)), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(links, (pairs) => {
      const all = [...modules, ...Array.from({ length: 10 }, (_, at) => `shared/${at}.ts`)];
      const imports: Record<string, string[]> = { [create]: [session] };
      for (const [one, other] of pairs) {
        const [from = '', to = ''] = [all[Math.min(one, other)], all[Math.max(one, other)]];
        if (from !== to && !entries.includes(to)) imports[from] = [...(imports[from] ?? []), to];
      }
      const names = namesOf(all.map((module) => chunk(module, imports[module])));
      const order = [...new Set(names.values())];
      const placeOf = (module: string) => {
        const name = names.get(`/repository/${module}`);
        return name === undefined ? order.length : order.indexOf(name);
      };
      for (const [from, targets] of Object.entries(imports).filter(([module]) => !entries.includes(module)))
        for (const to of targets) expect(placeOf(to)).toBeLessThanOrEqual(placeOf(from));
    }),
  );
});
