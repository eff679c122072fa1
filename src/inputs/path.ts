import { relative, variablesOf } from './path-variables.ts';
import type { InputName } from './table.ts';
import type { InputValues } from './values.ts';

/** As the AWS CLI takes paths, too. */
const fileUrl = /^fileb?:(?:\/\/(?:localhost(?=\/))?(?:\/(?=[a-z]:[\\/]))?|(?=[\\/~]))/i;

/** A folder that a command of a shell prints, or a variable of Azure Pipelines names. */
const commandFirst = /^(?:\$\(([^)]*)\)|`([^`]*)`)[/\\]+/;

/** Characters. What is longer, or has several lines, may be something else than a path, and is not repeated. */
const maxRepeated = 80;

/** Why a text is no path. */
interface Mistake {
  readonly rule: string;
  /** The path that was probably meant, if it is known; it may have a mistake as well. */
  readonly meant?: string | undefined;
  /** What to do if it is not known, as a sentence. */
  readonly otherwise?: string;
}

/** Reads a path. Refuses what only means something to other programs: a variable, a command, quotes, a URL, another user's home. */
export function readPath(inputs: InputValues, name: InputName): string | undefined {
  const path = inputs.text(name);
  const mistake = path && mistakeIn(path);
  if (mistake) inputs.refuse(name, mistake.rule + adviceOn(mistake));
  return path;
}

function mistakeIn(path: string): Mistake | undefined {
  if (path.includes('\0')) return { rule: 'contains a character that no path can have' };
  if (/^(["'`]).*\1$/s.test(path)) return { rule: 'is in quotes', meant: path.slice(1, -1) };
  if (fileUrl.test(path)) return { rule: 'is a URL', meant: path.replace(fileUrl, '') };
  if (/^[a-z][\w+.-]+:\/\//i.test(path))
    return { rule: 'is a URL', otherwise: 'Set the path of a file on this machine' };
  if (/^~(?:$|\\|[^/\\]+[/\\])/.test(path))
    return { rule: 'starts with ~, but not with ~/', otherwise: 'Use ~/… or an absolute path' };
  return variableIn(path) ?? commandIn(path);
}

function variableIn(path: string): Mistake | undefined {
  const variables = variablesOf(path);
  if (variables === undefined) return undefined;
  const { rewritten, undefinedName } = variables;
  const write = 'Write the path itself';
  const isShown = undefinedName !== undefined && path.length <= maxRepeated;
  return {
    rule: 'contains a variable, which is not expanded here',
    meant: rewritten?.replaceAll('\\', '/'),
    // The context `env` has nothing of the machine's own variables.
    otherwise: isShown
      ? `${write}, or set ${undefinedName} in env: of the workflow and use \${{ env.${undefinedName} }}`
      : write,
  };
}

function commandIn(path: string): Mistake | undefined {
  const [folder = '', ...commands] = commandFirst.exec(path) ?? [];
  if (folder !== '') {
    const meant = commands.includes('pwd') ? relative(path.slice(folder.length)) : undefined;
    return { rule: 'starts with a command, which is not run here', meant };
  }
  return /[${]\{/.test(path) ? { rule: 'contains an expression, which is not evaluated here' } : undefined;
}

function adviceOn({ meant, otherwise }: Mistake): string {
  const path = settled(meant);
  if (path !== undefined && path.length <= maxRepeated && !path.includes('\n')) return `. Use ${path}`;
  return otherwise === undefined ? '' : `. ${otherwise}`;
}

/** A path without mistakes, and with the name of a file. */
function settled(path = ''): string | undefined {
  if (path === '' || /[\\/]$/.test(path)) return undefined;
  const evaluated = path.replaceAll(/\$\{\{ (?:github|runner)\.\w+ \}\}/g, 'x');
  return mistakeIn(evaluated) === undefined ? path : settled(mistakeIn(path)?.meant);
}
