import type { Attempt } from './explain.ts';

/** What to do about a call of which nothing was sent. */
export function hintOfNotSent(error: unknown, { region }: Pick<Attempt, 'region'>): string {
  const codes = codesOf(error);
  if (codes.includes('ENOTFOUND')) {
    return `Is ${region} a Region? Its host was not found. Check aws-region, the DNS servers of the runner, and AWS_ENDPOINT_URL.`;
  }
  if (codes.includes('EAI_AGAIN')) return 'The DNS servers of the runner do not answer. Check its network.';
  if (codes.length === 0)
    return 'Check the AWS variables in the environment, and the AWS configuration file.';
  return 'Check the network, any proxy, and AWS_ENDPOINT_URL, then run the job again.';
}

interface NodeError {
  readonly name: string;
  readonly code?: string;
  readonly errors?: readonly unknown[];
}

/** Node's codes: several if it tried several addresses of a host. */
function codesOf(error: unknown): readonly string[] {
  const { name, code, errors = [] } = error as NodeError;
  const own = code ?? (name === 'TimeoutError' ? name : undefined);
  return [...(own === undefined ? [] : [own]), ...errors.flatMap(codesOf)];
}
