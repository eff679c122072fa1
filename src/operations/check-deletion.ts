import type { ReferencesFound } from '../ec2/references.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import type { DeleteRequest, InUsePolicy } from '../inputs/request.ts';
import { isManaged, isReservedTag, tagKeys, type WorkflowRun } from '../ownership.ts';

/** What `checkDeletion` uses of a step. */
export interface ChecksDeletion {
  readonly run: WorkflowRun;
  /** What references each key pair, by key name. */
  findReferences(keyNames: readonly string[]): Promise<ReadonlyMap<string, ReferencesFound>>;
}

/** Whether a key pair may be needed after the run that created it: only its tags can say that it is not. */
export function outlivesRun({ tags }: KeyPair): boolean {
  const lifetime = tags.get(tagKeys.lifetime);
  return lifetime !== 'job' && lifetime !== 'run';
}

/**
 * Checks that key pairs may be deleted.
 *
 * @returns Warnings.
 * @throws KeyPairError `NOT_OURS`, `IN_USE`.
 */
export async function checkDeletion(
  pairs: readonly KeyPair[],
  { force, ifInUse }: Pick<DeleteRequest, 'force' | 'ifInUse'>,
  step: ChecksDeletion,
): Promise<readonly string[]> {
  const foreign = pairs.filter(({ tags }) => !isManaged(tags, step.run));
  if (foreign.length > 0 && !force) throw notManaged(foreign, step.run);
  return checkReferences(pairs, ifInUse, step);
}

/** @throws KeyPairError `IN_USE`, if the policy says so. */
async function checkReferences(
  pairs: readonly KeyPair[],
  policy: InUsePolicy,
  { findReferences }: ChecksDeletion,
): Promise<readonly string[]> {
  if (policy === 'ignore' || pairs.length === 0) return [];
  const found = await findReferences(pairs.map(({ keyName }) => keyName));
  const findings = pairs.flatMap(({ keyName }) => findingOf(keyName, found.get(keyName)) ?? []);
  if (policy === 'warn') return findings.map(({ sentence, missing }) => `${sentence}${missing}`);
  if (findings.length === 0) return [];
  throw new KeyPairError(
    'IN_USE',
    [...findings.map(({ sentence }) => sentence), 'Nothing was deleted.'].join('\n'),
    { hint: [...new Set(findings.map(({ advice }) => advice))].join('\n') },
  );
}

/** Why a key pair should not be deleted. */
export interface Finding {
  readonly sentence: string;
  /** Which permission is missing to find out, as a further sentence; empty if none is. */
  readonly missing: string;
  /** What to do if it was to be deleted only when it is proved to be unused. */
  readonly advice: string;
}

export function findingOf(keyName: string, found: ReferencesFound | undefined): Finding | undefined {
  if (found === undefined) return undefined;
  if ('references' in found) {
    if (found.references.length === 0) return undefined;
    return {
      sentence: `Key pair "${keyName}" is in use by ${found.references.join(', ')}.`,
      missing: '',
      advice:
        'Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn.',
    };
  }
  const sentence = `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
  const { missingPermission } = found;
  if (missingPermission === undefined) {
    return { sentence, missing: '', advice: 'To delete it without this check, set if-in-use: warn.' };
  }
  const missing = ` The role needs ${missingPermission}.`;
  return {
    sentence,
    missing,
    advice: `${missing.trimStart()} docs/permissions.md lists all permissions for if-in-use.`,
  };
}

function notManaged(foreign: readonly KeyPair[], run: WorkflowRun): KeyPairError {
  const sentences = foreign.map(
    ({ keyName, keyPairId, region, tags }) =>
      `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository: ${ownerOf(tags, run)}.`,
  );
  return new KeyPairError('NOT_OURS', [...sentences, 'Nothing was deleted.'].join('\n'), {
    hint: 'To delete it anyway, set `force: true`.',
  });
}

/** Whose key pair this is, according to its tags. */
function ownerOf(tags: ReadonlyMap<string, string>, run: WorkflowRun): string {
  const repository = tags.get(tagKeys.repository);
  if (repository !== undefined && isManaged(tags, { ...run, repository })) {
    return `its tags name ${repository}`;
  }
  return [...tags.keys()].some(isReservedTag)
    ? 'it lacks some of the tags of this action'
    : 'it has no tags of this action';
}
