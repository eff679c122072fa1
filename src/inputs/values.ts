import { KeyPairError } from '../errors.ts';
import type { Tag } from '../ownership.ts';
import { type InputName, type InputTable, inputTable, type ListInput, type OperationName } from './table.ts';
import { asKeyValue, isInOtherForm, isOddValue, joinedLines } from './tag-forms.ts';
import { mayContainVariable, ruleAgainstVariables } from './unevaluated.ts';

/** The value of one input as the runner passes it; empty when it is not set. */
export type RawInput = (name: string) => string;

const maxQuoted = 80;
const durationUnits = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const durationPattern = /^([1-9]\d{0,4})([mhd])$/;
const regionPattern = /^[a-z]{2,5}(?:-[a-z]+)+-\d+$/;

/**
 * Whether any secret input is set: then its values are masked before any input is read. What the runner fills in is its own
 * token, which it masks; the operation that uses such an input masks another one.
 */
export function hasSecrets(raw: RawInput, table: InputTable = inputTable): boolean {
  return Object.entries(table).some(
    ([name, { secret, filledIn }]) => secret === true && filledIn === undefined && raw(name).trim() !== '',
  );
}

/** Those of the names that no input has. In upper case, as the runner passes them. */
export function unknownInputs(names: readonly string[]): string[] {
  const known = Object.keys(inputTable).map((name) => name.toUpperCase());
  return names.filter((name) => !known.includes(name));
}

/**
 * Reads inputs strictly and collects every problem, so that users can fix them all at once.
 * An invalid value reads as "not set"; `complete()` then rejects the whole.
 */
export class InputValues<Name extends string = InputName> {
  readonly #raw: RawInput;
  readonly #table: InputTable;
  readonly #problems: string[] = [];
  readonly #warnings: string[] = [];

  constructor(raw: RawInput, table: InputTable = inputTable) {
    this.#raw = raw;
    this.#table = table;
  }

  /** The value, trimmed unless the input is verbatim; undefined if it is not set or only whitespace. */
  text(name: Name): string | undefined {
    const raw = this.#raw(name);
    const trimmed = raw.trim();
    if (trimmed === '') return undefined;
    return this.#table[name]?.verbatim === true ? raw : trimmed;
  }

  /** Whether the input is set to nothing but whitespace, as by a secret that does not exist. */
  isBlank(name: Name): boolean {
    const raw = this.#raw(name);
    return raw !== '' && raw.trim() === '';
  }

  /** One of the values, which are in lower case, in any case. */
  choice<const Value extends string>(name: Name, values: readonly Value[]): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const known = values.find((value) => value === text.toLowerCase());
    if (known === undefined) this.refuse(name, `must be one of ${values.join(', ')}`);
    return known;
  }

  /** `true` or `false` in any case; false when not set. */
  flag(name: Name): boolean {
    const text = this.text(name);
    if (text === undefined) return false;
    if (/^true$/i.test(text)) return true;
    if (!/^false$/i.test(text)) this.refuse(name, 'must be true or false');
    return false;
  }

  /** A duration in milliseconds. */
  duration(name: Name): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const match = durationPattern.exec(text);
    if (match === null) {
      this.refuse(
        name,
        'is not a valid duration. Use minutes, hours or days, with at most five digits: 30m, 12h, 7d',
      );
      return undefined;
    }
    return Number(match[1]) * durationUnits[match[2] as keyof typeof durationUnits];
  }

  /** Region codes in any case, separated by commas or line breaks. */
  regions(name: Name & ListInput): readonly string[] {
    const lines = this.lines(name).map((line) => line.split(',').map((code) => code.trim().toLowerCase()));
    const isOdd = (code: string) => code !== '' && !regionPattern.test(code);
    const odd = lines.findIndex((codes) => codes.some(isOdd));
    // The whole line: part of a secret would not be masked.
    if (odd >= 0) {
      this.refuse(name, 'is not an AWS Region code such as eu-west-1', this.lines(name)[odd]);
    }
    return lines.flat().filter((code) => code !== '');
  }

  /** Lines of `key=value`, within EC2's rules for tags. */
  tags(
    name: Name & ListInput,
    { reserved, max }: { reserved: (key: string) => boolean; max: number },
  ): Tag[] {
    const tags = new Map<string, string>();
    const lines = joinedLines(this.lines(name));
    if (lines.length > max) {
      this.refuse(name, `has more than the maximum of ${max} tags`, '');
      return [];
    }
    for (const line of lines) {
      const split = line.indexOf('=');
      const key = line.slice(0, split).trim();
      const value = line.slice(split + 1).trim();
      const rule = ruleAgainstVariables(key) ?? ruleAgainstVariables(value);
      if (isInOtherForm(line)) this.refuse(name, `is in the form of another tool. ${howToWrite(line)}`, line);
      else if (line.startsWith('#')) this.refuse(name, 'is a comment, which a list cannot contain', line);
      else if (split < 1) this.refuse(name, 'must have the form key=value', line);
      else if (tags.has(key)) this.refuse(name, 'sets the same key twice', line);
      else if (key.length > 128) this.refuse(name, 'has a key of more than 128 characters', line);
      else if (value.length > 256) this.refuse(name, 'has a value of more than 256 characters', line);
      else if (/^aws:/i.test(key)) this.refuse(name, 'starts with aws:, which is reserved by AWS', line);
      else if (reserved(key)) this.refuse(name, 'is a tag that this action sets itself', line);
      else if (rule !== undefined) this.refuse(name, rule, line);
      else {
        tags.set(key, value);
        this.warnOfVariables(name, line);
        if (isOddValue(value)) {
          this.#warnings.push(
            `${name}: the tag ${quoted(key)} has the value ${quoted(value)}. Write one key=value per line, without quotes.`,
          );
        }
      }
    }
    return [...tags].map(([key, value]) => ({ key, value }));
  }

  /** Lines that are not empty, trimmed. */
  lines(name: Name & ListInput): string[] {
    return (this.text(name) ?? '')
      .split(/[\r\n]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** Records a problem for every input that is set but does not apply to the operation. */
  refuseUnsupported(operation: OperationName): void {
    for (const [name, { takenBy, filledIn }] of Object.entries(this.#table)) {
      if (takenBy.includes(operation) || filledIn !== undefined || this.#raw(name).trim() === '') continue;
      this.addProblem(
        `${name} is not supported by ${operation}, only by ${new Intl.ListFormat('en-US').format(takenBy)}.`,
      );
    }
  }

  /** Records a problem, as a sentence. */
  addProblem(sentence: string): void {
    this.#problems.push(sentence);
  }

  /** Records a problem with one input: its name, its value (or part of it), and the rule. */
  refuse(name: Name, rule: string, value = this.text(name) ?? ''): void {
    const isQuoted = value !== '' && this.#table[name]?.secret !== true;
    this.addProblem(isQuoted ? `${name}: ${quoted(value)} ${rule}.` : `${name} ${rule}.`);
  }

  /** Warns if a valid text may contain a variable: EC2 accepts dollar signs in names and tags. */
  warnOfVariables(name: Name, text: string): void {
    if (!mayContainVariable(text)) return;
    this.#warnings.push(
      `${name}: ${quoted(text)} is used as it is: variables are not expanded here. To insert one, write an expression such as \${{ env.NAME }}.`,
    );
  }

  /**
   * The request that was read, if every input was valid.
   *
   * @param request - Undefined if a required input was missing; that problem must be recorded before.
   * @param warn - Called for each value that is valid, but probably not what was meant.
   * @throws KeyPairError `INVALID_INPUT` with all problems, if there are any.
   */
  complete<Request>(
    request: Request | undefined,
    warn: (sentence: string) => void = () => undefined,
  ): Request {
    if (this.#problems.length === 0 && request !== undefined) {
      for (const warning of this.#warnings) warn(warning);
      return request;
    }
    throw new KeyPairError('INVALID_INPUT', ['Invalid inputs:', ...this.#problems].join('\n'), {
      hint: 'No request was sent to AWS. See "Inputs" in the README.',
    });
  }
}

/** Shows what to write only for a line that is quoted as well. */
function howToWrite(line: string): string {
  const written = line.length > maxQuoted ? undefined : asKeyValue(line);
  return `Write one key=value per line${written === undefined ? '' : `: ${written}`}`;
}

/** The full value, so that masks match it, or only its length: part of a secret would not be masked. */
function quoted(value: string): string {
  return value.length > maxQuoted ? `(${value.length} characters)` : `"${value}"`;
}
