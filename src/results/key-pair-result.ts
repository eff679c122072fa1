import type { KeyType } from '../keys/public-key.ts';
import type { Lifetime } from '../ownership.ts';
import type { Outputs } from './outputs.ts';
import type { Cell, Note, Report, Summary } from './report.ts';

/** What a destination reports about a private key that was delivered to it. */
export interface Delivered {
  /** What the place is, as a heading: `Private key file`. */
  readonly label: string;
  /** Where it is, to copy. */
  readonly where: string;
  /** How long it is kept, as in `deleted when this job ends`. */
  readonly until: string;
  readonly outlivesJob: boolean;
  readonly outputs: Outputs;
  /** Sentences that the user should not miss. */
  readonly warnings: readonly string[];
  /** How to make the key outlive the job, as a sentence. */
  readonly keepAdvice?: string;
  /** A command that uses the key next. */
  readonly usage?: string;
}

/** What a step reports about one key pair. */
export interface KeyPairResult {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly region: string;
  readonly keyType: KeyType | undefined;
  /** As EC2 reports it. */
  readonly fingerprint: string;
  /** As `ssh-keygen -lf` prints it: `SHA256:` and base64. */
  readonly sha256Fingerprint: string;
  /** One line, as authorized_keys takes it. */
  readonly publicKey: string;
  /** What this step did. */
  readonly change: 'created' | 'imported' | 'rotated' | 'tagged' | 'none';
  /** Who created it, as in `run 77 of this repository`; undefined if this step did, or if its tags do not say. */
  readonly creator?: string | undefined;
  /** The run that created it; undefined if its tags do not say. */
  readonly creatingRunId?: string | undefined;
  /** Undefined if the tags of an existing key pair do not say. */
  readonly lifetime: Lifetime | undefined;
  readonly expiresAt: Date | undefined;
  /** The web page of the run that created it; undefined for a key pair that this step created. */
  readonly runUrl: string | undefined;
  /** Where the private key was delivered; undefined for an operation that never has it. */
  readonly delivered: readonly Delivered[] | undefined;
  /** More sentences for the log. */
  readonly remarks?: readonly string[];
  /** More sentences that the user should not miss. */
  readonly warnings?: readonly string[];
  /** More rows for the job summary. */
  readonly rows?: readonly (readonly string[])[];
  /** Of the key that a rotation replaced, as EC2 reported it. */
  readonly previousFingerprint?: string;
  /** Whether the private key that was created does not fit the fingerprint. */
  readonly fingerprintDiffers: boolean;
}

/** What a destination reports, with the name that the copy in a store has in the end. */
export function keptAt(delivered: Delivered, where: string): Delivered {
  if (delivered.outputs['private-key-store'] === undefined) return delivered;
  return { ...delivered, where, outputs: { 'private-key-store': where } };
}

/** Outputs that identify the key pair. None is ever masked, so that they can be passed to other jobs. */
export function outputsOf(result: KeyPairResult): Outputs {
  const outputs: Outputs = {
    'key-name': result.keyName,
    'key-pair-id': result.keyPairId,
    'key-fingerprint': result.fingerprint,
    'key-type': result.keyType ?? '',
    'public-key': result.publicKey,
    'private-key-path': '',
    'aws-region': result.region,
    created: String(!['found', 'rotated'].includes(doneTo(result))),
    changed: String(result.change !== 'none'),
    ...(result.previousFingerprint === undefined
      ? {}
      : { 'previous-key-fingerprint': result.previousFingerprint }),
  };
  return Object.assign({}, outputs, ...(result.delivered ?? []).map((delivered) => delivered.outputs));
}

export function reportOf(result: KeyPairResult): Report {
  return { lines: linesOf(result), warnings: warningsOf(result), summary: summaryOf(result) };
}

/** Lines for the log. */
function linesOf(result: KeyPairResult): string[] {
  const { keyName, keyPairId, region, fingerprint, creator, delivered = [], remarks = [] } = result;
  const kept = keptUntil(result);
  return [
    `${capitalized(doneTo(result))} key pair "${keyName}" (${keyPairId}) in ${region}, fingerprint ${fingerprint}.`,
    ...(creator === undefined
      ? kept.map((sentence) => `It is ${sentence}.`)
      : [`Created by ${[creator, ...kept].join(', ')}.`]),
    ...(isKeyLost(result) && result.lifetime === 'run'
      ? ['Other jobs of this run can use the key pair, but not its private key.']
      : []),
    ...remarks,
    ...delivered.map(({ label, where, until }) => `${label}: ${where} (${until})`),
    ...usagesOf(result).map((usage) => `To log in: ${usage}`),
  ];
}

export function doneTo({ change }: KeyPairResult): string {
  return change === 'tagged' || change === 'none' ? 'found' : change;
}

/** What the user should not miss. */
function warningsOf(result: KeyPairResult): string[] {
  const { keyName, lifetime, delivered = [], warnings: others = [] } = result;
  const warnings = [...others, ...delivered.flatMap((one) => one.warnings)];
  if (result.fingerprintDiffers) warnings.push(fingerprintWarning(result));
  // Who chooses lifetime: run knows that the private key does not leave the job.
  if (lifetime !== 'persistent' || !isKeyLost(result)) return warnings;
  const lost = `Key pair "${keyName}" will outlive this job, but its private key will not: it exists only in this job. To keep it, set store (docs/recipes/keep-the-private-key.md), or import a public key of your own.`;
  const advice = delivered.flatMap(({ keepAdvice }) => keepAdvice ?? []);
  return [[lost, ...advice].join(' '), ...warnings];
}

/** Whether no one has the private key of a new key pair when the job has ended. */
function isKeyLost({ change, delivered }: KeyPairResult): boolean {
  const hasPrivateKey = delivered !== undefined && (change === 'created' || change === 'rotated');
  return hasPrivateKey && !delivered.some(({ outlivesJob }) => outlivesJob);
}

function fingerprintWarning({ keyName, fingerprint }: KeyPairResult): string {
  return `The fingerprint of key pair "${keyName}" (${fingerprint}) is not the one that AWS computes from its private key. An endpoint other than AWS may compute it differently.`;
}

function summaryOf(result: KeyPairResult): Summary {
  const { keyName, keyPairId, region, delivered, runUrl } = result;
  const rows: (readonly Cell[])[] = [
    ['Name', { value: keyName, ...linkTo(consoleUrl(result)) }],
    ['ID', { value: keyPairId }],
    ['Type', result.keyType === undefined ? 'Unknown' : { value: result.keyType }],
    ['Region', { value: region }],
    ['Fingerprint', { value: result.fingerprint }],
    ...(result.sha256Fingerprint === '' ? [] : [['SSH fingerprint', { value: result.sha256Fingerprint }]]),
    ...keptUntil(result).map((sentence) => ['Lifetime', capitalized(sentence)]),
    ...(runUrl === undefined ? [] : [['Created by', { value: runUrl, url: runUrl }]]),
    ...(delivered?.length === 0 ? [['Private key', 'Not available in this job']] : []),
    ...(delivered ?? []).map(({ label, where, until }) => [label, { value: where, note: until }]),
    ...(result.rows ?? []),
  ];
  const notes: Note[] = usagesOf(result).map((command) => ({ text: 'To log in:', command }));
  return { heading: `EC2 key pair ${doneTo(result)}`, subject: keyName, rows, notes };
}

/** How long the key pair is kept, at most one text; none if that is not known. */
function keptUntil({ creator, creatingRunId, lifetime, expiresAt }: KeyPairResult): string[] {
  if (lifetime === undefined) return [];
  const kept = {
    job: `deleted when ${creator === undefined ? 'this job' : 'the job that created it'} ends`,
    run: `kept until a step deletes it with run-id: ${creatingRunId}`,
    persistent: 'kept until it is deleted',
  }[lifetime];
  const expiry = expiresAt === undefined ? '' : `, and tagged to expire at ${toSeconds(expiresAt)}`;
  return [`${kept}${expiry}`];
}

function usagesOf({ delivered = [] }: KeyPairResult): string[] {
  return delivered.flatMap(({ usage }) => usage ?? []);
}

/** Hosts of the AWS console, by partition. */
const consoleHosts = [
  [/^cn-/, 'console.amazonaws.cn'],
  [/^us-gov-/, 'console.amazonaws-us-gov.com'],
  [/^(?!us-iso|eu-iso)(?:af|ap|ca|eu|il|me|mx|sa|us)-/, 'console.aws.amazon.com'],
] as const;

/** The key pair in the AWS console; undefined in partitions whose console is not known. */
export function consoleUrl({ keyName, region }: KeyPairResult): string | undefined {
  const [, host] = consoleHosts.find(([partition]) => partition.test(region)) ?? [];
  if (host === undefined) return undefined;
  const inUrl = encodeURIComponent(region);
  const name = encodeURIComponent(keyName.toWellFormed());
  return `https://${inUrl}.${host}/ec2/home?region=${inUrl}#KeyPairs:keyName=${name}`;
}

function linkTo(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}

/** ISO 8601, UTC, without milliseconds. */
function toSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+/, '');
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
