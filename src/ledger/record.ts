import path from 'node:path';
import type { ClaimRecord } from './claim.ts';

/** Whether a field read back from the ledger has a value that its record can have. */
type FieldCheck = (value: unknown) => boolean;

/**
 * Creates a parser of one kind of record: every field must pass its check.
 *
 * @param fits - A check of several fields together.
 */
export function recordParser<Record extends ClaimRecord>(
  kind: Record['kind'],
  fields: { readonly [Field in Exclude<keyof Record, 'kind'>]-?: FieldCheck },
  fits: (record: Record) => boolean = () => true,
): (value: unknown) => Record | undefined {
  const checks = Object.entries<FieldCheck>(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== kind)
      return undefined;
    const given = new Map(Object.entries(value));
    if (!checks.every(([name, check]) => check(given.get(name)))) return undefined;
    const record = value as Record;
    return fits(record) ? record : undefined;
  };
}

export const nonEmpty: FieldCheck = (value) => typeof value === 'string' && value !== '';

/** Fields that all must have a text. */
export function nonEmptyFields<Name extends string>(
  ...names: readonly Name[]
): { readonly [Field in Name]: FieldCheck } {
  return Object.fromEntries(names.map((name) => [name, nonEmpty])) as {
    readonly [Field in Name]: FieldCheck;
  };
}

export const absolutePath: FieldCheck = (value) => typeof value === 'string' && path.isAbsolute(value);

export const isTrue: FieldCheck = (value) => value === true;

export function matching(pattern: RegExp): FieldCheck {
  return (value) => typeof value === 'string' && pattern.test(value);
}

export function listOf(check: FieldCheck): FieldCheck {
  return (value) => Array.isArray(value) && value.every(check);
}

export function optional(check: FieldCheck): FieldCheck {
  return (value) => value === undefined || check(value);
}
