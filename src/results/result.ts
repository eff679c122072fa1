import type { KeyType } from '../keys/public-key.ts';
import type { Lifetime } from '../inputs/request.ts';

/** The outputs of action.yml, in its order. */
export const outputNames = [
  'key-name',
  'key-pair-id',
  'key-fingerprint',
  'key-type',
  'public-key',
  'private-key-path',
  'private-key',
  'aws-region',
  'created',
  'deleted',
  'key-pairs',
  'key-pairs-path',
] as const;
export type OutputName = (typeof outputNames)[number];

/** `private-key` is not among them: it is set where the key is delivered. */
export type Outputs = Readonly<Partial<Record<Exclude<OutputName, 'private-key'>, string>>>;

/** A table for the job summary, all plain text. */
export interface SummaryTable {
  readonly heading: string;
  /** Headings of the columns, where the first column is not a label of its row. */
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A sentence below the table. */
  readonly note?: string;
}

/** What a step has to show for one pair. */
export interface KeyPairResult {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly keyType: KeyType | undefined;
  /** As EC2 reports it. */
  readonly fingerprint: string;
  /** As `ssh-keygen -lf` prints it: `SHA256:` and base64. */
  readonly sha256Fingerprint: string;
  /** One line, as authorized_keys takes it. */
  readonly publicKey: string;
  readonly region: string;
  readonly created: boolean;
  /** Undefined for a pair that was there before: whoever made it knows. */
  readonly lifetime: Lifetime | undefined;
  readonly expiresAt: Date | undefined;
  readonly file: ResultFile | undefined;
  readonly output: boolean;
}

/** The file that holds the private key. */
export interface ResultFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  /** Whether it stays when the job ends. */
  readonly stays: boolean;
}

/** Outputs that name the pair: none of them is ever masked, so that they may travel between jobs. */
export function outputsOf(result: KeyPairResult): Outputs {
  return {
    'key-name': result.keyName,
    'key-pair-id': result.keyPairId,
    'key-fingerprint': result.fingerprint,
    'key-type': result.keyType ?? '',
    'public-key': result.publicKey,
    'private-key-path': result.file?.path ?? '',
    'aws-region': result.region,
    created: String(result.created),
  };
}

export function summaryOf(result: KeyPairResult): SummaryTable {
  return {
    heading: result.created ? 'EC2 key pair (new)' : 'EC2 key pair',
    rows: [
      ['Name', result.keyName],
      ['ID', result.keyPairId],
      ['Type', result.keyType ?? 'unknown'],
      ['Fingerprint (EC2)', result.fingerprint],
      ['Fingerprint (SSH)', result.sha256Fingerprint],
      ['Region', result.region],
      ['Lives', livesUntil(result)],
      ['Private key', whereabouts(result)],
    ],
  };
}

/** Until when the pair is there. */
export function livesUntil({ lifetime, expiresAt }: Pick<KeyPairResult, 'lifetime' | 'expiresAt'>): string {
  const expiry = expiresAt === undefined ? '' : `; marked to expire at ${expiresAt.toISOString()}`;
  switch (lifetime) {
    case 'job':
      return `until this job ends${expiry}`;
    case 'run':
      return `until this workflow run is cleaned up${expiry}`;
    case 'persistent':
      return `until somebody deletes it${expiry}`;
    case undefined:
      return `as whoever made it decided${expiry}`;
  }
}

/** Where the private key is, and until when. */
export function whereabouts({ file, output }: Pick<KeyPairResult, 'file' | 'output'>): string {
  const places = [
    ...(file === undefined ? [] : [`${file.path} (${file.stays ? 'stays' : 'until this job ends'})`]),
    ...(output ? ["the step's output private-key (this job only)"] : []),
  ];
  return places.length === 0 ? 'not here' : places.join(' and ');
}
