/** One way in which a later step can print a file: its name, a shell command if there is one, and the resulting text. */
export interface Form {
  readonly name: string;
  /** How many secret characters in a row are a leak: 12 unless set. */
  readonly leakLength?: number;
  /** Reads the file at `$KEY`. Forms without a command are printed by `print-forms.ts`. */
  readonly command?: string;
  of(text: string): string;
}

/** A program that escapes characters or cuts lines leaves the pieces next to them. */
const pieces = { leakLength: 16 } as const;

/** The forms that docs/masking.md lists as masked. */
export const maskedForms: readonly Form[] = [
  { name: 'cat', command: 'cat "$KEY"', of: (text) => text },
  { name: 'with CRLF', command: String.raw`sed 's/\r*$/\r/' "$KEY"`, of: crlf },
  {
    name: 'indented, as in YAML',
    command: `sed 's/^/    /' "$KEY"`,
    of: (text) => text.replace(/^(?=.)/gm, '    '),
  },
  { name: 'in JSON', of: (text) => JSON.stringify({ key: text }) },
  { name: 'in XML', of: (text) => `<key name="a &amp; b">${text}</key>` },
  {
    name: 'spaces instead of newlines',
    command: String.raw`tr '\n' ' ' < "$KEY"`,
    of: (text) => text.replaceAll('\n', ' '),
  },
  {
    name: 'all on one line',
    command: String.raw`tr -d '\n' < "$KEY"`,
    of: (text) => text.replaceAll('\n', ''),
  },
  { name: 'URL-encoded', of: (text) => encodeURIComponent(text) },
  { name: 'base64 -w0', command: 'base64 -w0 "$KEY"', of: (text) => btoa(text) },
  {
    name: 'base64 -w0, no final newline',
    command: 'printf %s "$(cat "$KEY")" | base64 -w0',
    of: (text) => btoa(withoutFinalNewline(text)),
  },
  {
    name: 'base64 -w0 of CRLF',
    command: String.raw`sed 's/\r*$/\r/' "$KEY" | base64 -w0`,
    of: (text) => btoa(crlf(text)),
  },
  {
    name: 'base64 -w0 without =',
    command: `base64 -w0 "$KEY" | tr -d =`,
    of: (text) => btoa(text).replace(/=+$/, ''),
  },
  {
    name: 'base64url',
    command: 'basenc --base64url -w0 "$KEY"',
    of: (text) => btoa(text).replaceAll('+', '-').replaceAll('/', '_'),
  },
  { name: 'base64', ...pieces, command: 'base64 "$KEY"', of: (text) => wrapped(btoa(text), 76) },
  {
    name: 'base64, no final newline',
    ...pieces,
    command: 'printf %s "$(cat "$KEY")" | base64',
    of: (text) => wrapped(btoa(withoutFinalNewline(text)), 76),
  },
  {
    name: 'base64 of CRLF',
    ...pieces,
    command: String.raw`sed 's/\r*$/\r/' "$KEY" | base64`,
    of: (text) => wrapped(btoa(crlf(text)), 76),
  },
  {
    name: 'openssl base64',
    ...pieces,
    command: 'openssl base64 -in "$KEY"',
    of: (text) => wrapped(btoa(text), 64),
  },
  {
    name: 'openssl base64, no final newline',
    ...pieces,
    command: 'printf %s "$(cat "$KEY")" | openssl base64',
    of: (text) => wrapped(btoa(withoutFinalNewline(text)), 64),
  },
  {
    name: 'base64 -w0 twice',
    command: 'base64 -w0 "$KEY" | base64 -w0',
    of: (text) => btoa(btoa(text)),
  },
  { name: 'base64 -w0 of JSON', ...pieces, of: (text) => btoa(JSON.stringify({ key: text })) },
  {
    name: 'base64 -w0 of user:key',
    ...pieces,
    command: '(printf ubuntu:; cat "$KEY") | base64 -w0',
    of: (text) => btoa(`ubuntu:${text}`),
  },
  ...[57, 60, 100].map(base64CutAt),
  {
    name: 'base64 of JSON',
    ...pieces,
    of: (text) => wrapped(btoa(JSON.stringify({ key: text })), 76),
  },
  {
    name: 'base64 -w0 of JSON by PHP',
    ...pieces,
    of: (text) => btoa(JSON.stringify({ key: text }).replaceAll('/', '\\/')),
  },
  {
    name: 'base64 -w0 of a URL',
    ...pieces,
    of: (text) => btoa(`key=${encodeURIComponent(text)}`),
  },
  escaped('in JSON by PHP', { '/': '\\/', '\n': '\\n' }),
  escaped('in JSON by .NET', { '+': '\\u002B', '\n': '\\n' }),
  escaped('in JSON for HTML', { '+': '\\u002b', '/': '\\u002f', '=': '\\u003d', '\n': '\\n' }),
  escaped('URL-encoded by Python', { ' ': '%20', '+': '%2B', '=': '%3D', '\n': '%0A' }),
  escaped('URL-encoded in lower case', { ' ': '+', '+': '%2b', '/': '%2f', '=': '%3d', '\n': '%0a' }),
  escaped('a path segment by Go', { ' ': '%20', '/': '%2F', '\n': '%0A' }),
  escaped('in HTML by Handlebars', { '+': '&#x2B;', '/': '&#x2F;', '=': '&#x3D;' }),
  escaped('quotemeta', { '+': '\\+', '/': '\\/', '=': '\\=', '-': '\\-', ' ': '\\ ', '\n': '\\\n' }),
  escaped('with the alphabet of base64url', { '+': '-', '/': '_' }),
  ...[32, 40, 50, 60, 62, 100].map(cutAt),
];

/** The body between the BEGIN and the END line, rewrapped. */
export const wrappedForms: readonly Form[] = [40, 50, 60, 64, 70, 72, 76].map((width) =>
  bodyWrappedAt(width),
);

/** Forms that docs/masking.md lists as not masked, for a key in PEM. */
export const readableForms: readonly Form[] = [
  {
    name: 'hex',
    command: String.raw`od -An -v -tx1 "$KEY" | tr -d ' \n'`,
    of: (text) => Buffer.from(text).toString('hex'),
  },
  {
    name: 'base64 of base64',
    command: 'base64 "$KEY" | base64',
    of: (text) => wrapped(btoa(wrapped(btoa(text), 76)), 76),
  },
];

/** The line before a form. */
export function headingOf({ name }: Form): string {
  return `== ${name}`;
}

/** Another text for each of these characters, as many encoders print them. */
function escaped(name: string, escapes: Readonly<Record<string, string>>): Form {
  return {
    name,
    ...pieces,
    of: (text) => text.replace(/[^A-Za-z0-9]/g, (character) => escapes[character] ?? character),
  };
}

function cutAt(width: number): Form {
  return {
    name: `cut at ${width}`,
    ...pieces,
    command: `fold -w ${width} "$KEY"`,
    of: (text) =>
      text
        .split('\n')
        .map((line) => wrapped(line, width))
        .join(''),
  };
}

function base64CutAt(width: number): Form {
  return {
    name: `base64 -w ${width}`,
    ...pieces,
    command: `base64 -w ${width} "$KEY"`,
    of: (text) => wrapped(btoa(text), width),
  };
}

function bodyWrappedAt(width: number): Form {
  return {
    ...pieces,
    name: `wrapped at ${width}`,
    command: String.raw`grep -v -e ----- "$KEY" | tr -d '\n' | fold -w ${width}`,
    of: (text) => wrapped(text.replace(/^-----.*$/gm, '').replaceAll('\n', ''), width),
  };
}

/** As `$(…)` in a shell does: of CRLF, the CR stays. */
function withoutFinalNewline(text: string): string {
  return text.replace(/\n+$/, '');
}

function crlf(text: string): string {
  return text.replace(/\r*\n/g, '\r\n');
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}
