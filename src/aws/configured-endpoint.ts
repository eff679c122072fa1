import type { Target, Transport } from './client.ts';

/** An endpoint that is not the service's own. */
export interface ConfiguredEndpoint {
  /** IPv6 addresses are in brackets. */
  readonly hostname: string;
  /** As in `AWS_ENDPOINT_URL`, or `endpoint_url of profile "ci"`. */
  readonly setBy: string;
}

/** The variables with the endpoints of the services that this action, and the SDK for it, send requests to. */
const ofServices = /^AWS_ENDPOINT_URL(?:_(?:AUTO_SCALING|EC2|SECRETS_MANAGER|SIGNIN|SSM|SSO|SSO_OIDC|STS))?$/;

const endpoints = new WeakMap<Error, ConfiguredEndpoint>();

/** The endpoint that a failed call was for; undefined if the service's own is used. */
export function configuredEndpointOf(error: unknown): ConfiguredEndpoint | undefined {
  return error instanceof Error ? endpoints.get(error) : undefined;
}

/** Remembers which setting a failed request got its endpoint from, if any. Returns its name. */
export function rememberEndpoint(error: Error, target: Target, transport: Transport): string | undefined {
  const setBy = settingOf(target, transport);
  if (setBy !== undefined) endpoints.set(error, { hostname: target.hostname, setBy });
  return setBy;
}

function settingOf(
  { protocol, hostname, port }: Target,
  { variables, endpoints: known }: Transport,
): string | undefined {
  const ofVariables = Object.entries(variables)
    .filter(([name]) => ofServices.test(name))
    .map(([name, value = '']) => ({ name, value }));
  const set = (known ?? ofVariables).find(({ value }) => {
    const url = URL.parse(value);
    return (
      url?.protocol === protocol &&
      url.hostname === hostname.toLowerCase() &&
      Number(url.port) === (port ?? 0)
    );
  });
  return set?.name;
}
