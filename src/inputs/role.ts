import { roleArn } from './role-arn.ts';

/**
 * The problems with the value of `role-to-assume`, as sentences. Most steps do not set it, so this is loaded only if it is set.
 *
 * @param raw - Inputs as the runner passes them.
 */
export function roleProblems(raw: (name: string) => string): string[] {
  const arn = raw('role-to-assume').trim();
  if (arn === '' || roleArn.test(arn)) return [];
  const shown = arn.length > 80 ? `(${arn.length} characters)` : `"${arn}"`;
  return [
    `role-to-assume: ${shown} is not the ARN of an IAM role, such as arn:aws:iam::123456789012:role/ci.`,
  ];
}
