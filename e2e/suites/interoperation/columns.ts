import type { LocalAws } from '../../../local/aws/server.ts';
import type { SshDaemon } from '../../lib/ssh-daemon.ts';
import type { Site } from '../../lib/suite.ts';
import type { Delivered } from './delivered.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { isPpkOfEc2, type Kind } from './kinds.ts';
import { logInWithFiles } from './logins.ts';
import {
  type Reading,
  type ReadsFiles,
  readWithGo,
  readWithParamiko,
  readWithPuttygen,
  readWithSsh2,
  readWithSshKeygen,
} from './readers.ts';
import { passwordsWith } from './windows-passwords.ts';

export interface Parts {
  readonly site: Site;
  readonly aws: LocalAws;
  readonly daemon: SshDaemon;
}

/** Why a program refuses a file, and what it says then. */
export interface Refusal {
  readonly why: string;
  readonly says: RegExp;
}

/** One program, or one use of the files. */
export interface Column {
  readonly title: string;
  readonly read: (parts: Parts, delivered: readonly Delivered[]) => Promise<readonly Reading[]>;
  /** The kinds that it is not tried with, because no one can use them so. */
  readonly leavesOut?: (kind: Kind) => boolean;
  /** Undefined if it reads the file. */
  readonly refuses: (kind: Kind) => Refusal | undefined;
  readonly needsPassphrase: boolean;
}

export const columns: readonly Column[] = [
  reader('ssh-keygen -y', readWithSshKeygen, noPpk(/error in libcrypto|invalid format/)),
  reader('puttygen', readWithPuttygen, () => undefined),
  reader('paramiko', readWithParamiko, noPpk(/^ValueError: Unable to load PEM file/)),
  reader("Go's x/crypto/ssh", readWithGo, noPpk(/^ssh: no key found$/)),
  reader("Node's ssh2", readWithSsh2, (kind) =>
    kind.format === 'pem' || (isPpkOfEc2(kind) && kind.type === 'rsa')
      ? undefined
      : {
          why: 'the only PPK files that it reads are RSA keys in version 2',
          says: /^Unsupported key format$/,
        },
  ),
  {
    title: 'Fingerprints',
    read: ({ site }, delivered) => fingerprintsOf(site, delivered),
    refuses: () => undefined,
    needsPassphrase: false,
  },
  {
    title: 'Login',
    read: ({ site, daemon }, delivered) => logInWithFiles(site, daemon, delivered),
    refuses: () => undefined,
    needsPassphrase: true,
  },
  {
    title: 'get-password-data',
    read: ({ site, aws }, delivered) => passwordsWith(site, aws, delivered),
    leavesOut: ({ type }) => type === 'ed25519',
    refuses: ({ format, isEncrypted }) =>
      format === 'pem' && !isEncrypted
        ? undefined
        : { why: 'it reads only PKCS#1 without a passphrase', says: /Unable to decrypt password data/ },
    needsPassphrase: false,
  },
];

function reader(title: string, read: ReadsFiles, refuses: Column['refuses']): Column {
  return {
    title,
    read: ({ site }, delivered) =>
      read(
        site,
        delivered.map(({ file, passphrase }) => ({ path: file, passphrase })),
      ),
    refuses,
    needsPassphrase: true,
  };
}

function noPpk(says: RegExp): Column['refuses'] {
  return ({ format }) => (format === 'ppk' ? { why: 'it cannot read PPK', says } : undefined);
}
