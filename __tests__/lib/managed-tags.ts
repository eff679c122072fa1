/** The tags by which the action knows a pair as one of a repository's, written down a second time. */
export function managedTags(repository: string, runId: string): Record<string, string> {
  return {
    'managed-by': 'ec2-key-pair-action',
    'ec2-key-pair-action:repository': `github.com/${repository}`,
    'ec2-key-pair-action:run': `${runId}/1`,
  };
}
