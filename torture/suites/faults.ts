import {
  type Effect,
  predecessors,
  type WrongPage,
  withoutTags,
  wrongPages,
} from '../../local/aws/server.ts';
import type { Step } from '../../local/runner/job.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { keyName } from '../creating-operations.ts';
import { type Environment, isOfAction } from '../environment.ts';

/** Where a job is. */
export type Moment = 'before the first write' | 'main' | 'post' | 'the end';

/** A job that faults are injected into. */
export interface FaultyJob {
  readonly environment: Environment;
  /** The operation looks key pairs up before it changes them, and its looks can be faulty from the start. */
  readonly looksFirst: boolean;
  moment(): Moment;
  /** Fulfilled when post has ended. */
  readonly ended: Promise<void>;
}

/** One of two faults in a job. */
export interface Fault {
  readonly name: string;
  /** What it strikes: requests that change something, looks at key pairs, or the environment of post. */
  readonly strikes: 'write' | 'look' | 'environment';
  /** Called before anything exists. */
  put(job: FaultyJob): void | Promise<void>;
  /** A step after the action's. */
  after?(job: FaultyJob): Promise<Step>;
}

/** Of a key pair that an earlier step of the same run created. */
const earlierTags = { ...managedTags(), 'ec2-key-pair-action:nonce': '0'.repeat(32) };

const always = Number.POSITIVE_INFINITY;

/** How the response to a write gets lost. If a job has two of these faults, the second one strikes the next write. */
export const writeFaults: readonly Fault[] = [
  onWrite('response lost', () => ({ kind: 'execute-then-drop' })),
  onWrite('executed twice', () => ({ kind: 'execute-twice' })),
  onWrite('executed 0.2 s after the client gave up', () => ({ kind: 'drop-then-execute', late: 200 })),
  onWrite('executed 3 s after the client gave up', () => ({ kind: 'drop-then-execute', late: 3_000 })),
  onWrite('executed when post has ended', ({ ended }) => ({ kind: 'drop-then-execute', late: ended })),
];

/** Statuses whose bodies do not fit. */
export const statuses = [400, 401, 403, 404, 407, 408, 413, 429, 451, 500, 502, 503, 504] as const;

export const pages = Object.keys(wrongPages) as readonly WrongPage[];

/** A write that is executed, and responded to with a page. */
export function pageFault(status: number, page: WrongPage): Fault {
  return onWrite(`executed, then ${status} (${page})`, () => ({
    ...{ kind: 'wrong-page', executed: true, status, page },
  }));
}

/** How looks at key pairs can mislead. */
export const lookFaults: readonly Fault[] = [
  {
    name: 'looks show the state 2 s ago',
    strikes: 'look',
    put: ({ environment: { aws } }) => {
      aws.faults.staleFor = 2_000;
    },
  },
  {
    name: 'looks show the state 2 s ago, before another key pair with the name was deleted',
    strikes: 'look',
    put: async ({ environment: { aws, otherUser } }) => {
      await otherUser.create(keyName, earlierTags);
      aws.faults.staleFor = 2_000;
      await otherUser.delete(keyName);
    },
  },
  onLook('main sees an earlier key pair with its name for 2 s', 'main', { lasts: 2_000 }, earlierPair),
  onLook('post sees an earlier key pair with its name for 2 s', 'post', { lasts: 2_000 }, earlierPair),
  onLook("main's first look has no tags", 'main', {}, noTags),
  onLook("post's first look has no tags", 'post', {}, noTags),
  onLook('looks have no tags for 1 s', 'any', { lasts: 1_000 }, noTags),
  onLook("main's first look is refused", 'main', {}, refused),
  onLook("post's first look is refused", 'post', {}, refused),
  onLook('all looks are refused', 'any', { times: always }, refused),
];

/** A later step leads post to another endpoint, which has no key pairs. */
export const changedEndpoint: Fault = {
  name: 'endpoint changes before post',
  strikes: 'environment',
  put: () => undefined,
  after: async ({ environment }) => ({
    name: 'other endpoint',
    run: `echo 'AWS_ENDPOINT_URL=${await environment.otherEndpoint()}' >> "$GITHUB_ENV"`,
  }),
};

function onWrite(name: string, effectIn: (job: FaultyJob) => Effect): Fault {
  return {
    name,
    strikes: 'write',
    put: (job) =>
      void job.environment.aws.faults.add({
        on: '*',
        when: (request) => isOfAction(request) && !request.operation.startsWith('Describe'),
        effect: effectIn(job),
      }),
  };
}

function onLook(
  name: string,
  phase: 'main' | 'post' | 'any',
  many: { readonly times?: number; readonly lasts?: number },
  effectIn: () => Effect,
): Fault {
  return {
    name,
    strikes: 'look',
    put: (job) =>
      void job.environment.aws.faults.add({
        on: 'DescribeKeyPairs',
        when: (request) => isOfAction(request) && isStruck(job, phase),
        ...many,
        effect: effectIn(),
      }),
  };
}

function isStruck({ moment, looksFirst }: FaultyJob, phase: 'main' | 'post' | 'any'): boolean {
  const now = moment();
  if (now === 'before the first write') return looksFirst && phase !== 'post';
  return phase === 'any' || phase === now;
}

function earlierPair(): Effect {
  return { kind: 'show', view: predecessors(earlierTags) };
}

function noTags(): Effect {
  return { kind: 'show', view: withoutTags };
}

function refused(): Effect {
  return { kind: 'deny' };
}
