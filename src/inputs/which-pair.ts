import { maxTags } from '../ownership.ts';
import type { FilterChoice, PairChoice, RunChoice } from './request.ts';
import type { InputName } from './table.ts';
import { ruleAgainstVariables } from './unevaluated.ts';
import type { InputValues } from './values.ts';

/** EC2 takes up to 255 ASCII characters (CreateKeyPair, KeyName). */
export const maxNameLength = 255;

/** The name of a key pair that other jobs can use too. */
export function readSharedName(inputs: InputValues): string | undefined {
  const name = readName(inputs);
  if (name === undefined) inputs.addProblem(missing('ensure needs key-name, but it is empty'));
  return name;
}

/** One key pair that should exist, by name or ID. */
export function readOnePair(operation: 'fetch' | 'rotate', inputs: InputValues): PairChoice | undefined {
  const pair = readPair(inputs);
  if (pair === undefined) {
    inputs.addProblem(missing(`${operation} needs key-name or key-pair-id, but both are empty`));
  }
  return pair;
}

/** Key pairs that may exist: one by name or ID, or all of a run; undefined when none of these is set. */
function readPairs(inputs: InputValues): PairChoice | RunChoice | undefined {
  const pair = readPair(inputs);
  const runId = inputs.text('run-id');
  if (runId === undefined) return pair;
  if (!/^\d{1,20}$/.test(runId)) {
    inputs.refuse('run-id', 'is not a workflow run ID (a number such as ${{ github.run_id }})');
  }
  if (pair !== undefined) inputs.refuse('run-id', 'cannot be combined with key-name or key-pair-id');
  return { runId };
}

/** Like `readPairs`, for an operation that needs one of the inputs. */
export function readRequiredPairs(inputs: InputValues): PairChoice | RunChoice | undefined {
  const pairs = readPairs(inputs);
  if (pairs === undefined) {
    inputs.addProblem(missing('delete needs key-name, key-pair-id or run-id, but all are empty'));
  }
  return pairs;
}

/** Key pairs to list: one, all of a run, or all that match the filters. */
export function readPairsToDescribe(inputs: InputValues): PairChoice | RunChoice | FilterChoice {
  const pairs = readPairs(inputs);
  const filters = readFilters(inputs);
  if (pairs === undefined) return filters;
  for (const name of ['key-name-pattern', 'key-fingerprint', 'tags'] as const) {
    if (inputs.text(name) !== undefined) {
      inputs.refuse(name, 'cannot be combined with key-name, key-pair-id or run-id', '');
    }
  }
  return pairs;
}

/** MD5, SHA-1 or SHA-256 in hex, with colons; or SHA-256 in base64. */
const fingerprintPattern = /^(?:[0-9a-f]{2}(?::[0-9a-f]{2}){15,31}|[A-Za-z0-9+/]{43}=)$/;

/** As `ssh-keygen` prints it: EC2's fingerprint of an RSA key is another one (EC2 user guide, verify keys). */
const sshFingerprint = /^(?:SHA256:)?([A-Za-z0-9+/]{43})=?$/i;

function adviceOn(fingerprint: string): string {
  const [, base64] = sshFingerprint.exec(fingerprint) ?? [];
  return base64 === undefined
    ? ''
    : `. For an ED25519 key, use ${base64}=. For an RSA key, use the output key-fingerprint`;
}

function readFilters(inputs: InputValues): FilterChoice {
  const namePattern = inputs.text('key-name-pattern');
  if (namePattern !== undefined) checkPattern(inputs, namePattern);
  const fingerprint = inputs.text('key-fingerprint');
  if (fingerprint !== undefined && !fingerprintPattern.test(fingerprint)) {
    inputs.refuse('key-fingerprint', `is not a fingerprint as EC2 shows it${adviceOn(fingerprint)}`);
  }
  return { namePattern, fingerprint, tags: inputs.tags('tags', { reserved: () => false, max: maxTags }) };
}

/** EC2 does not document what any other backslash means. */
function checkPattern(inputs: InputValues, pattern: string): void {
  checkName(inputs, 'key-name-pattern', pattern, maxNameLength);
  if (/^(?:[^\\]|\\[*?\\])*$/.test(pattern)) return;
  inputs.refuse('key-name-pattern', 'has a stray backslash');
}

/** Printable ASCII only: EC2 allows control characters, but they help no one. */
export function readName(inputs: InputValues): string | undefined {
  const name = inputs.text('key-name');
  if (name === undefined) return undefined;
  checkName(inputs, 'key-name', name, maxNameLength);
  return name;
}

export function checkName(inputs: InputValues, input: InputName, text: string, max: number): void {
  if (!/^[\x20-\x7e]*$/.test(text)) inputs.refuse(input, 'has characters other than printable ASCII');
  if (text.length > max) inputs.refuse(input, `is longer than ${max} characters`);
  const rule = isInQuotes(text) ? 'is in quotes. Write it without them' : ruleAgainstVariables(text);
  if (rule === undefined) inputs.warnOfVariables(input, text);
  else inputs.refuse(input, rule);
}

/** Quotes around the whole, as for a shell. YAML takes its own away. */
function isInQuotes(text: string): boolean {
  return /^(["'`]).*\1$/s.test(text);
}

function readPair(inputs: InputValues): PairChoice | undefined {
  const keyName = readName(inputs);
  const keyPairId = inputs.text('key-pair-id');
  if (keyPairId === undefined) return keyName === undefined ? undefined : { keyName };
  if (!/^key-[0-9a-f]{8,32}$/.test(keyPairId)) {
    inputs.refuse('key-pair-id', 'is not a key pair ID such as key-0123456789abcdef0');
  }
  if (keyName !== undefined) inputs.refuse('key-pair-id', 'cannot be combined with key-name');
  return { keyPairId };
}

function missing(what: string): string {
  return `${what}. Usually an expression evaluated to nothing: check the step's id for typos, and whether the runner dropped a job output because it contains a secret.`;
}
