import { createKeyPool, startLocalAws } from '../local/aws/server.ts';

/** The data of a key pair that the benchmark needs. */
export interface BenchKeyPair {
  readonly name: string;
  /** SHA-1 of the private key's PKCS#8 DER, hex with colons. */
  readonly fingerprint: string;
}

/** What this process sends: first its environment, then the answer to each question that it receives. */
export type Message =
  | { readonly environment: Record<string, string> }
  | { readonly keyPairs: BenchKeyPair[] }
  | { readonly requests: string[] };

/** Asks for what is new since the last time. */
export type Question = 'key pairs' | 'requests';

/** Keys are used in turn. Consecutive ones differ, so that a candidate cannot pass with the key of another one. */
const keyCount = 16;

const aws = await startLocalAws({ keys: await createKeyPool({ rsa: keyCount }) });
const environment = aws.environment();
const { AWS_REGION: region = '' } = environment;
const reported = new Set<string>();
let requests = 0;

process.on('message', (question: Question) => {
  if (question === 'requests') {
    const newOnes = aws.requests.slice(requests);
    requests += newOnes.length;
    return send({ requests: newOnes.map(({ operation }) => operation) });
  }
  const keyPairs = aws.keyPairs(region).filter(({ id }) => !reported.has(id));
  for (const { id } of keyPairs) reported.add(id);
  return send({ keyPairs: keyPairs.map(({ name, fingerprint }) => ({ name, fingerprint })) });
});
process.once('disconnect', () => aws.close());
send({ environment });

function send(message: Message): void {
  process.send?.(message);
}
