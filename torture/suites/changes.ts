import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  linkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { LocalAccount } from '../../local/aws/server.ts';
import type { JobFolders } from '../../local/runner/job.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import type { TrapOrder } from '../../test-support/trap/order.ts';
import { keyName } from '../creating-operations.ts';
import { type Environment, isOfAction, region, unrelated } from '../environment.ts';
import type { ExpectedLeftovers } from '../leftovers.ts';

/** The inputs of the step that post cleans up after. */
export const inputs = {
  'key-name': keyName,
  'key-type': 'ed25519',
  lifetime: 'job',
  'output-private-key': 'true',
  'private-key-path': 'deploy.pem',
} as const;

/** What has changed when post runs. */
export interface Change {
  readonly fault: string;
  /** Happens between main and post. */
  between?(environment: Environment, folders: JobFolders): void | Promise<void>;
  /** Variables that a later step sets. */
  env?(environment: Environment): Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly main?: TrapOrder;
  readonly leftovers: ExpectedLeftovers;
  /** How many warnings post prints: one if it leaves something. */
  readonly warnings: 0 | 1;
  /** What post prints if it leaves something. Default: the command that deletes the key pair. */
  readonly warns?: RegExp;
  /** Files that remain, by folder and path. */
  readonly files?: readonly string[];
  /** The state no longer tells where the private key is, so it remains there. */
  readonly keepsKey?: boolean;
}

const forever = { on: '*', when: isOfAction, times: Number.POSITIVE_INFINITY } as const;

/** What can change between main and post, but for the state. */
export const changes: readonly Change[] = [
  { fault: 'nothing changed', leftovers: 'nothing', warnings: 0 },
  {
    fault: 'credentials expired',
    between: ({ aws }) => void aws.faults.add({ ...forever, effect: { kind: 'expired-credentials' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role not authorized',
    between: ({ aws }) => void aws.faults.add({ ...forever, effect: { kind: 'deny' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role not authorized to describe',
    between: ({ aws }) =>
      void aws.faults.add({ ...forever, on: 'DescribeKeyPairs', effect: { kind: 'deny' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role not authorized to delete',
    between: ({ aws }) => void aws.faults.add({ ...forever, on: 'DeleteKeyPair', effect: { kind: 'deny' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'credentials missing',
    env: () => ({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "another account's credentials",
    env: ({ otherAccount }) => credentialsOf(otherAccount),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "another account's credentials, which has a key pair with this name",
    between: async ({ aws, otherAccount }) =>
      void (await new OtherUser({ url: aws.url, account: otherAccount }, region).create(keyName)),
    env: ({ otherAccount }) => credentialsOf(otherAccount),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "the same account's credentials, another session",
    env: ({ otherSession }) => credentialsOf(otherSession),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'another region',
    env: () => ({ AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-2' }),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'no region',
    env: () => ({ AWS_REGION: '', AWS_DEFAULT_REGION: '' }),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'network down',
    between: (environment) => environment.closeAws(),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'network silent',
    between: ({ aws }) => void aws.faults.add({ ...forever, effect: { kind: 'silence' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'throttled permanently',
    between: ({ aws }) => void aws.faults.add({ ...forever, effect: { kind: 'throttle' } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: '500 permanently',
    between: ({ aws }) =>
      void aws.faults.add({ ...forever, effect: { kind: 'error', code: 'InternalError', status: 500 } }),
    leftovers: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'key pair deleted by another user',
    between: ({ otherUser }) => otherUser.delete(keyName),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'key pair replaced by another user',
    between: async ({ otherUser }) => {
      await otherUser.delete(keyName);
      await otherUser.create(keyName);
    },
    leftovers: 'one-pair',
    warnings: 0,
  },
  {
    fault: 'key pair claimed by another user (different nonce)',
    between: (environment) =>
      environment.otherUser.tag(idOf(environment), { 'ec2-key-pair-action:nonce': 'mine' }),
    leftovers: 'one-pair',
    warnings: 1,
  },
  {
    fault: 'file deleted by another step',
    between: (_, { workspace }) => rmSync(path.join(workspace, 'deploy.pem')),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'file replaced by another step',
    between: (_, { workspace }) => {
      writeFileSync(path.join(workspace, 'new'), 'theirs');
      rmSync(path.join(workspace, 'deploy.pem'));
      writeFileSync(path.join(workspace, 'deploy.pem'), 'theirs');
    },
    leftovers: 'nothing',
    warnings: 1,
    warns: /private key file \S+deploy\.pem: another file is there now/,
    files: ['workspace/deploy.pem', 'workspace/new'],
  },
  {
    fault: 'file rewritten by another step',
    between: (_, { workspace }) => {
      const [file, other] = ['deploy.pem', 'new'].map((name) => path.join(workspace, name)) as [
        string,
        string,
      ];
      copyFileSync(file, other);
      chmodSync(other, 0o600);
      appendFileSync(other, '\r\n');
      renameSync(other, file);
    },
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'file linked by another step',
    between: (_, { workspace }) => linkSync(path.join(workspace, 'deploy.pem'), path.join(workspace, 'link')),
    leftovers: 'nothing',
    warnings: 0,
    files: ['workspace/link'],
  },
  {
    fault: 'temp folder emptied',
    between: (_, { temp }) => rmSync(path.join(temp, '_runner_file_commands'), { recursive: true }),
    leftovers: 'nothing',
    warnings: 0,
  },
  {
    fault: 'inputs changed to those of a delete',
    inputs: {
      ...inputs,
      operation: "${{ env.OPERATION || 'create' }}",
      'key-name': `\${{ env.NAME || '${keyName}' }}`,
      'private-key-path': "${{ env.FILE || 'deploy.pem' }}",
    },
    env: () => ({ OPERATION: 'delete', NAME: unrelated.keyName, FILE: unrelated.file }),
    leftovers: 'nothing',
    warnings: 0,
  },
];

function credentialsOf({
  accessKeyId,
  secretAccessKey,
  sessionToken = '',
}: LocalAccount): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
}

function idOf(environment: Environment): string {
  return environment.pairs()[0]?.id ?? '';
}
