/** The parts of package-lock.json (version 3) that are looked at. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Tools whose work is done by a binary, one package a platform. */
const nativeTools = ['rolldown', '@swc/core', '@biomejs/biome', 'typescript'];
const systems = ['linux', 'darwin', 'win32'];
const processors = ['x64', 'arm64'];

/**
 * What would make `npm ci` fail or lack a tool on another machine. npm leaves an optional package that the
 * registry does not have (yet) out of the lockfile without a word, and then nobody on that platform gets it.
 */
export function lockfileProblems(lock: Lockfile): string[] {
  const problems = Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([where]) => `${where} names the registry it came from: run npm with this repository's .npmrc`);
  for (const tool of nativeTools) {
    const bindings = Object.entries(lock.packages[`node_modules/${tool}`]?.optionalDependencies ?? {})
      .map(([name, version]) => ({ locked: lock.packages[`node_modules/${name}`], version }))
      .filter(({ locked, version }) => locked?.version === version);
    for (const system of systems) {
      for (const processor of processors) {
        const found = bindings.some(
          ({ locked }) => locked?.os?.includes(system) && locked.cpu?.includes(processor),
        );
        if (!found) problems.push(`${tool} has no binding for ${system} ${processor} in the lockfile`);
      }
    }
  }
  return problems;
}
