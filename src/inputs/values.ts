import { KeyPairError } from '../errors.ts';
import { type InputName, type InputRule, inputTable, type Operation } from './table.ts';
import type { Tag } from './request.ts';

/** The text of one input as the runner hands it over; empty when it is not given. */
export type RawInput = (name: InputName) => string;

const durationUnits = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const durationPattern = /^([1-9]\d{0,4})([mhd])$/;
const regionPattern = /^[a-z]{2,5}(?:-[a-z]+)+-\d+$/;

/**
 * Reads inputs strictly and gathers every problem, so that a person mends them all at once.
 * A value that cannot be used reads as "not given"; `complete()` then refuses the whole.
 */
export class InputValues {
  readonly #raw: RawInput;
  readonly #problems: string[] = [];

  constructor(raw: RawInput) {
    this.#raw = raw;
  }

  /** The trimmed text, or undefined for an input not given (an empty one is not given). */
  text(name: InputName): string | undefined {
    const value = this.#raw(name).trim();
    return value === '' ? undefined : value;
  }

  choice<const Value extends string>(name: InputName, values: readonly Value[]): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const known = values.find((value) => value === text);
    if (known === undefined) this.refuse(name, `is not one of ${values.join(', ')}`);
    return known;
  }

  /** A boolean as YAML 1.2's core schema writes it; false when not given. */
  flag(name: InputName): boolean {
    const text = this.text(name);
    if (text === undefined) return false;
    if (/^(?:true|True|TRUE)$/.test(text)) return true;
    if (!/^(?:false|False|FALSE)$/.test(text)) this.refuse(name, 'is neither true nor false');
    return false;
  }

  /** A duration in milliseconds: a whole number and m, h or d. */
  duration(name: InputName): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const [, count, unit] = durationPattern.exec(text) ?? [];
    if (count === undefined || unit === undefined) {
      this.refuse(name, 'is not a duration: write a whole number and m, h or d, as in 30m, 12h or 7d');
      return undefined;
    }
    return Number(count) * durationUnits[unit as keyof typeof durationUnits];
  }

  region(name: InputName): string | undefined {
    const text = this.text(name);
    if (text === undefined || regionPattern.test(text)) return text;
    this.refuse(name, 'is not the code of one AWS region, as in eu-west-1');
    return undefined;
  }

  /** Lines of `key=value`, within EC2's rules for tags. */
  tags(name: InputName, { reserved, most }: { reserved: (key: string) => boolean; most: number }): Tag[] {
    const tags = new Map<string, string>();
    for (const line of this.#lines(name)) {
      const split = line.indexOf('=');
      const key = line.slice(0, split).trim();
      const value = line.slice(split + 1).trim();
      if (split < 1) this.refuse(name, 'is not key=value', line);
      else if (tags.has(key)) this.refuse(name, 'gives the same key a second time', line);
      else if (key.length > 128) this.refuse(name, 'has a key of more than 128 characters', line);
      else if (value.length > 256) this.refuse(name, 'has a value of more than 256 characters', line);
      else if (/^aws:/i.test(key)) this.refuse(name, 'starts with aws:, which AWS keeps to itself', line);
      else if (reserved(key)) this.refuse(name, 'is a tag that this action sets itself', line);
      else tags.set(key, value);
    }
    if (tags.size > most) this.refuse(name, `has more than ${most} tags, the most EC2 has room for here`, '');
    return [...tags].map(([key, value]) => ({ key, value }));
  }

  /** Refuses every given input that the operation does not take. */
  onlyThoseOf(operation: Operation): void {
    for (const [name, rule] of Object.entries<InputRule>(inputTable) as [InputName, InputRule][]) {
      if (rule.takenBy.includes(operation) || this.text(name) === undefined) continue;
      this.refuse(name, `is not taken by ${operation} (only by ${rule.takenBy.join(', ')})`);
    }
  }

  /** Notes a problem: the input, the value (or the part of it that is meant), the rule. */
  refuse(name: InputName, rule: string, value = this.text(name) ?? ''): void {
    this.#problems.push(value === '' ? `${name} ${rule}.` : `${name}: ${quoted(value)} ${rule}.`);
  }

  /** @throws KeyPairError `INVALID_INPUT` with all problems, when there is any. */
  complete(): void {
    if (this.#problems.length === 0) return;
    throw new KeyPairError(
      'INVALID_INPUT',
      ['The inputs cannot be used as they are.', ...this.#problems].join('\n'),
      {
        hint: 'Nothing was sent to AWS. Every input is described in the README.',
      },
    );
  }

  #lines(name: InputName): string[] {
    return (this.text(name) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }
}

/** Whole, so that the runner finds what it masks; or, of a long value, nothing: a part of a secret passes every mask. */
function quoted(value: string): string {
  return value.length > 80 ? `(${value.length} characters)` : `"${value}"`;
}
