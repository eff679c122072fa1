import { type OutputChunk, type OutputOptions, type RolldownBuild, rolldown } from 'rolldown';
import { noErrorClasses } from './error-classes.ts';
import { inputRulesOnly } from './input-rules.ts';
import { schemasOfOtherCommands } from './schemas.ts';
import { synchronousReads } from './synchronous-reads.ts';
import {
  noAdaptiveRetries,
  noBucketNames,
  noCallLog,
  noDefaultCredentials,
  noDefaultsMode,
  noEventHeaders,
  noExtensions,
  noFeatureReport,
  noHashInJavaScript,
  noLambdaTracing,
  noRetryAfter,
  noVersionWarning,
} from './unreachable.ts';

/**
 * Packages without side effects that do not declare this in their package.json (`sideEffects`). They are left out
 * unless one of their exports is used.
 */
const packagesWithoutSideEffects = /[\\/]node_modules[\\/](?:@actions|@aws|tunnel|undici)[\\/]/;

/** Keeps license comments, but not documentation, which V8 would have to parse on every start. */
const output: OutputOptions = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
};

/**
 * Bundles src/main.ts and src/post.ts, with the parts of packages that they use, as ES modules: `main.js`, `post.js`,
 * and chunks, most of which are only loaded in some runs.
 *
 * @param root - The folder of the repository.
 * @param folder - The folder for the modules.
 * @returns The paths of all modules in the bundle.
 */
export async function bundle(root: string, folder: string): Promise<ReadonlySet<string>> {
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/main.ts', post: 'src/post.ts' },
    platform: 'node',
    external: /^node:/,
    // The AWS SDK's CommonJS modules cannot be tree-shaken. Paths in a linked node_modules must be the same as in a
    // real one.
    resolve: { mainFields: ['module', 'main'], symlinks: false },
    plugins: [
      schemasOfOtherCommands,
      noErrorClasses,
      noHashInJavaScript,
      noLambdaTracing,
      noAdaptiveRetries,
      noRetryAfter,
      noBucketNames,
      noCallLog,
      noDefaultCredentials,
      noFeatureReport,
      noEventHeaders,
      noExtensions,
      noDefaultsMode,
      noVersionWarning,
      inputRulesOnly,
      synchronousReads,
    ],
    preserveEntrySignatures: 'allow-extension',
    treeshake: {
      moduleSideEffects: (id, external) =>
        external || packagesWithoutSideEffects.test(id) ? false : undefined,
    },
    onLog(level, log) {
      throw new Error(`rolldown (${level}): ${log.message}`);
    },
  });
  try {
    const together = await loadedWithEveryAwsCall(build);
    const { output: files } = await build.write({
      ...output,
      dir: folder,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: 'aws', test: (id) => together.has(id) }],
      },
    });
    return new Set(files.filter((file) => file.type === 'chunk').flatMap((chunk) => chunk.moduleIds));
  } finally {
    await build.close();
  }
}

/**
 * The modules that every run loads before its first AWS request, but not at its start. Without a group they become
 * about fifteen chunks, depending on which optional chunks (credentials from SSO, IMDS, …) share them, and the calls
 * between chunks increase the size by a tenth.
 */
async function loadedWithEveryAwsCall(build: RolldownBuild): Promise<ReadonlySet<string>> {
  const { output: files } = await build.generate(output);
  const chunks = new Map(
    files.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const staticImports = (start: OutputChunk): ReadonlySet<OutputChunk> => {
    const reached = new Set<OutputChunk>([start]);
    for (const chunk of reached) {
      for (const name of chunk.imports) {
        const imported = chunks.get(name);
        if (imported) reached.add(imported);
      }
    }
    return reached;
  };
  const all = [...chunks.values()];
  const atStart = new Set(all.filter((chunk) => chunk.isEntry).flatMap((entry) => [...staticImports(entry)]));
  const withSession = all
    .filter((chunk) => chunk.isDynamicEntry)
    .map(staticImports)
    .filter(opensSession);
  const [first = new Set<OutputChunk>()] = withSession;
  const shared = [...first].filter(
    (chunk) => !atStart.has(chunk) && withSession.every((reached) => reached.has(chunk)),
  );
  return new Set(shared.flatMap((chunk) => chunk.moduleIds));
}

function opensSession(chunks: ReadonlySet<OutputChunk>): boolean {
  return [...chunks].some((chunk) =>
    chunk.moduleIds.some((id) => /[\\/]src[\\/]ec2[\\/]session\.ts$/.test(id)),
  );
}
