/** `{{ … }}`, `${…}`, `$(…)`, `$env:NAME`, and backticks; and variables of the runner. */
const unmistakable = /\{\{|\$\{(?:\w|[^{}]*\})|\$\(|\$env:\w|`[^`]+`|[$%](?:GITHUB|RUNNER)_\w/i;

/** A text that is nothing but a variable. */
const onlyVariable = /^\$[a-z_]\w*$|^%\w+%$/i;

const percentVariable = /%[a-z_][\w()]*%/i;

/** A percent sign that does not encode a character, as in a URL. */
const plainPercent = /%(?![0-9a-f]{2})/i;

/** `$NAME` and `!NAME!`, which may also be part of a real name. */
const perhapsVariable = /\$[a-z_]\w*|![a-z_]\w*!/i;

/** The rule that a text breaks if it contains a variable or an expression, which only a shell or GitHub replaces. */
export function ruleAgainstVariables(text: string): string | undefined {
  return unmistakable.test(text) ||
    onlyVariable.test(text) ||
    (percentVariable.test(text) && plainPercent.test(text))
    ? 'contains a variable or an expression, which is not evaluated here'
    : undefined;
}

/** Whether a text may contain a variable, but may also be meant as it is. */
export function mayContainVariable(text: string): boolean {
  return perhapsVariable.test(text);
}
