import { createKeyPool, startLocalAws } from '../local/aws/server.ts';

/** The data of a key pair that the benchmark needs. */
export interface BenchKeyPair {
  readonly name: string;
  /** SHA-1 of the private key's PKCS#8 DER, hex with colons. */
  readonly fingerprint: string;
}

/**
 * What this process sends: first its environment, then one message with key pairs for each message that it receives.
 */
export type Message =
  | { readonly environment: Record<string, string> }
  | { readonly keyPairs: BenchKeyPair[] };

/** Keys are used in turn. Consecutive ones differ, so that a candidate cannot pass with the key of another one. */
const keyCount = 16;

const aws = await startLocalAws({ keys: await createKeyPool({ rsa: keyCount }) });
const environment = aws.environment();
const { AWS_REGION: region = '' } = environment;
let reported = 0;

/** Every message requests the key pairs that were created since the last one. */
process.on('message', () => {
  const keyPairs = aws.keyPairs(region).slice(reported);
  reported += keyPairs.length;
  send({ keyPairs: keyPairs.map(({ name, fingerprint }) => ({ name, fingerprint })) });
});
process.once('disconnect', () => aws.close());
send({ environment });

function send(message: Message): void {
  process.send?.(message);
}
