import { type OutputChunk, type OutputOptions, type RolldownBuild, rolldown } from 'rolldown';
import { inputRulesOnly } from './input-rules.ts';
import { readsAtOnce } from './reads-at-once.ts';
import { schemasOfOtherCommands } from './schemas.ts';
import { noHashInJavaScript, noLambdaTracing } from './unreachable.ts';

/**
 * Packages that do nothing but define things when they are loaded, yet do not say so in their package.json
 * (`sideEffects`). Where one is imported and none of its exports is used, it is left out.
 */
const silentPackages = /[\\/]node_modules[\\/](?:@actions|@aws|tunnel|undici)[\\/]/;

/** Comments of a licence stay; documentation does not: it is in the source, and V8 would read it at every start. */
const output: OutputOptions = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
};

/**
 * Bundles src/main.ts and src/post.ts with what they use of their packages into ES modules in a folder:
 * `main.js`, `post.js`, and chunks, most of which only some runs load.
 *
 * @param root folder of the repository
 * @param folder where the modules go
 * @returns the paths of all modules of which something is in the bundle
 */
export async function bundle(root: string, folder: string): Promise<ReadonlySet<string>> {
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/main.ts', post: 'src/post.ts' },
    platform: 'node',
    external: /^node:/,
    // The AWS SDK's ES modules; its CommonJS cannot be shaken. A linked node_modules reads as if it were here.
    resolve: { mainFields: ['module', 'main'], symlinks: false },
    plugins: [schemasOfOtherCommands, noHashInJavaScript, noLambdaTracing, inputRulesOnly, readsAtOnce],
    preserveEntrySignatures: 'allow-extension',
    treeshake: {
      moduleSideEffects: (id, external) => (external || silentPackages.test(id) ? false : undefined),
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
 * The modules that are loaded whenever anything is asked of AWS, and not before. Left alone they become some
 * fifteen chunks, split by which optional chunks (credentials from SSO, IMDS, …) happen to share them, and
 * calls across chunks cost webpack a tenth of the size.
 */
async function loadedWithEveryAwsCall(build: RolldownBuild): Promise<ReadonlySet<string>> {
  const { output: files } = await build.generate(output);
  const chunks = new Map(
    files.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const atOnce = (start: OutputChunk): ReadonlySet<OutputChunk> => {
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
  const atStart = new Set(all.filter((chunk) => chunk.isEntry).flatMap((entry) => [...atOnce(entry)]));
  const asking = all
    .filter((chunk) => chunk.isDynamicEntry)
    .map(atOnce)
    .filter(opensSession);
  const [first = new Set<OutputChunk>()] = asking;
  const shared = [...first].filter(
    (chunk) => !atStart.has(chunk) && asking.every((reached) => reached.has(chunk)),
  );
  return new Set(shared.flatMap((chunk) => chunk.moduleIds));
}

function opensSession(chunks: ReadonlySet<OutputChunk>): boolean {
  return [...chunks].some((chunk) =>
    chunk.moduleIds.some((id) => /[\\/]src[\\/]ec2[\\/]session\.ts$/.test(id)),
  );
}
