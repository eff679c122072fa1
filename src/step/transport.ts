import type { TransportPolicy } from '../aws/client.ts';
import { registerMasks } from '../runner/masks.ts';
import { transportPolicy } from '../runner/workflow.ts';

/**
 * How requests are protected on the network. Passwords of proxies are masked first: the runner only masks those that it uses
 * itself.
 */
export async function openTransport(): Promise<TransportPolicy> {
  const policy = transportPolicy();
  const { environment } = policy;
  if (Object.keys(environment).some((name) => /_proxy$/i.test(name))) {
    const { proxySecrets } = await import('../aws/network.ts');
    const secrets = proxySecrets(environment);
    if (secrets.length > 0) await registerMasks(secrets);
  }
  return policy;
}
