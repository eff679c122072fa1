/** A time so many hours ago. */
export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

/** A key pair as a step of this action left it ten days ago, with its own tags by their short names. */
export function seedOf(keyName: string, own: Readonly<Record<string, string>> = {}) {
  const tags = {
    repository: 'github.com/octo/widgets',
    lifetime: 'run',
    nonce: `nonce of ${keyName}`,
    ...own,
  };
  return {
    keyName,
    createTime: hoursAgo(240),
    tags: {
      'managed-by': 'ec2-key-pair-action',
      ...Object.fromEntries(
        Object.entries(tags).map(([key, value]) => [`ec2-key-pair-action:${key}`, value]),
      ),
    },
  };
}
