import { type ConfiguredEndpoint, configuredEndpointOf } from './configured-endpoint.ts';
import type { Attempt } from './explain.ts';

/** What to do about a call of which nothing was sent. */
export function hintOfNotSent(error: unknown, { region }: Pick<Attempt, 'region'>): string {
  const codes = codesOf(error);
  const endpoint = configuredEndpointOf(error);
  if (endpoint !== undefined && codes.some((code) => /^ENOTFOUND$|^EAI_AGAIN$/.test(code)))
    return hintOfUnknownHost(endpoint);
  if (codes.includes('ENOTFOUND'))
    return `Is ${region} a Region? Its host was not found. Check aws-region, and the DNS servers of the runner.`;
  if (codes.includes('EAI_AGAIN')) return 'The DNS servers of the runner do not answer. Check its network.';
  if (codes.length === 0)
    return 'Check the AWS variables in the environment, and the AWS configuration file.';
  return `Check the network, any proxy, and ${endpoint?.setBy ?? 'AWS_ENDPOINT_URL'}, then run the job again.`;
}

/** A DNS server may also not answer for a name that only a container network has. */
function hintOfUnknownHost({ hostname, setBy }: ConfiguredEndpoint): string {
  const check = `The host ${hostname} of ${setBy} was not found. Check the name, and the DNS servers of the runner.`;
  return hostname.includes('.')
    ? check
    : `${check} A service container has its name only in jobs that run in a container: in other jobs, map a port of it and use localhost.`;
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
