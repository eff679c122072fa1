import { createKeyPool, startLocalAws } from '../local/aws/server.ts';

/** A pair as the bench needs to know it. */
export interface BenchPair {
  readonly name: string;
  /** SHA-1 of the private key's PKCS#8 DER, hex with colons. */
  readonly fingerprint: string;
}

/** What this process says, in order: first where it listens, then one answer to each question. */
export type Told = { readonly environment: Record<string, string> } | { readonly pairs: BenchPair[] };

/** Keys are handed out in turn; neighbours must differ, so that a round cannot be served by another's key. */
const keyCount = 16;

const aws = await startLocalAws({ keys: await createKeyPool({ rsa: keyCount }) });
const environment = aws.environment();
const { AWS_REGION: region = '' } = environment;
let shown = 0;

/** Any message asks for the pairs made since the last one. */
process.on('message', () => {
  const pairs = aws.keyPairs(region).slice(shown);
  shown += pairs.length;
  tell({ pairs: pairs.map(({ name, fingerprint }) => ({ name, fingerprint })) });
});
process.once('disconnect', () => aws.close());
tell({ environment });

function tell(message: Told): void {
  process.send?.(message);
}
