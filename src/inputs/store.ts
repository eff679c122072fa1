import { referenceFor, ruleAgainst } from './store-reference.ts';

/** An ID, an ARN, or an alias (KMS developer guide, key identifiers). */
const kmsKey =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[\w/-]+|arn:aws[\w-]*:kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/-]+)$/;

/** `$NAME`, `${NAME}`, `$(…)`, `%NAME%`, `!NAME!`, `{{ … }}`, and backticks: no name in a store contains them. */
const variable = /\$[\w{(]|%\w+%|!\w+!|\{\{|`/;

/** Characters of a generated name after its prefix, as in `4242424242-1-0123abcd`. */
const generated = '0'.repeat(30);

type Raw = (name: string) => string;

/**
 * The problems with the values of `store` and `store-kms-key-id`, as sentences. Most steps set neither, so this is loaded
 * only if one is set, and imports nothing that every step loads.
 *
 * @param raw - Inputs as the runner passes them.
 */
export function storeProblems(raw: Raw): string[] {
  const store = raw('store').trim();
  const kmsKeyId = raw('store-kms-key-id').trim();
  const problems: string[] = [];
  if (kmsKeyId !== '' && !kmsKey.test(kmsKeyId)) {
    problems.push(
      `store-kms-key-id: "${kmsKeyId}" is not the ID, the ARN, or the alias (alias/…) of a KMS key.`,
    );
  }
  const rule = store === '' ? undefined : ruleFor(store, raw);
  return rule === undefined ? problems : [...problems, `store: "${store}" ${rule}.`];
}

/** Why a store cannot keep the private key, as a clause. What the user did not write is not blamed on `store`. */
function ruleFor(store: string, raw: Raw): string | undefined {
  if (variable.test(store)) return 'contains a variable or an expression, which is not evaluated here';
  const forAnyKey = referenceFor(store, 'x');
  if (forAnyKey === undefined) return 'must be ssm, secrets-manager, ssm:/path, or secrets-manager:name';
  return ruleAgainst(forAnyKey) ?? ruleForKey(store, raw);
}

/** The same, because of the name of the key pair, which the name in the store contains. */
function ruleForKey(store: string, raw: Raw): string | undefined {
  const keyName = raw('key-name').trim();
  const prefix = raw('key-name-prefix').trim();
  const reference = referenceFor(store, keyName || `${prefix || 'gha-'}${generated}`);
  const rule = reference && ruleAgainst(reference);
  if (rule === undefined) return undefined;
  if (keyName !== '') return `with key-name "${keyName}" ${rule}`;
  return `with ${prefix === '' ? 'a generated key name' : `key-name-prefix "${prefix}"`} ${rule}`;
}
