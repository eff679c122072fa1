/** Tags as the AWS CLI, JSON, YAML, and HCL write them. Read as `key=value`, their keys would be `Key` or `- env`. */
const otherForm =
  /^(?:[[{<"']|--|-\s|[\w.-]+:\s|Key=.*,\s*Value=|ResourceType=.*,\s*Tags=|Name=tag:.*,\s*Values=)/i;

/** A key and a value in such a form: with names (`Key=env,Value=ci`), or without (`env: ci`). */
const namedPair =
  /(?:Key["']?\s*[=:]\s*|Name=tag:)["']?([^"',}\]]+)["']?\s*,\s*["']?Values?["']?\s*[=:]\s*["']?(.*?)(?:["',}\]]|\sKey=|$)/i;
const pair = /([\w.@/+-]+)["']?\s*[=:]\s*["']?([^"',}\]]*)/;

/** Several tags on one line, or quotes that were meant for a shell. */
const oddValue = /[,;\s][\w.:/-]+\s*=|^(["']).*\1$/;

export function isInOtherForm(line: string): boolean {
  return otherForm.test(line);
}

/** Rewrites the first tag of a text in another form as `key=value`; undefined if the text has no complete tag. */
export function asKeyValue(text: string): string | undefined {
  const [, key = '', value = ''] = namedPair.exec(text) ?? pair.exec(text) ?? [];
  return /^(?:key|value)?$/i.test(key) ? undefined : `${key.trim()}=${value.trim()}`;
}

export function isOddValue(value: string): boolean {
  return oddValue.test(value);
}
