/**
 * The tags by which the action recognizes a key pair as created by this repository, written down a second time.
 *
 * @param run - Run ID and attempt.
 */
export function managedTags({
  repository = 'octo/widgets',
  run = '4242/1',
  lifetime = 'run',
} = {}): Record<string, string> {
  return {
    'managed-by': 'ec2-key-pair-action',
    'ec2-key-pair-action:repository': `github.com/${repository}`,
    'ec2-key-pair-action:run': run,
    'ec2-key-pair-action:lifetime': lifetime,
  };
}
