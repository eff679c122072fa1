import { referenceFor, referenceText, ruleAgainst } from './store-reference.ts';

/** An ID, an ARN, or an alias (KMS developer guide, key identifiers). */
const kmsKey =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[\w/-]+|arn:aws[\w-]*:kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/-]+)$/;

/** Characters of a generated name after its prefix, as in `4242424242-1-0123abcd`. */
const generated = '0'.repeat(30);

/**
 * The problems with the values of `store` and `store-kms-key-id`, as sentences. Most steps set neither, so this is loaded
 * only if one is set, and imports nothing that every step loads.
 *
 * @param raw - Inputs as the runner passes them.
 */
export function storeProblems(raw: (name: string) => string): string[] {
  const [store = '', kmsKeyId = '', keyName = '', prefix = ''] = [
    'store',
    'store-kms-key-id',
    'key-name',
    'key-name-prefix',
  ].map((name) => raw(name).trim());
  const problems: string[] = [];
  if (kmsKeyId !== '' && !kmsKey.test(kmsKeyId)) {
    problems.push(
      `store-kms-key-id: "${kmsKeyId}" is not the ID, the ARN, or the alias (alias/…) of a KMS key.`,
    );
  }
  const problem = store === '' ? undefined : problemOf(store, keyName || `${prefix || 'gha-'}${generated}`);
  return problem === undefined ? problems : [...problems, problem];
}

function problemOf(store: string, keyName: string): string | undefined {
  const reference = referenceFor(store, keyName);
  if (reference === undefined) {
    return `store: "${store}" must be ssm, secrets-manager, ssm:/path, or secrets-manager:name.`;
  }
  const rule = ruleAgainst(reference);
  return rule === undefined ? undefined : `store: "${referenceText(reference)}" ${rule}.`;
}
