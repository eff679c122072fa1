/** One way in which a later step can print a file: its name, a shell command if there is one, and the resulting text. */
export interface Form {
  readonly name: string;
  /** Reads the file at `$KEY`. Forms without a command are printed by `print-forms.ts`. */
  readonly command?: string;
  of(text: string): string;
}

/** The forms that docs/masking.md lists as masked. */
export const maskedForms: readonly Form[] = [
  { name: 'cat', command: 'cat "$KEY"', of: (text) => text },
  { name: 'with CRLF', command: String.raw`sed 's/$/\r/' "$KEY"`, of: crlf },
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
    of: (text) => btoa(text.trimEnd()),
  },
  {
    name: 'base64 -w0 of CRLF',
    command: String.raw`sed 's/$/\r/' "$KEY" | base64 -w0`,
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
  { name: 'base64', command: 'base64 "$KEY"', of: (text) => wrapped(btoa(text), 76) },
  {
    name: 'base64, no final newline',
    command: 'printf %s "$(cat "$KEY")" | base64',
    of: (text) => wrapped(btoa(text.trimEnd()), 76),
  },
  {
    name: 'base64 of CRLF',
    command: String.raw`sed 's/$/\r/' "$KEY" | base64`,
    of: (text) => wrapped(btoa(crlf(text)), 76),
  },
  { name: 'openssl base64', command: 'openssl base64 -in "$KEY"', of: (text) => wrapped(btoa(text), 64) },
  {
    name: 'openssl base64, no final newline',
    command: 'printf %s "$(cat "$KEY")" | openssl base64',
    of: (text) => wrapped(btoa(text.trimEnd()), 64),
  },
  {
    name: 'base64 -w0 twice',
    command: 'base64 -w0 "$KEY" | base64 -w0',
    of: (text) => btoa(btoa(text)),
  },
  { name: 'base64 -w0 of JSON', of: (text) => btoa(JSON.stringify({ key: text })) },
  {
    name: 'base64 -w0 of user:key',
    command: '(printf ubuntu:; cat "$KEY") | base64 -w0',
    of: (text) => btoa(`ubuntu:${text}`),
  },
];

/** The body between the BEGIN and the END line, rewrapped. */
export const wrappedForms: readonly Form[] = [64, 70, 76].map((width) => bodyWrappedAt(width));

/** Forms that docs/masking.md lists as not masked, for a key in PEM. */
export const readableForms: readonly Form[] = [
  bodyWrappedAt(50),
  {
    name: 'hex',
    command: String.raw`od -An -v -tx1 "$KEY" | tr -d ' \n'`,
    of: (text) => Buffer.from(text).toString('hex'),
  },
  { name: 'base64 of JSON', of: (text) => wrapped(btoa(JSON.stringify({ key: text })), 76) },
];

/** The line before a form. */
export function headingOf({ name }: Form): string {
  return `== ${name}`;
}

function bodyWrappedAt(width: number): Form {
  return {
    name: `wrapped at ${width}`,
    command: String.raw`grep -v -e ----- "$KEY" | tr -d '\n' | fold -w ${width}`,
    of: (text) => wrapped(text.replace(/^-----.*$/gm, '').replaceAll('\n', ''), width),
  };
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}
