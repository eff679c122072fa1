import { Buffer } from 'node:buffer';

/** Values are looked up by a prefix of this length. Few values have the same one. */
const PREFIX = 4;

/** A part of a text that is hidden: offsets, `end` exclusive. */
export interface Hit {
  readonly start: number;
  end: number;
}

/**
 * Hides secret values in text as the runner does: every occurrence of a value, or of one of its encodings, is
 * replaced by `***`; overlapping or adjacent matches become one. Comparison is exact, with no word boundary and no
 * minimum length (actions/runner SecretMasker.cs, HostContext.cs).
 */
export class SecretMasker {
  readonly #added = new Set<string>();
  readonly #hidden = new Set<string>();
  readonly #byPrefix = new Map<string, string[]>();
  readonly #prefixLengths = new Set<number>();

  /** All strings that are searched for: the values and their encodings. */
  get values(): ReadonlySet<string> {
    return this.#hidden;
  }

  /** Hides a value and its encodings from now on. An empty value hides nothing. */
  add(value: string): void {
    if (value === '' || this.#added.has(value)) return;
    this.#added.add(value);
    this.#hide(value);
    for (const encode of ENCODERS) this.#hide(encode(value));
  }

  /** The text with every hidden value replaced. */
  mask(text: string): string {
    const hits = this.hits(text);
    if (hits.length === 0) return text;
    const shown = hits.map(({ start }, index) => text.slice(hits[index - 1]?.end ?? 0, start));
    return [...shown, text.slice(hits.at(-1)?.end)].join('***');
  }

  /** Where the text contains hidden values: in order, overlapping and adjacent ones as one. */
  hits(text: string): Hit[] {
    const hits: Hit[] = [];
    for (let start = 0; start < text.length; start++) {
      const end = this.#longestHitAt(text, start);
      if (end < 0) continue;
      const last = hits.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else hits.push({ start, end });
    }
    return hits;
  }

  #hide(value: string): void {
    if (value === '' || this.#hidden.has(value)) return;
    this.#hidden.add(value);
    const prefix = value.slice(0, PREFIX);
    this.#prefixLengths.add(prefix.length);
    const bucket = this.#byPrefix.get(prefix);
    if (bucket === undefined) this.#byPrefix.set(prefix, [value]);
    else bucket.push(value);
  }

  #longestHitAt(text: string, start: number): number {
    let end = -1;
    for (const length of this.#prefixLengths) {
      for (const value of this.#byPrefix.get(text.slice(start, start + length)) ?? []) {
        if (start + value.length > end && text.startsWith(value, start)) end = start + value.length;
      }
    }
    return end;
  }
}

/** The encodings that the runner hides in addition to the value itself; '' where one does not apply. */
const ENCODERS: readonly ((value: string) => string)[] = [
  (value) => base64From(value, 0),
  (value) => base64From(value, 1),
  (value) => base64From(value, 2),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  insideJson,
  uriData,
  xmlData,
  withoutOuterQuotes,
  beforeAmpersand,
  afterAmpersand,
];

/** Padded base64 of the value's UTF-8 bytes without the first few. A value that is not longer is used as a whole. */
function base64From(value: string, skipped: number): string {
  const bytes = Buffer.from(value, 'utf8');
  return bytes.subarray(bytes.length > skipped ? skipped : 0).toString('base64');
}

/** Newtonsoft.Json's escapes: those of JSON.stringify, and Unicode's three other newlines. */
function insideJson(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replaceAll('\u0085', '\\u0085')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** .NET's Uri.EscapeDataString: everything except RFC 3986's unreserved characters. */
function uriData(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const XML_ENTITIES = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['&', '&amp;'],
]);

function xmlData(value: string): string {
  return value.replace(/[<>"'&]/g, (character) => XML_ENTITIES.get(character) ?? character);
}

function withoutOuterQuotes(value: string): string {
  return value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';
}

/** PowerShell prints a failed command in two colors, split at the last `&` or the first `&+`. */
function beforeAmpersand(value: string): string {
  const plus = value.indexOf('&+');
  const section = plus >= 0 ? value.slice(0, plus + 2) : value.slice(0, value.lastIndexOf('&') + 1);
  return section.length >= 6 ? section : '';
}

/** The other part; after `&+`, the colored letter is left out. */
function afterAmpersand(value: string): string {
  if (!value.includes('&')) return '';
  const plus = value.indexOf('&+');
  const section = plus >= 0 ? value.slice(plus + 3) : value.slice(value.lastIndexOf('&') + 1);
  return section.length >= 6 ? section : '';
}
