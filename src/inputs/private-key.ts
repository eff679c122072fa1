import { fileFormats } from '../keys/formats.ts';
import { readPath } from './path.ts';
import type { DestinationRequest, SourceRequest } from './request.ts';
import type { InputValues } from './values.ts';

/**
 * Where to deliver the private key. A file comes last, because it is the hardest to undo.
 *
 * @param mayBeNone - Whether the private key may be discarded.
 */
export function readDestinations(inputs: InputValues, { mayBeNone = false } = {}): DestinationRequest[] {
  const path = readKeyPath(inputs);
  const format = inputs.choice('key-format', fileFormats);
  const store = inputs.text('store');
  const kmsKeyId = inputs.text('store-kms-key-id');
  if (kmsKeyId !== undefined && store === undefined) inputs.refuse('store-kms-key-id', 'needs store');
  const others: DestinationRequest[] = [
    ...(store === undefined ? [] : [{ kind: 'store', store, kmsKeyId, required: true } as const]),
    ...(inputs.flag('output-private-key') ? [{ kind: 'output', required: true } as const] : []),
    ...(inputs.flag('ssh-agent') ? [{ kind: 'agent', required: true } as const] : []),
  ];
  const passphrase = readPassphrase(inputs);
  if (path !== 'none') {
    const required = path !== undefined;
    return [...others, { kind: 'file', path, format: format ?? 'pem', passphrase, required }];
  }
  for (const name of ['key-format', 'passphrase'] as const) {
    if (inputs.text(name) === undefined) continue;
    inputs.refuse(name, 'only applies to a file, and private-key-path: none disables it');
  }
  if (others.length === 0 && !mayBeNone) {
    inputs.refuse(
      'private-key-path',
      'discards the private key unless output-private-key or ssh-agent is true, or store is set. Set a path, ssh-agent: true, or store: ssm',
    );
  }
  return others;
}

/** Where to look for the private key of an existing key pair. */
export function readSources(inputs: InputValues): SourceRequest[] {
  const path = inputs.text('private-key-path');
  return path === undefined || isNone(path)
    ? []
    : [{ kind: 'file', path, passphrase: inputs.text('passphrase') }];
}

/** Characters: what `ssh-keygen` requires is only 5. */
const minPassphrase = 8;
/** Bytes of UTF-8 that OpenSSH's programs read. */
const maxPassphrase = 1023;

function readPassphrase(inputs: InputValues): string | undefined {
  // Without it, the file would not be encrypted.
  if (inputs.isBlank('passphrase')) {
    inputs.refuse('passphrase', 'is only whitespace. Check the secret that it comes from');
  }
  const passphrase = inputs.text('passphrase');
  if (passphrase === undefined) return undefined;
  if (passphrase.length < minPassphrase) {
    inputs.refuse('passphrase', `must have at least ${minPassphrase} characters`);
  }
  if (Buffer.byteLength(passphrase) > maxPassphrase) {
    inputs.refuse('passphrase', `must have at most ${maxPassphrase} bytes: OpenSSH takes no more`);
  }
  if (/[\n\r\0]/.test(passphrase)) {
    inputs.refuse(
      'passphrase',
      'contains a line break, which no program can ask for. Save the secret without it',
    );
  }
  return passphrase;
}

/** The path as it was set; `none` means no file. */
function readKeyPath(inputs: InputValues): string | undefined {
  const path = readPath(inputs, 'private-key-path');
  if (path === undefined) return undefined;
  if (/[\\/]$/.test(path)) inputs.refuse('private-key-path', 'is a folder: add a file name');
  if (/^(?:false|true|null|undefined)$/i.test(path))
    inputs.refuse('private-key-path', 'is not a path. To write no file, set none');
  return isNone(path) ? 'none' : path;
}

/** In any case, as YAML's and Python's words for it. */
function isNone(path: string): boolean {
  return path.toLowerCase() === 'none';
}
