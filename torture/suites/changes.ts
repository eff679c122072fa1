import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalAccount } from '../../local/aws/server.ts';
import type { JobFolders } from '../../local/runner/job.ts';
import type { Bill } from '../judge.ts';
import { keyName } from '../operations.ts';
import { Somebody } from '../somebody.ts';
import { isOfAction, region, type Stage } from '../stage.ts';
import type { TrapOrder } from '../trap-order.ts';

/** The step that post cleans up after. */
export const inputs = {
  'key-name': keyName,
  'key-type': 'ed25519',
  lifetime: 'job',
  'output-private-key': 'true',
  'private-key-path': 'deploy.pem',
} as const;

/** What is different when post runs. */
export interface Change {
  readonly fault: string;
  /** Done between main and post. */
  between?(stage: Stage, folders: JobFolders): void | Promise<void>;
  /** Environment that a later step sets. */
  env?(stage: Stage): Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly main?: TrapOrder;
  readonly bill: Bill;
  /** Of post; one is told how to remove by hand what is left. */
  readonly warnings: 0 | 1;
  /** Files that stay, by folder and path. */
  readonly files?: readonly string[];
  /** Nothing says any more where the private key went, so it stays there. */
  readonly keepsKey?: boolean;
}

const forGood = { on: '*', when: isOfAction, times: Number.POSITIVE_INFINITY } as const;

/** All that can have changed between main and post. */
export const changes: readonly Change[] = [
  { fault: 'nothing changed', bill: 'nothing', warnings: 0 },
  {
    fault: 'credentials expired',
    between: ({ aws }) => void aws.faults.add({ ...forGood, effect: { kind: 'expired-credentials' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role may not do it',
    between: ({ aws }) => void aws.faults.add({ ...forGood, effect: { kind: 'deny' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role may not look',
    between: ({ aws }) =>
      void aws.faults.add({ ...forGood, on: 'DescribeKeyPairs', effect: { kind: 'deny' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'role may not delete',
    between: ({ aws }) => void aws.faults.add({ ...forGood, on: 'DeleteKeyPair', effect: { kind: 'deny' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'credentials gone',
    env: () => ({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "another account's credentials",
    env: ({ otherAccount }) => credentialsOf(otherAccount),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "another account's credentials, a pair of that name in it",
    between: async ({ aws, otherAccount }) =>
      void (await new Somebody(aws, region, otherAccount).makes(keyName)),
    env: ({ otherAccount }) => credentialsOf(otherAccount),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: "the same account's credentials, another session",
    env: ({ otherSession }) => credentialsOf(otherSession),
    bill: 'nothing',
    warnings: 0,
  },
  {
    fault: 'another region',
    env: () => ({ AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'us-west-2' }),
    bill: 'nothing',
    warnings: 0,
  },
  {
    fault: 'no region',
    env: () => ({ AWS_REGION: '', AWS_DEFAULT_REGION: '' }),
    bill: 'nothing',
    warnings: 0,
  },
  { fault: 'network gone', between: (stage) => stage.closeAws(), bill: 'any-pairs', warnings: 1 },
  {
    fault: 'network silent',
    between: ({ aws }) => void aws.faults.add({ ...forGood, effect: { kind: 'silence' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'throttled for good',
    between: ({ aws }) => void aws.faults.add({ ...forGood, effect: { kind: 'throttle' } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: '500 for good',
    between: ({ aws }) =>
      void aws.faults.add({ ...forGood, effect: { kind: 'refuse', code: 'InternalError', status: 500 } }),
    bill: 'any-pairs',
    warnings: 1,
  },
  {
    fault: 'pair deleted by somebody',
    between: ({ somebody }) => somebody.deletes(keyName),
    bill: 'nothing',
    warnings: 0,
  },
  {
    fault: 'pair replaced by somebody',
    between: async ({ somebody }) => {
      await somebody.deletes(keyName);
      await somebody.makes(keyName);
    },
    bill: 'one-pair',
    warnings: 0,
  },
  {
    fault: 'pair taken over by somebody (other nonce)',
    between: (stage) => stage.somebody.tags(idOf(stage), { 'ec2-key-pair-action:nonce': 'mine' }),
    bill: 'one-pair',
    warnings: 1,
  },
  {
    fault: 'file deleted by somebody',
    between: (_, { workspace }) => rmSync(path.join(workspace, 'deploy.pem')),
    bill: 'nothing',
    warnings: 0,
  },
  {
    fault: 'file replaced by somebody',
    between: (_, { workspace }) => {
      writeFileSync(path.join(workspace, 'new'), 'theirs');
      rmSync(path.join(workspace, 'deploy.pem'));
      writeFileSync(path.join(workspace, 'deploy.pem'), 'theirs');
    },
    bill: 'nothing',
    warnings: 0,
    files: ['workspace/deploy.pem', 'workspace/new'],
  },
  {
    fault: 'temp folder emptied',
    between: (_, { temp }) => rmSync(path.join(temp, '_runner_file_commands'), { recursive: true }),
    bill: 'nothing',
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
    env: () => ({ OPERATION: 'delete', NAME: 'bystander', FILE: 'bystander.pem' }),
    bill: 'nothing',
    warnings: 0,
  },
  ...garbledStates(),
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

function idOf(stage: Stage): string {
  return stage.pairs()[0]?.id ?? '';
}

/** State that says something else than main wrote. */
function garbledStates(): Change[] {
  const values = [
    '',
    'null',
    '[]',
    '"text"',
    '{',
    '{"kind":"key-pair"}',
    '{"kind":"file","path":"/"}',
    '\u0001\ufffd',
    '9'.repeat(10_000),
  ];
  return values.flatMap((value): Change[] => {
    const shown = JSON.stringify(value.slice(0, 20));
    const garbled = (label: string): TrapOrder => ({ garble: { label, value } });
    return [
      {
        fault: `state of all claims is ${shown}`,
        main: garbled('claim-'),
        bill: 'any-pairs',
        warnings: 1,
        files: ['workspace/deploy.pem'],
        keepsKey: true,
      },
      { fault: `state of the pair is ${shown}`, main: garbled('claim-3-'), bill: 'any-pairs', warnings: 1 },
      {
        fault: `the pair's last state is ${shown}`,
        main: garbled('claim-3-held'),
        bill: 'nothing',
        warnings: 0,
      },
      {
        fault: `the pair's first state is ${shown}`,
        main: garbled('claim-3-intended'),
        bill: 'nothing',
        warnings: 0,
      },
      {
        fault: `state of the process is ${shown}`,
        main: garbled('main-process'),
        bill: 'nothing',
        warnings: 0,
      },
    ];
  });
}
