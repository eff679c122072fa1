import type { InputValues } from './values.ts';
import type { Destinations, Lifetime, PublicKeySource, Tag } from './request.ts';
import { isOwnTag, mostUserTags } from '../ownership.ts';

/** What is asked of a new pair besides its name and key: tags, lifetime, expiry. */
export function readNewPair(inputs: InputValues): {
  readonly tags: readonly Tag[];
  readonly lifetime: Lifetime;
  readonly expiresAfter: number | undefined;
} {
  return {
    tags: inputs.tags('tags', { reserved: isOwnTag, most: mostUserTags }),
    lifetime: readLifetime(inputs),
    expiresAfter: inputs.duration('expires-after'),
  };
}

export function refuseJobLifetime(inputs: InputValues): void {
  if (inputs.text('lifetime') !== 'job') return;
  inputs.refuse(
    'lifetime',
    'is not for a pair that others rely on: give run (gone with this workflow run) or persistent',
  );
}

/** Where the private key of a new pair goes. A pair whose key would go nowhere is refused. */
export function readDestinations(inputs: InputValues): Destinations {
  const path = readPrivateKeyPath(inputs);
  const format = inputs.choice('key-format', ['pem', 'ppk']);
  const output = inputs.flag('output-private-key');
  if (path !== 'none') return { file: { path, format: format ?? 'pem' }, output };
  if (format !== undefined) {
    inputs.refuse('key-format', 'shapes the file, and private-key-path: none asks for no file');
  }
  if (!output) {
    inputs.refuse(
      'private-key-path',
      'would leave the private key nowhere: give a path, or output-private-key: true',
    );
  }
  return { file: undefined, output };
}

/** A path as it was given; `none` stands for no file. */
export function readPrivateKeyPath(inputs: InputValues): string | undefined {
  const path = inputs.text('private-key-path');
  if (path !== undefined && /[\\/]$/.test(path)) {
    inputs.refuse('private-key-path', 'names a folder: add the name of the file');
  }
  if (path?.includes('\0')) inputs.refuse('private-key-path', 'has a character that no path can have');
  return path;
}

export function readPublicKeySource(inputs: InputValues): PublicKeySource {
  const text = inputs.text('public-key');
  const path = inputs.text('public-key-path');
  if (text !== undefined && path !== undefined) {
    inputs.refuse('public-key-path', 'cannot be used together with public-key');
  }
  if (text === undefined && path === undefined) {
    inputs.refuse('public-key', 'is empty, and so is public-key-path: import needs one of them');
  }
  return path === undefined ? { text: text ?? '' } : { path };
}

/** A pair you name stays; a pair the action names goes with the job. */
function readLifetime(inputs: InputValues): Lifetime {
  const chosen = inputs.choice('lifetime', ['job', 'run', 'persistent']);
  return chosen ?? (inputs.text('key-name') === undefined ? 'job' : 'persistent');
}
