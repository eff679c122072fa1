import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JobRun } from '../../local/runner/job.ts';
import { publicKey } from '../creating-operations.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { verify } from '../verify.ts';

/** What a step does, and which facts it needs for that. */
interface Use {
  readonly name: string;
  inputs(environment: Environment): Readonly<Record<string, string>>;
  readonly needs: readonly string[];
}

const ed25519 = { 'key-type': 'ed25519' } as const;

const uses: readonly Use[] = [
  { name: 'a file in the temp folder', inputs: () => ed25519, needs: ['RUNNER_TEMP'] },
  {
    name: 'a file in the workspace',
    inputs: () => ({ ...ed25519, 'private-key-path': 'keys/id.pem' }),
    needs: ['GITHUB_WORKSPACE'],
  },
  {
    name: 'a file in the home folder',
    inputs: () => ({ ...ed25519, 'private-key-path': '~/.ssh/id.pem' }),
    needs: ['a home folder'],
  },
  {
    name: 'a file elsewhere',
    inputs: ({ root }) => ({ ...ed25519, 'private-key-path': path.join(root, 'elsewhere/id.pem') }),
    needs: [],
  },
  {
    name: 'only an output',
    inputs: () => ({ ...ed25519, 'private-key-path': 'none', 'output-private-key': 'true' }),
    needs: [],
  },
  {
    name: 'import',
    inputs: () => ({ operation: 'import', 'public-key': publicKey, lifetime: 'job' }),
    needs: [],
  },
];

/** What no step can do without. */
const alwaysNeeded = [
  'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'a server with a URL',
];

const notNeeded = [
  'a workspace on the disk',
  'a temp folder on the disk',
  'the event file',
  'an event that is whole',
  'an event that is not empty',
  'an event without a BOM',
  'GITHUB_EVENT_PATH',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_JOB',
  'GITHUB_ACTION',
  'GITHUB_SERVER_URL',
  'GITHUB_STEP_SUMMARY',
  'hard links (EPERM)',
  'hard links (EOPNOTSUPP)',
  'statx(2)',
  'times of birth',
  'statx(2) and hard links',
  'the device number of a path',
  'device numbers that fit',
];

const facts = [...alwaysNeeded, ...notNeeded, ...new Set(uses.flatMap(({ needs }) => needs))];

/** A step asks the machine and the runner only for what it needs, and says what is missing. */
export const missingFacts: Suite = {
  name: 'missing facts',
  about: 'The machine or the runner lacks something: folders, variables, the event file, `statx`, hard links',
  rows: uses.map(
    (use, index): Row => ({
      operation: use.name,
      fault: 'something is missing',
      inSample: index === 1,
      sampleStep: 12,
      cases: async () =>
        facts.map(
          (fact): TestCase => ({
            name: fact,
            run: (testBed) => testBed.withEnvironment((environment) => runWithout(fact, use, environment)),
          }),
        ),
    }),
  ),
};

const preload = fileURLToPath(new URL('../../test-support/lacking.ts', import.meta.url));

async function runWithout(fact: string, use: Use, environment: Environment): Promise<Finding> {
  const host = { NODE_OPTIONS: `--import "${preload}"`, LACKING: fact };
  const run = await environment.start(use.inputs(environment), { host }).finished;
  const isNeeded = alwaysNeeded.includes(fact) || use.needs.includes(fact);
  const finding = verify(environment, run, {
    leftovers: 'nothing',
    main: isNeeded ? 'failure' : 'success',
    warningsOfPost: 0,
  });
  return { ...finding, problems: [...finding.problems, ...unclear(run, isNeeded)] };
}

/** What a user cannot understand. */
function unclear({ log, annotations }: JobRun, isNeeded: boolean): string[] {
  const errors = annotations.filter(({ level }) => level === 'error');
  return [
    ...(/bug in the action|Unexpected error/.test(log) ? [`a bug in the action is reported: ${log}`] : []),
    ...(/^\s+at .*:\d+/m.test(log) ? ['a stack trace is printed'] : []),
    ...(errors.length === (isNeeded ? 1 : 0) ? [] : [`${errors.length} errors are printed`]),
  ];
}
