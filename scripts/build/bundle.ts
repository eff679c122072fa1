import { type OutputChunk, type OutputOptions, type RolldownBuild, rolldown } from 'rolldown';
import { builtins } from './builtins.ts';
import { chunkNames } from './chunks.ts';
import { noErrorClasses } from './error-classes.ts';
import { withoutFacades } from './facades.ts';
import { noEndpointMethods, noEvent, noGraphQl, noPagesOfGitHub, noProxyOfGitHub } from './github-client.ts';
import { inputRulesOnly } from './input-rules.ts';
import { membersOfReferences } from './members.ts';
import { oneStsClient } from './one-sts-client.ts';
import { randomUuids } from './random-uuids.ts';
import { schemasOfOtherCommands } from './schemas.ts';
import { sha512OfNode } from './sha512.ts';
import { synchronousReads } from './synchronous-reads.ts';
import { tidy } from './tidy.ts';
import {
  dateFormatOfJavaScript,
  noAdaptiveRetries,
  noBucketNames,
  noCallLog,
  noDefaultCredentials,
  noDefaultsMode,
  noEventHeaders,
  noEventStreams,
  noExtensions,
  noFeatureReport,
  noFileBodies,
  noHashInJavaScript,
  noLambdaTracing,
  noLogFilter,
  noOtherEndpoints,
  noOtherSignatures,
  noRetryAfter,
  noSettingsOfModes,
  noTranslatedErrors,
  noVersionWarning,
  noWebStreams,
} from './unreachable.ts';

/**
 * Packages without side effects that do not declare this in their package.json (`sideEffects`). They are left out
 * unless one of their exports is used.
 */
const packagesWithoutSideEffects = /[\\/]node_modules[\\/](?:@actions|@aws|@octokit|tunnel|undici)[\\/]/;

/**
 * Keeps license comments, but not documentation, which V8 would have to parse on every start. Exports keep their names, for
 * readers of dist, and for `withoutFacades`.
 */
const output: OutputOptions = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  minifyInternalExports: false,
  comments: { legal: true, annotation: false, jsdoc: false },
};

/** Files by name, and the paths of all modules in them. */
export interface Bundle {
  readonly files: ReadonlyMap<string, string>;
  readonly modules: ReadonlySet<string>;
}

/**
 * Bundles src/main.ts and src/post.ts, with the parts of packages that they use, as ES modules: `main.js`, `post.js`,
 * and chunks, most of which are only loaded in some runs.
 *
 * @param root - The folder of the repository.
 */
export async function bundle(root: string): Promise<Bundle> {
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
      membersOfReferences(root),
      oneStsClient,
      noHashInJavaScript,
      noLambdaTracing,
      noAdaptiveRetries,
      noRetryAfter,
      noBucketNames,
      noCallLog,
      noDefaultCredentials,
      noFeatureReport,
      noEventHeaders,
      noEventStreams,
      noExtensions,
      noDefaultsMode,
      noVersionWarning,
      noFileBodies,
      noOtherSignatures,
      noTranslatedErrors,
      noLogFilter,
      noSettingsOfModes,
      noOtherEndpoints,
      noWebStreams,
      dateFormatOfJavaScript,
      noProxyOfGitHub,
      noEvent,
      noEndpointMethods,
      noPagesOfGitHub,
      noGraphQl,
      randomUuids,
      inputRulesOnly,
      synchronousReads,
      sha512OfNode,
      builtins,
    ],
    preserveEntrySignatures: 'allow-extension',
    // How long plugins take depends on what else the machine does.
    checks: { pluginTimings: false },
    treeshake: {
      moduleSideEffects: (id, external) =>
        external || packagesWithoutSideEffects.test(id) ? false : undefined,
    },
    onLog(level, log) {
      throw new Error(`rolldown (${level}): ${log.message}`);
    },
  });
  try {
    const names = chunkNames(await chunksOf(build, output));
    const chunks = await chunksOf(build, {
      ...output,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ debugName: 'chunks', name: (id) => names.get(id) ?? null }],
      },
    });
    refuseImportsOfEntries(chunks);
    const files = new Map(chunks.map(({ fileName, code }) => [fileName, tidy(code)]));
    return { files: withoutFacades(files), modules: new Set(chunks.flatMap(({ moduleIds }) => moduleIds)) };
  } finally {
    await build.close();
  }
}

/** Such a chunk would wait for an entry that waits for this chunk. */
function refuseImportsOfEntries(chunks: readonly OutputChunk[]): void {
  const entries = new Set(chunks.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName));
  for (const { fileName, imports } of chunks) {
    if (imports.some((name) => entries.has(name))) throw new Error(`${fileName} imports an entry.`);
  }
}

async function chunksOf(build: RolldownBuild, options: OutputOptions): Promise<readonly OutputChunk[]> {
  const { output: files } = await build.generate(options);
  return files.filter((file) => file.type === 'chunk');
}
