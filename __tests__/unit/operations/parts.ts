import path from 'node:path';
import { type FileRecord, fileClaims } from '../../../src/destinations/file/file-claim.ts';
import { inspectPath, resolvePath } from '../../../src/destinations/file/file-path.ts';
import { type OutputRecord, outputClaims } from '../../../src/destinations/output-claim.ts';
import { keyPairClaims } from '../../../src/ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import type { CreateRequest } from '../../../src/inputs/request.ts';
import type { ClaimKind, UndoableClaims } from '../../../src/ledger/claim.ts';
import { LedgerClaims } from '../../../src/ledger/claims.ts';
import { readLedger } from '../../../src/ledger/ledger.ts';
import type { CreateDependencies, CreateReads } from '../../../src/operations/create.ts';
import type { KeyPairResult } from '../../../src/results/result.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';
import type { JobFolders } from '../../lib/job-folders.ts';
import { someRun } from '../../lib/workflow-run.ts';

type Known = KeyPairRecord | FileRecord | OutputRecord;

export const credentials = '0123456789abcdef';
export const noon = new Date('2026-11-24T12:00:00Z');

/** Everything that a step asks for by itself. */
export const plainCreate: Omit<CreateRequest, 'operation'> = {
  region: undefined,
  dryRun: false,
  name: { exact: 'deploy' },
  keyType: 'ed25519',
  destinations: { file: { path: 'key.pem', format: 'pem' }, output: true },
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
};

/** One step's parts on a fake EC2 and real folders; all that happens is noted, in order. */
export class Step {
  readonly ec2 = new FakeEc2();
  readonly events: string[] = [];
  readonly announced: KeyPairResult[] = [];
  readonly job: JobFolders;
  readonly #ledger: [string, string][] = [];
  readonly #kinds: {
    'key-pair': ClaimKind<KeyPairRecord>;
    file: ClaimKind<FileRecord>;
    output: ClaimKind<OutputRecord>;
  };
  #random = 0;
  /** Makes what is about to happen fail. */
  breakAt: (event: string) => boolean = () => false;

  constructor(job: JobFolders) {
    this.job = job;
    this.ec2.onCall = (call) => this.happens(`ec2 ${call}`);
    const keyPairs = this.ec2.keyPairs();
    this.#kinds = {
      'key-pair': this.#noted(keyPairClaims(async () => ({ keyPairs, credentials }))),
      file: this.#noted(fileClaims),
      output: this.#noted(outputClaims),
    };
  }

  /** Notes an event, or fails in its place. */
  happens(event: string): void {
    if (this.breakAt(event)) throw Object.assign(new Error(`broken at ${event}`), { code: 'EIO' });
    this.events.push(event);
  }

  get claims(): UndoableClaims<Known> {
    const append = (name: string, value: string): void => {
      this.happens(`ledger ${name}`);
      this.#ledger.push([name, value]);
    };
    return new LedgerClaims<Known>({ append }, this.#kinds);
  }

  /** Records that post would release. */
  leftToPost(): string[] {
    return readLedger(this.#ledger, Object.values(this.#kinds)).open.map(({ record }) => record.kind);
  }

  get look(): CreateReads {
    return {
      run: someRun,
      region: 'eu-west-1',
      credentials,
      now: () => noon,
      randomHex: (bytes) => {
        this.#random += 1;
        return this.#random.toString(16).padStart(bytes * 2, '0');
      },
      freePath: (given, suggestedName) =>
        inspectPath(
          given === undefined ? path.join(this.job.temp, suggestedName) : resolvePath(given, this.job),
          this.job,
        ),
    };
  }

  get parts(): CreateDependencies {
    return {
      keyPairs: this.ec2.keyPairs(),
      claims: this.claims,
      registerMasks: async () => this.happens('masks'),
      restrictToOwner: undefined,
      outputDestination: (claims) => ({
        reserve: async () => {
          claims.intend({ kind: 'output', path: path.join(this.job.temp, 'output') }, 'job');
          this.happens('output reserved');
          return {
            deliver: async () => {
              this.happens('output delivered');
              return {};
            },
            close: async () => {},
          };
        },
      }),
      announce: (result) => {
        this.happens('announced');
        this.announced.push(result);
      },
    };
  }

  #noted<Record extends Known>(kind: ClaimKind<Record>): ClaimKind<Record> {
    return {
      kind: kind.kind,
      parse: (value) => kind.parse(value),
      release: (record) => {
        this.events.push(`release ${record.kind}`);
        return kind.release(record);
      },
    };
  }
}
