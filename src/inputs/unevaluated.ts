/** Variables and expressions that only a shell or GitHub replaces: as the whole text, or as a part that is unmistakable. */
const unevaluated =
  /^\$(?:env:)?[a-z_]\w*$|^%\w+%$|\{\{|\$\{(?:env:)?[a-z_]\w*\}|\$(?:env:)?(?:GITHUB|RUNNER)_\w|%(?:GITHUB|RUNNER)_\w+%/i;

/** The rule that a text breaks if it contains such a variable or expression. */
export function ruleAgainstVariables(text: string): string | undefined {
  return unevaluated.test(text)
    ? 'contains a variable or an expression, which is not evaluated here'
    : undefined;
}
