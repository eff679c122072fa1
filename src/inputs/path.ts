import type { InputName } from './table.ts';
import type { InputValues } from './values.ts';

const temp = '${{ runner.temp }}';
/** What variables stand for, as a workflow writes it. */
const meanings: Readonly<Record<string, string>> = {
  HOME: '~',
  USERPROFILE: '~',
  TEMP: temp,
  TMP: temp,
  TMPDIR: temp,
};

/** `$NAME`, `${NAME}`, `$env:NAME` and `%NAME%`. */
const variable = /\$(?:env:|\{(?:env:)?)?([a-z_]\w*)\}?|%([a-z_]\w*)%/gi;

/** As the AWS CLI takes paths, too. */
const fileUrl = /^fileb?:\/\//i;

/** A folder that a command of a shell prints, or a variable of Azure Pipelines names. */
const commandFirst = /^(?:\$\(([^)]*)\)|`([^`]*)`)[/\\]/;

/** Characters. What is longer, or has several lines, may be something else than a path, and is not repeated. */
const maxRepeated = 80;

/** Reads a path. Refuses what only means something to other programs: a variable, a command, quotes, a URL, another user's home. */
export function readPath(inputs: InputValues, name: InputName): string | undefined {
  const path = inputs.text(name);
  const rule = path && ruleAgainst(path);
  if (rule) inputs.refuse(name, rule);
  return path;
}

function ruleAgainst(path: string): string | undefined {
  if (path.includes('\0')) return 'contains a character that no path can have';
  if (/^(["'`]).*\1$/s.test(path)) return `is in quotes${use(path.slice(1, -1))}`;
  if (fileUrl.test(path)) return `is a URL${use(path.replace(fileUrl, ''))}`;
  if (/^[a-z][\w+.-]+:\/\//i.test(path)) return 'is a URL. Set the path of a file on this machine';
  if (/^~(?:$|\\|[^/\\]+[/\\])/.test(path))
    return 'starts with ~, but not with ~/. Use ~/… or an absolute path';
  const meant = path.replaceAll(variable, (_, ...names) => meaningOf(names.find(Boolean)));
  if (meant !== path)
    return `contains a variable, which is not expanded here${use(meant.replace(/^~\\/, '~/'))}`;
  const [folder = '', ...commands] = commandFirst.exec(path) ?? [];
  if (folder !== '') {
    const relative = commands.includes('pwd') ? use(path.slice(folder.length)) : '';
    return `starts with a command, which is not run here${relative}`;
  }
  return /[${]\{/.test(path) ? 'contains an expression, which is not evaluated here' : undefined;
}

function meaningOf(name: string): string {
  const isContext = /^(?:GITHUB|RUNNER)_/.test(name);
  const expression = isContext ? name.replace('_', '.').toLowerCase() : `env.${name}`;
  return meanings[name.toUpperCase()] ?? `\${{ ${expression} }}`;
}

function use(path: string): string {
  return path === '' || path.length > maxRepeated || path.includes('\n') ? '' : `. Use ${path}`;
}
