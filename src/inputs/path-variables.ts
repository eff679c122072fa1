/** Folders that variables name, as a workflow writes their path, with a slash at the end. */
const folders: Readonly<Record<string, string>> = {
  HOME: '~/',
  USERPROFILE: '~/',
  // Paths are relative to the workspace.
  PWD: '',
  CD: '',
  GITHUB_WORKSPACE: '',
  TEMP: '${{ runner.temp }}/',
  TMP: '${{ runner.temp }}/',
  TMPDIR: '${{ runner.temp }}/',
  RUNNER_TEMP: '${{ runner.temp }}/',
  RUNNER_TOOL_CACHE: '${{ runner.tool_cache }}/',
};

/** Variables that a context has as well (GitHub docs, contexts). */
const inContext =
  /^(?:GITHUB_(?:ACTION|ACTOR|ACTOR_ID|BASE_REF|EVENT_NAME|HEAD_REF|JOB|REF|REF_NAME|REF_TYPE|REPOSITORY|REPOSITORY_ID|REPOSITORY_OWNER|REPOSITORY_OWNER_ID|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SHA|TRIGGERING_ACTOR|WORKFLOW)|RUNNER_(?:ARCH|ENVIRONMENT|NAME|OS))$/;

/** `$NAME`, `$env:NAME`, `${NAME…}`, `%NAME%`, or `!NAME!`, and the slashes after it. */
const variable =
  /(?:\$(?:env:)?([a-z_]\w*)|\$\{(?:env:)?([a-z_]\w*)([^}]*)\}?|%([a-z_]\w*)(?:\(x86\))?%|!([a-z_]\w*)!)([\\/]*)/gi;

interface VariablesOfPath {
  /** The path as a workflow writes it; undefined if it depends on what only the user knows. */
  readonly rewritten: string | undefined;
  /** The first variable that the workflow would have to set; undefined if there is none. */
  readonly undefinedName: string | undefined;
}

/** What to write instead of the variables in a path; undefined for a path without variables. */
export function variablesOf(path: string): VariablesOfPath | undefined {
  const found = [...path.matchAll(variable)];
  if (found.length === 0) return undefined;
  const meanings = found.map(meaningOf);
  const undefinedName = found
    .map(nameOf)
    .find((name) => folders[name.toUpperCase()] === undefined && !/^(?:GITHUB|RUNNER)_/.test(name));
  if (meanings.includes(undefined)) return { rewritten: undefined, undefinedName };
  const isInWorkspace = meanings[0] === '';
  const rewritten = path.replace(variable, () => String(meanings.shift()));
  return { rewritten: isInWorkspace ? relative(rewritten) : rewritten, undefinedName };
}

/** Undefined for what would not be a path in the workspace. */
export function relative(path: string): string | undefined {
  return /^(?:~|[a-z]:|none$)/i.test(path) ? undefined : path;
}

function nameOf([, plain, braced, , percent, delayed]: RegExpExecArray): string {
  return plain ?? braced ?? percent ?? String(delayed);
}

/** What the variable and the slashes after it are in a workflow. A folder has to be the beginning of the path. */
function meaningOf(found: RegExpExecArray): string | undefined {
  const [, , , modifier = '', , , slashes = ''] = found;
  const name = nameOf(found);
  if (modifier !== '') return undefined;
  if (inContext.test(name)) return `\${{ ${name.replace('_', '.').toLowerCase()} }}${slashes}`;
  return found.index === 0 && slashes !== '' ? folders[name.toUpperCase()] : undefined;
}
