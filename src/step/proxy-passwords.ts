import { registerMasks } from '../runner/masks.ts';

/** Masks passwords of proxies: the runner only masks those that it uses itself. */
export async function maskProxyPasswords(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (!Object.keys(variables).some((name) => /_proxy$/i.test(name))) return;
  const { proxySecrets } = await import('../aws/network.ts');
  const secrets = proxySecrets(variables);
  if (secrets.length > 0) await registerMasks(secrets);
}
