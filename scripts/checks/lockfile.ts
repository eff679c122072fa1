/** The parts of package-lock.json (version 3) that are checked. */
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

/** Tools that are native programs, with one package per platform. */
const nativeTools = ['rolldown', '@swc/core', '@biomejs/biome', 'typescript'];
const systems = ['linux', 'darwin', 'win32'];
const processors = ['x64', 'arm64'];

/**
 * The reasons why `npm ci` would fail or leave out a tool on another machine. If the registry does not have an optional
 * package yet, npm silently leaves it out of the lockfile, and it is never installed on its platform.
 */
export function lockfileProblems(lock: Lockfile): string[] {
  const problems = Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved?.startsWith('http'))
    .map(([where]) => `${where} contains the URL of a registry: run npm with the .npmrc of this repository`);
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
