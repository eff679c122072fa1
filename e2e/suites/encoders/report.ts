import { randomBytes } from 'node:crypto';
import { wholeEnvironment } from '../../lib/environment.ts';
import type { PartName } from '../../lib/parts.ts';
import type { Site } from '../../lib/suite.ts';
import type { KeyKind, MaskedKey } from './masked-key.ts';
import type { Reading } from './readings.ts';

/** What the masks of a key cost in the runner. */
export interface Cost {
  readonly kind: KeyKind;
  /** Strings that the runner searches for. */
  readonly values: number;
  /** Microseconds to search a line of 100 characters for each of them. */
  readonly line: number;
}

const measuredLines = 10;
const rounds = 200;

/** The quickest of many short rounds: other processes only make it slower. */
export function costOf({ kind, masker }: MaskedKey): Cost {
  const values = [...masker.values];
  const lines = Array.from({ length: measuredLines }, () => randomBytes(50).toString('hex'));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const hits = lines.filter((line) => values.some((value) => line.includes(value)));
    return ((performance.now() - start) * 1000) / (lines.length + hits.length);
  });
  return { kind, values: values.length, line: Math.min(...times) };
}

const versionArguments: Partial<Record<PartName, readonly string[]>> = {
  go: ['version'],
  openssl: ['version'],
  puttygen: ['-V'],
};

/** The version of each program. */
export async function versionsOf(site: Site): Promise<string> {
  const programs: PartName[] = ['php', 'ruby', 'perl', 'python3', 'go', 'jq', 'git', 'openssl', 'puttygen'];
  const versions: string[] = [];
  for (const program of programs) {
    const args = versionArguments[program] ?? ['--version'];
    const text = await site.programs.output(site.part(program), args, { env: wholeEnvironment() });
    versions.push(`${program} ${/\d+\.\d[\d.]*/.exec(text)?.[0] ?? ''}`);
  }
  return [...versions, `node ${process.version.slice(1)}`].join(', ');
}

const kinds = {
  plain: 'as text',
  base64: 'in base64',
  larger: 'in base64 of a larger text',
  wrapped: 'in base64 with other line breaks',
  escaped: 'in base64 of a text with escapes',
  cut: 'with other line breaks',
  'not promised': 'not covered',
};

/** Tables in Markdown: what can be read, by kind and program, and what the masks cost. */
export function tableOf(readings: readonly Reading[], costs: readonly Cost[], versions: string): string {
  return [
    '| Printed | By | Ways | RSA: in a row | share | ED25519: in a row | share |',
    '| --- | --- | --: | --: | --: | --: | --: |',
    ...Object.entries(kinds).flatMap(([kind, title]) =>
      rowsOf(
        title,
        readings.filter((reading) => reading.kind === kind),
      ),
    ),
    '',
    'In a row: the most consecutive secret characters that could be read. Share: the part of all secret characters that could',
    'be read, averaged over all keys. An escape counts as one character in a row, and does not count in the share.',
    '',
    '| Key | Values in the runner | Time for a line of 100 characters |',
    '| --- | --: | --: |',
    ...costRows(costs),
    '',
    `Versions: ${versions}.`,
    '',
  ].join('\n');
}

function rowsOf(title: string, readings: readonly Reading[]): string[] {
  const programs = Object.groupBy(readings, programOf);
  return Object.entries(programs)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([program, group = []]) => {
      const ways = new Set(group.map(({ name }) => name)).size;
      const figures = (['rsa', 'ed25519'] as const).map((type) =>
        figuresOf(group.filter((one) => one.type === type)),
      );
      return `| ${title} | ${program} | ${ways} | ${figures.join(' | ')} |`;
    });
}

function programOf({ name, kind }: Reading): string {
  if (kind === 'not promised') return name;
  const [first = ''] = name.split(' ');
  const own = [
    'PHP',
    'Ruby',
    'Perl',
    'Python',
    'Go',
    'Node',
    'jq',
    'git',
    'openssl',
    'ssh-keygen',
    'puttygen',
  ];
  return own.includes(first) ? first : 'shell';
}

function figuresOf(readings: readonly Reading[]): string {
  if (readings.length === 0) return ' | ';
  const longest = Math.max(...readings.map(({ longestRun }) => longestRun));
  const mean = readings.reduce((sum, { share }) => sum + share, 0) / readings.length;
  return `${longest} | ${(100 * mean).toFixed(1)}%`;
}

function costRows(costs: readonly Cost[]): string[] {
  const groups = Object.groupBy(costs, ({ kind }) => kind.name);
  return Object.entries(groups).map(([name, group = []]) => {
    const most = Math.max(...group.map(({ values }) => values));
    const line = Math.min(...group.map((cost) => cost.line));
    return `| ${name} | ${most} | ${line.toFixed(0)} µs |`;
  });
}
