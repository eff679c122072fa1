/**
 * What main writes into the step's state about the things it may leave behind, by kind and fact ("the file's claim is
 * held"). Only this file knows that claims are numbered: tests must not depend on the order of destinations.
 */

/** Kinds of records, as the action writes them. */
export type ClaimKindName = 'key-pair' | 'file' | 'output';

export type ClaimFactName = 'intended' | 'held' | 'kept' | 'released';

const entryPattern = /^claim-(\d+(?:-\d+)*)-(intended|held|kept|released)$/;

/** Labels the entries of a step's state, in the order in which they are written. */
export class StateLabels {
  readonly #kinds = new Map<string, string>();

  /**
   * `claim key-pair held`, `claim file+key-pair kept`; undefined for an entry that is not about claims.
   *
   * @param value - The record. Entries that settle claims have none: their kinds are known from earlier entries.
   */
  label(name: string, value: string): string | undefined {
    const [, numbers, fact] = entryPattern.exec(name) ?? [];
    if (numbers === undefined) return undefined;
    const kinds = numbers.split('-').map((number) => this.#kindOf(number, value));
    return `claim ${kinds.sort().join('+')} ${fact}`;
  }

  #kindOf(number: string, value: string): string {
    const [, kind] = /"kind":"([\w-]+)"/.exec(value) ?? [];
    if (kind !== undefined) this.#kinds.set(number, kind);
    return this.#kinds.get(number) ?? 'unknown';
  }
}

/** Whether the action names an entry of its state so. */
export function isStateName(name: string): boolean {
  return name === 'main-process' || entryPattern.test(name);
}

/** Whether a traced call writes a fact about a claim of this kind, alone or together with others. */
export function isClaimLabel(label: string, kind: ClaimKindName, fact: ClaimFactName): boolean {
  const [word, kinds = '', labelFact] = label.split(' ');
  return word === 'claim' && kinds.split('+').includes(kind) && labelFact === fact;
}

/** The entries of the state of a main that recorded these claims. Values are written as they are. */
export function stateOfClaims(
  claims: readonly Partial<Readonly<Record<ClaimFactName, string>>>[],
): Record<string, string> {
  return Object.fromEntries(
    claims.flatMap((facts, index) =>
      Object.entries(facts).map(([fact, value]) => [`claim-${index + 1}-${fact}`, value] as const),
    ),
  );
}
