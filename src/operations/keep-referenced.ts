import type { ReferencesFound } from '../ec2/references.ts';
import type { InUsePolicy } from '../inputs/request.ts';
import { findingOf } from './check-deletion.ts';
import type { DecidedPair } from './sweep-decision.ts';

/** Key pairs with a warning of their own. */
const maxWarnings = 10;

/** Keeps the key pairs that are in use, or that may be, unless the policy is to ignore that. */
export async function keepReferenced(
  decided: readonly DecidedPair[],
  policy: InUsePolicy,
  step: { findReferences(keyNames: readonly string[]): Promise<ReadonlyMap<string, ReferencesFound>> },
): Promise<{
  readonly pairs: readonly DecidedPair[];
  readonly warnings: readonly string[];
  readonly inUse: readonly string[];
}> {
  const names = decided.filter(({ decision }) => decision.fate === 'deleted').map(({ pair }) => pair.keyName);
  if (policy === 'ignore' || names.length === 0) return { pairs: decided, warnings: [], inUse: [] };
  const found = await step.findReferences(names);
  const sentences: string[] = [];
  const pairs = decided.map((one) => {
    const finding =
      one.decision.fate === 'deleted' ? findingOf(one.pair.keyName, found.get(one.pair.keyName)) : undefined;
    if (finding === undefined) return one;
    sentences.push(`${finding.sentence}${finding.missing}`);
    const isKnown = 'references' in (found.get(one.pair.keyName) ?? {});
    const why = isKnown ? 'it is in use' : 'it may be in use';
    return { ...one, decision: { fate: 'kept' as const, why } };
  });
  const more = sentences.length - maxWarnings;
  const shown = [
    ...sentences.slice(0, maxWarnings),
    ...(more > 0 ? [`Also kept because of if-in-use: ${more} more key pairs.`] : []),
  ];
  return { pairs, ...(policy === 'warn' ? { warnings: shown, inUse: [] } : { warnings: [], inUse: shown }) };
}
