import type { KeyPair } from '../ec2/responses.ts';
import type { Tag } from '../ownership.ts';
import type { NewPairOptions } from './new-pair.ts';
import { lifetimeIn } from './origin.ts';

/** What a step prints about a key pair that it did not create. */
export interface Notes {
  /** Sentences for the log. */
  readonly remarks: readonly string[];
  /** Sentences that the user should not miss. */
  readonly warnings: readonly string[];
}

/**
 * Notes on what a request sets for a new key pair, and is not applied to the existing one.
 *
 * @param why - Why not, as a sentence.
 */
export function notApplied(
  { keyName, tags }: KeyPair,
  request: Pick<NewPairOptions, 'lifetime'> & Partial<NewPairOptions>,
  why: string,
): Notes {
  const lifetime = lifetimeIn(tags) ?? 'persistent';
  const missing = lackingIn(tags, request.tags ?? []).map(({ key }) => key);
  const options = [
    ...(missing.length === 0 ? [] : [`tags (${missing.join(', ')})`]),
    ...(request.expiresAfter === undefined ? [] : ['expires-after']),
    ...(request.lifetime === lifetime ? [] : [`lifetime: ${request.lifetime}`]),
  ];
  return {
    remarks: options.length === 0 ? [] : [`Not applied: ${options.join(', ')}. ${why}`],
    warnings:
      lifetime === 'job'
        ? [`Key pair "${keyName}" is not kept: it is deleted when the job that created it ends.`]
        : [],
  };
}

/** Tags that are missing, or have another value. */
export function lackingIn(tags: KeyPair['tags'], wanted: readonly Tag[]): Tag[] {
  return wanted.filter(({ key, value }) => tags.get(key) !== value);
}
