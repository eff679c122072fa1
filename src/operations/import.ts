import type { UndoableClaims } from '../ledger/claim.ts';
import type { ImportRequest, PublicKeySource } from '../inputs/request.ts';
import type { KeyPairResult } from '../results/result.ts';
import { importKeyPair, refuseOtherKey } from '../ec2/import-key-pair.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { ImportedKeyPair } from '../ec2/requests.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import { PublicKey } from '../keys/public-key.ts';
import type { PlannedAction } from './preview.ts';
import { chosenName, retentionOf, identifyNewPair, type NewPairReads, type NewPairIdentity } from './new-pair.ts';

export interface ImportReads extends NewPairReads {
  /** The text that a public key is read from. */
  publicKeyText(source: PublicKeySource): Promise<string>;
  /** One look at the pair of this name. */
  find(keyName: string): Promise<KeyPair | undefined>;
}

export interface ImportPlan {
  readonly region: string;
  readonly pair: ImportedKeyPair;
  readonly marks: NewPairIdentity;
  /** The pair, where it holds this very key already. */
  readonly existing: KeyPair | undefined;
}

export interface ImportDependencies {
  readonly keyPairs: KeyPairs;
  readonly claims: UndoableClaims<KeyPairRecord>;
  announce(result: KeyPairResult): void;
}

/** Reads the key and looks whether its name is free, or stands for this very key. */
export async function plan(request: ImportRequest, look: ImportReads): Promise<ImportPlan> {
  const publicKey = PublicKey.parseOpenSsh(await look.publicKeyText(request.publicKey));
  const keyName = chosenName(request.name, look);
  const existing = 'exact' in request.name ? await look.find(keyName) : undefined;
  if (existing !== undefined) refuseOtherKey(existing, publicKey, look.region);
  const marks = identifyNewPair(keyName, request, look);
  return { region: look.region, pair: { keyName, publicKey, tags: marks.tags }, marks, existing };
}

/** What `carryOut` would do. */
export function preview({ pair, region, marks, existing }: ImportPlan): PlannedAction[] {
  const named = `the key pair "${pair.keyName}" in ${region}`;
  if (existing !== undefined) return [{ text: `leave ${named} as it is: it holds this key already` }];
  return [
    {
      text: `import ${named} (${pair.publicKey.type}, ${sha256Fingerprint(pair.publicKey)})`,
      call: { call: 'ImportKeyPair', pair },
    },
    ...(marks.lifetime === 'job' ? [{ text: 'delete the pair when the job ends' }] : []),
  ];
}

/** Imports the key, unless the pair holds it already. */
export async function execute(
  plan: ImportPlan,
  { keyPairs, claims, announce }: ImportDependencies,
): Promise<KeyPairResult> {
  const { pair, marks, existing } = plan;
  return claims.undoUnless(async () => {
    const imported =
      existing === undefined
        ? await importKeyPair(pair, keyPairs, {
            record: marks.record,
            claim: claims.intend(marks.record, retentionOf(marks.lifetime)),
          })
        : { keyPairId: existing.keyPairId, fingerprint: existing.fingerprint, created: false };
    const result: KeyPairResult = {
      keyName: pair.keyName,
      keyPairId: imported.keyPairId,
      keyType: pair.publicKey.type,
      fingerprint: imported.fingerprint,
      sha256Fingerprint: sha256Fingerprint(pair.publicKey),
      publicKey: pair.publicKey.openSshLine(pair.keyName),
      region: plan.region,
      created: imported.created,
      lifetime: imported.created ? marks.lifetime : undefined,
      expiresAt: imported.created ? marks.expiresAt : undefined,
      file: undefined,
      output: false,
    };
    announce(result);
    return result;
  });
}
