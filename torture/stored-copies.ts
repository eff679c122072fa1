import type { StoredKeyPair, StoredParameter, StoredSecret } from '../local/aws/server.ts';
import type { JobRun } from '../local/runner/job.ts';
import { SecretPieces } from '../test-support/secret-pieces.ts';
import { type Environment, region } from './environment.ts';
import { outputOf } from './operation-cases.ts';
import { isTold } from './told.ts';

/** What must be left of a key pair and the copy of its private key. */
export type ExpectedCopies =
  /** Neither. */
  | 'nothing'
  /** Both if main succeeded, otherwise neither. */
  | 'both-or-nothing'
  /** Both, whatever main did. */
  | 'both'
  /** Neither if main succeeded, otherwise both, or only the key pair. */
  | 'nothing-if-successful';

type Copy = StoredParameter | StoredSecret;

/** Every copy in a store. */
export function copiesIn({ aws }: Environment): readonly Copy[] {
  return [...aws.parameters(region), ...aws.secrets(region)];
}

/** The copy that the tag of a key pair names, and whether it has the private key of that key pair. */
export function namedCopyOf(
  { tags, publicKey }: StoredKeyPair,
  environment: Environment,
): { readonly store: string; readonly copy: Copy | undefined; readonly fits: boolean } {
  const store = tags.find(({ key }) => key === 'ec2-key-pair-action:store')?.value ?? '';
  const copy = copiesIn(environment).find(({ name }) => store.endsWith(`:${name}`));
  const key = environment.keys.find(({ publicBlob }) => publicKey.includes(publicBlob.toString('base64')));
  return {
    store,
    copy,
    fits: key !== undefined && SecretPieces.ofKeys([key]).countIn(copy?.value ?? '') > 0,
  };
}

/** What is left and no one was told of, and should not be, or the other way around, as sentences. */
export function unexpectedCopies(environment: Environment, run: JobRun, expected: ExpectedCopies): string[] {
  const all = environment.pairs();
  const pairs = all.filter((pair) => !isTold(run, pair));
  const copies = copiesIn(environment);
  const untold = copies.filter((copy) => !isCopyTold(run, copy));
  const succeeded =
    run.steps.find(({ phase, id }) => phase === 'main' && id === 'key')?.outcome === 'success';
  const left = `${all.length} key pairs and ${copies.length} copies are left`;
  const isBoth = all.length === 1 && copies.length === 1;
  const mustBeBoth = expected === 'both' || (expected === 'both-or-nothing' && succeeded);
  const mustBeNothing = expected === 'nothing' || (expected === 'nothing-if-successful' && succeeded);
  return [
    ...untold
      .filter((copy) => !all.some((pair) => isCopyOf(copy, pair)))
      .map(({ name }) => `the copy ${name} is an orphan`),
    ...copies
      .filter((copy) => !holdsKey(copy, all, environment))
      .map(({ name }) => `the copy ${name} has another key`),
    ...(mustBeBoth && !isBoth ? [left] : []),
    ...(mustBeNothing && pairs.length + untold.length > 0 ? [left] : []),
    ...(expected === 'both-or-nothing' && !succeeded && pairs.length > 0 ? [left] : []),
    ...misreported(run, copies),
  ];
}

/** Whether the step says where the copy is. */
function misreported(run: JobRun, copies: readonly Copy[]): string[] {
  const where = outputOf(run, 'private-key-store');
  const [copy] = copies;
  return where === '' || copy === undefined || where.endsWith(`:${copy.name}`)
    ? []
    : [`the output private-key-store is "${where}", but the copy is ${copy.name}`];
}

function isCopyOf({ tags }: Copy, { id }: StoredKeyPair): boolean {
  return tags.some(({ key, value }) => key === 'ec2-key-pair-action:key-pair-id' && value === id);
}

/** Whether a copy is the private key of its key pair. One that is an orphan is reported as such. */
function holdsKey(copy: Copy, pairs: readonly StoredKeyPair[], { keys }: Environment): boolean {
  const pair = pairs.find((one) => isCopyOf(copy, one));
  const key = keys.find(({ publicBlob }) => pair?.publicKey.includes(publicBlob.toString('base64')));
  return key === undefined || SecretPieces.ofKeys([key]).countIn(copy.value) > 0;
}

/** Whether an error of main, or a warning or notice of post, names a copy with the command that deletes it. */
function isCopyTold({ steps }: JobRun, { name }: Copy): boolean {
  return steps
    .flatMap(({ id, phase, annotations }) =>
      phase === 'post' || id === 'key'
        ? annotations.filter(({ level }) => phase === 'post' || level === 'error')
        : [],
    )
    .some(
      ({ message }) =>
        /aws (?:ssm delete-parameter|secretsmanager delete-secret) /.test(message) && message.includes(name),
    );
}
