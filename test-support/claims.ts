/**
 * What main writes into the step's state about the things it may leave behind, by kind and fact ("the file's claim is
 * held"). Only this file knows how the state is written: tests must not depend on the order of destinations.
 */

/** Kinds of records, as the action writes them. */
export type ClaimKindName = 'key-pair' | 'file' | 'output' | 'agent';

export type ClaimFactName = 'intended' | 'held' | 'kept' | 'released';

/** The state of main: all in one entry, which is written again with each fact. */
export const stateName = 'ledger';

/** The value of that entry. */
export interface SavedState {
  readonly process: {
    readonly pid: number;
    readonly startedAt: string;
    readonly stateFile: string;
    readonly action: string;
    readonly inputs: string;
  };
  readonly entries: readonly (readonly [name: string, value: string])[];
  readonly hasEnded: boolean;
}

/** A fact about claims, as in `claim key-pair held`, `claim file+key-pair kept`, with its record. */
export interface LabeledFact {
  readonly label: string;
  readonly value: string;
}

const entryPattern = /^claim-(\d+(?:-\d+)*)-(intended|held|kept|released)$/;

/** The facts in a state, in the order in which they were written; none in what is no state. */
export function factsIn(state: string): LabeledFact[] {
  const entries = stateIn(state)?.entries ?? [];
  const kinds = new Map<string, string>();
  return entries.flatMap(([name, value]) => {
    const [, numbers, fact] = entryPattern.exec(name) ?? [];
    if (numbers === undefined) return [];
    const [, kind] = /"kind":"([\w-]+)"/.exec(value) ?? [];
    if (kind !== undefined) kinds.set(numbers, kind);
    const named = numbers.split('-').map((number) => kinds.get(number) ?? 'unknown');
    return [{ label: `claim ${named.sort().join('+')} ${fact}`, value }];
  });
}

/** What is new when the state is written with this value; undefined for anything else that the step sets. */
export function labelOfState(name: string, value: string): string | undefined {
  if (name !== stateName) return undefined;
  if (stateIn(value)?.hasEnded) return 'state ends';
  return factsIn(value).at(-1)?.label ?? 'state begins';
}

/** Whether a traced call writes a fact about a claim of this kind, alone or together with others. */
export function isClaimLabel(label: string, kind: ClaimKindName, fact: ClaimFactName): boolean {
  const [word, kinds = '', labelFact] = label.split(' ');
  return word === 'claim' && kinds.split('+').includes(kind) && labelFact === fact;
}

/** A state with another value in the facts whose label starts so; in place of it all, if the label is `state`. */
export function garbledState(state: string, { label, value }: LabeledFact): string {
  if (label === 'state') return value;
  const facts = factsIn(state);
  const { entries = [], ...rest } = stateIn(state) ?? {};
  const garbled = entries.map(([name, original], index) => [
    name,
    facts[index]?.label.startsWith(label) ? value : original,
  ]);
  return JSON.stringify({ ...rest, entries: garbled });
}

/** The state of a main that recorded these claims. Values are written as they are. */
export function stateOfClaims(
  claims: readonly Partial<Readonly<Record<ClaimFactName, string>>>[],
  { hasEnded = true, ...process }: Partial<SavedState['process'] & Pick<SavedState, 'hasEnded'>> = {},
): Record<string, string> {
  const entries = claims.flatMap((facts, index) =>
    Object.entries(facts).map(([fact, value]) => [`claim-${index + 1}-${fact}`, value] as const),
  );
  const state: SavedState = {
    process: { pid: 1, startedAt: '', stateFile: '', action: 'key', inputs: '', ...process },
    entries,
    hasEnded,
  };
  return { [stateName]: JSON.stringify(state) };
}

/** The state in an entry's value; undefined for what is no state. */
export function stateIn(state: string): SavedState | undefined {
  try {
    const value: Partial<SavedState> | null = JSON.parse(state);
    return Array.isArray(value?.entries) ? (value as SavedState) : undefined;
  } catch {
    return undefined;
  }
}
