import type { OutputChunk } from 'rolldown';

/** A kind of run, identified by the modules that it loads with `import()`. */
interface Run {
  readonly chunk: string;
  /** What the paths of these modules end with. */
  readonly loads: readonly string[];
}

/** What both processes of a step load first, and what the post step needs to look for the state of a killed process. */
const atStart = ['src/main.ts', 'src/post.ts', 'src/regular-file.ts', 'src/runner/processes.ts'];

/** A step that creates a key pair and writes its private key to a file. */
const create: Run = {
  chunk: 'create',
  loads: ['src/step/run.ts', 'src/operations/create.ts', 'src/destinations/file/file.ts'],
};

/** A post step that deletes a key pair and its file. */
const release: Run = {
  chunk: 'release',
  loads: ['src/ec2/key-pair-claim.ts', 'src/destinations/file/file-claim.ts'],
};

/**
 * Other runs. A module that several runs load is in the chunk of the first of them. Runs with large or slow modules come
 * last, so that no other run has to load those modules.
 */
const otherRuns: readonly Run[] = [
  {
    chunk: 'given-file',
    loads: ['existing-key-file', 'in-place', 'not-writable', 'given-path'].map(
      (name) => `src/destinations/file/${name}.ts`,
    ),
  },
  {
    chunk: 'existing-pair',
    loads: ['fetch', 'describe', 'ensure', 'delete', 'preview-create'].map(
      (name) => `src/operations/${name}.ts`,
    ),
  },
  {
    chunk: 'import',
    loads: ['src/operations/import.ts', 'src/ec2/import-generated.ts', 'src/ec2/create-again.ts'],
  },
  {
    chunk: 'input-rules',
    loads: ['store', 'role', 'several-regions', 'windows-path'].map((name) => `src/inputs/${name}.ts`),
  },
  { chunk: 'regions', loads: ['src/step/run-in-regions.ts'] },
  {
    chunk: 'stores',
    loads: [
      'src/stores/open-store.ts',
      'src/destinations/store/store.ts',
      'src/operations/delete-stored-key.ts',
      'src/step/release-copy.ts',
    ],
  },
  {
    chunk: 'rotate',
    loads: [
      'src/operations/rotate.ts',
      'src/operations/abandoned-rotation.ts',
      'src/operations/end-rotation.ts',
      'src/step/release-rotation.ts',
      'src/destinations/file/replaced-file.ts',
      'src/destinations/file/replaced-file-claim.ts',
    ],
  },
  {
    chunk: 'formats',
    loads: ['ppk', 'ppk-with-passphrase', 'openssh-format', 'public-half'].map(
      (name) => `src/keys/${name}.ts`,
    ),
  },
  {
    chunk: 'explanations',
    loads: [
      'src/aws/explain-credentials.ts',
      'src/aws/explain-profile.ts',
      'src/aws/poll.ts',
      'src/aws/retry-notice.ts',
      'src/ec2/after-refusal.ts',
      'src/ec2/permission-check.ts',
      'src/step/report-preview.ts',
      'src/step/reporting-kinds.ts',
      'src/step/session-end.ts',
    ],
  },
  { chunk: 'invalid-inputs', loads: ['src/inputs/misspelled.ts', 'src/inputs/private-keys.ts'] },
  {
    chunk: 'encrypted-keys',
    loads: ['openssh-encryption', 'decrypt', 'read-ppk'].map((name) => `src/keys/${name}.ts`),
  },
  {
    chunk: 'agent',
    loads: [
      'src/destinations/agent/agent.ts',
      'src/destinations/agent/agent-claim.ts',
      'src/runner/agent-processes.ts',
    ],
  },
  { chunk: 'windows', loads: ['src/destinations/file/windows-acl.ts', 'src/runner/windows-programs.ts'] },
  // Of both stores.
  { chunk: 'json-protocol', loads: ['protocols/json/AwsJson1_1Protocol.js'] },
  { chunk: 'ssm', loads: ['src/stores/ssm.ts'] },
  { chunk: 'sweep', loads: ['src/operations/sweep.ts', 'src/step/open-sweep.ts'] },
  { chunk: 'sweep-regions', loads: ['src/operations/in-regions/sweep.ts'] },
  { chunk: 'github', loads: ['src/github/client.ts'] },
  { chunk: 'caller', loads: ['src/aws/caller.ts', 'src/step/arn-output.ts'] },
  {
    chunk: 'credentials',
    loads: [
      'src/aws/environment.ts',
      'credential-provider-ini/dist-es/index.js',
      'credential-provider-env/dist-es/index.js',
      'credential-provider-web-identity/dist-es/index.js',
    ],
  },
  { chunk: 'github-role', loads: ['src/step/github-role.ts', 'src/step/cleanup-role.ts'] },
  {
    chunk: 'metadata-credentials',
    loads: ['credential-provider-http/dist-es/index.js', 'credential-provider-imds/dist-es/index.js'],
  },
  { chunk: 'credential-process', loads: ['credential-provider-process/dist-es/index.js'] },
  {
    chunk: 'single-sign-on',
    loads: [
      'credential-provider-sso/dist-es/index.js',
      'credential-provider-sso/dist-es/loadSso.js',
      'credential-provider-login/dist-es/index.js',
      'nested-clients/dist-es/submodules/signin/index.js',
      'nested-clients/dist-es/submodules/sso-oidc/index.js',
    ],
  },
];

/**
 * Decides which modules share a chunk, so that common runs load few files, and little that they do not need. Whatever the
 * modules of a chunk import is in this chunk or an earlier one, so no two chunks import each other.
 *
 * @param chunks - What rolldown builds by default: modules that the same runs load share a chunk.
 * @returns The name of the chunk for the path of each module. Modules that are not in this map stay where they are.
 */
export function chunkNames(chunks: readonly OutputChunk[]): ReadonlyMap<string, string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (first: readonly OutputChunk[]): ReadonlySet<OutputChunk> => {
    const reached = new Set(first);
    for (const chunk of reached) {
      for (const name of chunk.imports) {
        const imported = byFile.get(name);
        if (imported) reached.add(imported);
      }
    }
    return reached;
  };
  const loadedBy = ({ loads }: Run) => withImports(loads.map((file) => chunkOf(file, chunks)));

  const start = withImports(atStart.map((file) => chunkOf(file, chunks)));
  const [creating, releasing] = [loadedBy(create), loadedBy(release)];
  const aws = [
    ...withEveryAwsCall(chunks, withImports),
    ...chunks.filter((chunk) => creating.has(chunk) && releasing.has(chunk)),
  ];

  const names = new Map<string, string>();
  const assign = (name: string, members: Iterable<OutputChunk>) => {
    const modules = [...members].filter((chunk) => !chunk.isEntry).flatMap(({ moduleIds }) => moduleIds);
    for (const id of modules) if (!names.has(id)) names.set(id, name);
  };
  assign('start', start);
  assign('aws', aws);
  for (const run of [create, release, ...otherRuns]) assign(run.chunk, loadedBy(run));
  return names;
}

/** What every run loads before its first AWS request. */
function withEveryAwsCall(
  chunks: readonly OutputChunk[],
  withImports: (first: readonly OutputChunk[]) => ReadonlySet<OutputChunk>,
): OutputChunk[] {
  const session = chunkOf('src/ec2/session.ts', chunks);
  const withSession = chunks
    .filter((chunk) => chunk.isDynamicEntry)
    .map((chunk) => withImports([chunk]))
    .filter((loaded) => loaded.has(session));
  return chunks.filter((chunk) => withSession.every((loaded) => loaded.has(chunk)));
}

/** The chunk that holds the module whose path has this ending. */
function chunkOf(ending: string, chunks: readonly OutputChunk[]): OutputChunk {
  const found = chunks.find(({ moduleIds }) =>
    moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(`/${ending}`)),
  );
  if (found === undefined) throw new Error(`No chunk holds ${ending}.`);
  return found;
}
