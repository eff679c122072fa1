import type { Effect, LocalAccount } from '../../local/aws/server.ts';
import { type IdTokenFault, type IdTokens, startIdTokens } from '../../local/runner/id-tokens.ts';
import { tokenLeaks } from '../../test-support/token-leaks.ts';
import { type Environment, region } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';

/** In the account of the key pairs. */
const roleArn = 'arn:aws:iam::123456789012:role/ci';

const inputs = { 'key-type': 'ed25519', 'role-to-assume': roleArn };

/** Why the role cannot be assumed, or only later. */
type RoleFault = { readonly name: string } & (
  | { readonly token: IdTokenFault; readonly times?: number }
  | { readonly sts: Effect; readonly times?: number }
  | { readonly validFor: number }
);

const answer = (status: number, body = ''): IdTokenFault => ({ kind: 'answer', status, body });

const faults: readonly RoleFault[] = [
  { name: 'the request for a token is lost once', token: { kind: 'drop' }, times: 1 },
  { name: 'each request for a token is lost', token: { kind: 'drop' } },
  { name: 'GitHub never answers', token: { kind: 'silence' } },
  { name: 'GitHub refuses a token', token: answer(403, '{"message":"no"}') },
  { name: 'GitHub is down for one request', token: answer(503), times: 1 },
  { name: 'another device answers in place of GitHub', token: answer(200, '<html></html>') },
  { name: 'AssumeRole is lost once', sts: { kind: 'drop' }, times: 1 },
  { name: 'the response to AssumeRole is lost once', sts: { kind: 'execute-then-drop' }, times: 1 },
  { name: 'AssumeRole is never answered', sts: { kind: 'silence' } },
  { name: 'AssumeRole is denied', sts: { kind: 'deny' } },
  { name: 'AssumeRole is throttled once', sts: { kind: 'throttle' }, times: 1 },
  { name: 'AssumeRole is always throttled', sts: { kind: 'throttle' } },
  { name: 'the token has expired', validFor: -1 },
];

/** Which credentials the job has besides the role. */
interface Others {
  readonly name: string;
  account?(environment: Environment): LocalAccount;
  /** Whether cleanup can use them. */
  readonly areOfAccount: boolean;
}

const none: Others = { name: 'no other credentials', areOfAccount: false };
const ofAnotherAccount: Others = {
  name: 'credentials of another account',
  account: ({ otherAccount }) => otherAccount,
  areOfAccount: false,
};
const ofSameAccount: Others = {
  name: 'credentials of the same account',
  account: ({ otherSession }) => otherSession,
  areOfAccount: true,
};

/** The role of a step, which it assumes in main and in post, cannot be assumed. */
export const roleFaults: Suite = {
  name: 'a role cannot be assumed',
  about:
    "With role-to-assume, GitHub's token or the role's session is lost, refused, late, or throttled, in the step or in cleanup",
  rows: [
    { phase: 'main', other: none } as const,
    { phase: 'post', other: ofAnotherAccount } as const,
    { phase: 'post', other: ofSameAccount } as const,
  ].map(
    ({ phase, other }): Row => ({
      operation: `create with role-to-assume, and ${other.name}`,
      fault: `the role cannot be assumed in ${phase}`,
      inSample: true,
      sampleStep: 6,
      waits: true,
      cases: async () =>
        faults.map(
          (fault): TestCase => ({
            name: fault.name,
            run: (testBed) => runWithFault({ phase, fault, other }, testBed),
          }),
        ),
    }),
  ),
};

interface RoleCase {
  readonly phase: 'main' | 'post';
  readonly fault: RoleFault;
  readonly other: Others;
}

function runWithFault({ phase, fault, other }: RoleCase, testBed: TestBed): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const { aws } = environment;
    await using tokens = await startIdTokens();
    aws.addRole({
      arn: roleArn,
      provider: { issuer: tokens.issuer, publicKey: tokens.publicKey, audiences: ['sts.amazonaws.com'] },
      subjects: ['repo:octo/widgets:ref:refs/heads/main'],
    });
    const put = () => putFault(fault, tokens, environment);
    if (phase === 'main') put();
    const job = environment.start(inputs, {
      idTokens: tokens,
      host: variablesOf(other.account?.(environment), aws),
    });
    job.on('step-finished', ({ phase: ended, name }) => {
      if (ended !== 'main' || name !== 'key pair') return;
      if (phase === 'post') put();
      else tokens.recover();
    });
    const run = await job.finished;
    await aws.settled();
    const isEnough = phase === 'post' && !other.areOfAccount;
    const finding = verify(environment, run, { leftovers: 'nothing', isToldEnough: isEnough });
    const foreign = aws.keyPairs(region, environment.otherAccount.accountId).length;
    const problems = [
      ...finding.problems,
      ...tokenLeaks(run, tokens).map((place) => `a token can be read in the ${place}`),
      ...(foreign > 0 ? ['a key pair is in another account'] : []),
    ];
    return { ...finding, problems };
  });
}

function putFault(fault: RoleFault, tokens: IdTokens, { aws }: Environment): void {
  if ('token' in fault) tokens.fail(fault.token, fault.times);
  else if ('validFor' in fault) tokens.validFor = fault.validFor;
  else {
    const { times = Number.POSITIVE_INFINITY, sts } = fault;
    aws.faults.add({ on: 'AssumeRoleWithWebIdentity', times, effect: sts });
  }
}

function variablesOf(account: LocalAccount | undefined, aws: Environment['aws']): Record<string, string> {
  if (account !== undefined) return aws.environment(region, account);
  return { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };
}
