import type { AwsSession } from '../aws/session.ts';
import type { StoreReference, StoreServiceName } from '../inputs/store-reference.ts';
import { Store, type StoreService } from './store.ts';

/** Every service that can keep a private key. Its client is loaded only when it is used. */
const services: {
  readonly [Name in StoreServiceName]: (session: AwsSession) => Promise<StoreService>;
} = {
  ssm: async (session) => (await import('./ssm.ts')).parameterStore(session),
  'secrets-manager': async (session) => (await import('./secrets-manager.ts')).secretsManager(session),
};

/** Sends nothing. */
export async function openStore(reference: StoreReference, session: AwsSession): Promise<Store> {
  return new Store(reference, await services[reference.service](session), session);
}
