import { getEndpointFromInstructions } from '@smithy/core/endpoints';

type Resolve = typeof getEndpointFromInstructions;

/**
 * Host, and port if it is not the protocol's own, of the endpoint that a client's requests go to.
 *
 * @param command - Any command of the service: it has the service's rules.
 */
export async function endpointOf(
  client: { readonly config: Parameters<Resolve>[2] },
  command: Parameters<Resolve>[1],
): Promise<string> {
  const { url } = await getEndpointFromInstructions({}, command, client.config);
  return url.host;
}
