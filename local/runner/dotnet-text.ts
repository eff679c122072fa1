import type { Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

/** The characters that .NET's Char.IsWhiteSpace accepts: unlike JavaScript's \s, with U+0085 and without U+FEFF. */
const BLANK = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING = new RegExp(`^[${BLANK}]+`);
const TRAILING = new RegExp(`[${BLANK}]+$`);

/** String.TrimStart. */
export function trimStart(text: string): string {
  return text.replace(LEADING, '');
}

/** String.Trim. */
export function trim(text: string): string {
  return trimStart(text).replace(TRAILING, '');
}

/** The lines of a text, as StreamReader.ReadLine returns them: CR, LF and CRLF all end a line. */
export function linesOf(text: string): string[] {
  const cutter = new LineCutter();
  return [...cutter.push(text), ...cutter.end()];
}

/** Splits text that arrives in pieces into lines, as StreamReader.ReadLine does. A lone CR ends a line too. */
export class LineCutter {
  #pending = '';

  /** Adds text and returns the lines that are now complete. A CR at the end waits for a possible LF. */
  push(text: string): string[] {
    const all = this.#pending + text;
    const lines: string[] = [];
    let start = 0;
    for (const { index, 0: newline } of all.matchAll(/\r\n|\r|\n/g)) {
      if (newline === '\r' && index === all.length - 1) break;
      lines.push(all.slice(start, index));
      start = index + newline.length;
    }
    this.#pending = all.slice(start);
    return lines;
  }

  /** Ends the stream and returns the rest as the last line. */
  end(): string[] {
    const rest = this.#pending;
    this.#pending = '';
    if (rest === '') return [];
    return [rest.endsWith('\r') ? rest.slice(0, -1) : rest];
  }
}

/** Decodes a stream's bytes as UTF-8 and drops a byte order mark at its start, as StreamReader does. */
export class Utf8Stream {
  readonly #decoder = new StringDecoder('utf8');
  #atStart = true;

  /** The text of these bytes. An incomplete character waits for the rest. */
  write(bytes: Buffer): string {
    return this.#withoutMark(this.#decoder.write(bytes));
  }

  /** The rest at the end of the stream. */
  end(): string {
    return this.#withoutMark(this.#decoder.end());
  }

  #withoutMark(text: string): string {
    if (!this.#atStart || text === '') return text;
    this.#atStart = false;
    return withoutByteOrderMark(text);
  }
}

/** The text without a leading byte order mark. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
