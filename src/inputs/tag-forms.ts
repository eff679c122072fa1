/** Tags as the AWS CLI, JSON, YAML, HCL, Ruby, CSV, and shells write them. Read as `key=value`, their keys would be `Key` or `- env`. */
const otherForms: readonly RegExp[] = [
  /^(?:[[{<"']|--|-\s|[\w.-]+:\s)/,
  /^(?:Key\s*=.*,\s*Value\s*=|ResourceType\s*=.*,\s*Tags\s*=|Name\s*=\s*tag:.*,\s*Values\s*=)/i,
  /^(?:export|set|setx|declare|-\w)\s+[\w.-]+\s*=/i,
  /^tags(?:_all)?\s*=>?\s*(?:[[{]|\w+\()/i,
  /^[^\s=]+\s*=>[\s"']/,
  /^[^=]+=.*,$/,
];

/** The beginning of JSON or HCL. */
const block = /^(?:tags(?:_all)?\s*[=:]>?\s*)?[[{]/i;

/** A key and a value in such a form: with names (`Key=env,Value=ci`), or without (`env: ci`). */
const namedPair =
  /(?:Key["']?\s*[=:]\s*|Name\s*=\s*tag:)["']?([^"',}\]]+)["']?\s*,\s*["']?Values?["']?\s*[=:]\s*["']?(.*?)(?:["',}\]]|\sKey=|$)/i;
const pairBeforeComma = /^([\w.@/+-]+)\s*=\s*([^"'=>]*[^"'=>\s])\s*,$/;
const pair = /([\w.@/+-]+)["']?\s*[=:]>?\s*["']?([^"',}\]]*)/;

/** Names of a key and of a value, on lines of their own. */
const lineOfKey = /^(?:Key\s*=|Name\s*=\s*"?tag:)/i;
const lineOfValue = /^Values?\s*=/i;

/** Several tags on one line, or quotes that were meant for a shell. A URL may have `&` in its query. */
const oddValue = /(?:[,;|\s]|\\n)[\w.:/-]+\s*=|^[^?]*&[\w.:/-]+\s*=|;$|^(["']).*\1$/;

export function isInOtherForm(line: string): boolean {
  return otherForms.some((form) => form.test(line));
}

/** Joins what is one thing in another form: JSON and HCL, however they are broken, and a key with its value. */
export function joinedLines(lines: readonly string[]): string[] {
  if (block.test(lines[0] ?? '')) return [lines.join(' ')];
  const isValue = (index: number) =>
    lineOfValue.test(lines[index] ?? '') && lineOfKey.test(lines[index - 1] ?? '');
  return lines.flatMap((line, index) => {
    if (isValue(index)) return [];
    return isValue(index + 1) ? [`${line.replace(/,$/, '')}, ${lines[index + 1]}`] : [line];
  });
}

/** Rewrites the first tag of a text in another form as `key=value`; undefined if the text has no complete tag. */
export function asKeyValue(text: string): string | undefined {
  const tags = text.replace(/^tags(?:_all)?\s*[=:]>?\s*(?=[[{]|\w+\()/i, '');
  const [, key = '', value = ''] =
    namedPair.exec(tags) ?? pairBeforeComma.exec(tags) ?? pair.exec(tags) ?? [];
  return /^(?:key|value)?$/i.test(key) || /^[[{(]/.test(value) ? undefined : `${key.trim()}=${value.trim()}`;
}

export function isOddValue(value: string): boolean {
  return oddValue.test(value);
}
