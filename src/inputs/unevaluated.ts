/** What only a shell or GitHub would replace: the whole text, or a part that no one would write otherwise. */
const unevaluated =
  /^\$(?:env:)?[a-z_]\w*$|^%\w+%$|\{\{|\$\{(?:env:)?[a-z_]\w*\}|\$(?:env:)?(?:GITHUB|RUNNER)_\w|%(?:GITHUB|RUNNER)_\w+%/i;

/** The rule that a text breaks, if it is one that nothing replaces. */
export function ruleAgainstVariables(text: string): string | undefined {
  return unevaluated.test(text)
    ? 'contains a variable or an expression, which is not evaluated here'
    : undefined;
}
