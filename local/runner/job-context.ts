import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, trim } from './dotnet-text.ts';
import type { Contexts, Value } from './expressions.ts';
import {
  type GitHubContext,
  githubContext,
  jobFolders,
  runnerContext,
  tokenClaims,
} from './github-context.ts';
import { DEFAULT_TIMES, type Job, type JobFolders, type Status, type Times } from './job-types.ts';
import { SecretMasker } from './masker.ts';
import { JobPipes } from './pipe.ts';
import { StepLog } from './step-log.ts';
import type { StepProcess } from './step-process.ts';
import type { JobScope } from './step-scope.ts';

/** What expressions within a composite action refer to instead of the job's own. */
export interface CompositeContexts {
  readonly steps: Readonly<Record<string, Value>>;
  readonly inputs: Readonly<Record<string, Value>>;
  /** `github.action_status`: decides whether its next step runs. */
  readonly status: Status;
}

/** Everything that belongs to one running job. */
export class JobContext {
  readonly job: Job;
  readonly times: Times;
  readonly folders: JobFolders;
  readonly masker = new SecretMasker();
  readonly log: string[] = [];
  readonly scope: JobScope;
  readonly github: GitHubContext;
  readonly runner: Readonly<Record<string, string>>;
  /** The value of RUNNER_TRACKING_ID in every process of this job. */
  readonly trackingId = `github_${randomUUID()}`;
  /** The ACTIONS_RUNTIME_TOKEN that every JavaScript action gets. */
  readonly runtimeToken = randomBytes(24).toString('base64url');
  /** By context name, for `steps.x.…`. */
  readonly steps: Record<string, Value> = {};
  readonly processes: StepProcess[] = [];
  /** For the output of the processes. */
  readonly pipes = new JobPipes();
  status: Status = 'success';

  /** Creates the job's folders, and empties the temporary folder as the runner does. */
  constructor(job: Job) {
    this.job = job;
    this.times = { ...DEFAULT_TIMES, ...job.times };
    this.folders = jobFolders(job.root, job.github?.repository);
    for (const folder of Object.values(this.folders)) mkdirSync(folder, { recursive: true });
    this.wipeTemp();
    const token = job.github?.token ?? `ghs_${randomBytes(18).toString('hex')}`;
    for (const secret of [token, this.runtimeToken, ...Object.values(job.secrets ?? {})])
      this.#hideSecret(secret);
    this.github = githubContext(job, this.folders, token);
    this.runner = runnerContext(job, this.folders);
    job.idTokens?.allow(this.runtimeToken, tokenClaims(this.github));
    this.scope = {
      env: new Map(),
      path: [],
      masks: [],
      hide: (value) => this.masker.add(value),
      mask: (text) => this.masker.mask(text),
    };
  }

  newLog(): StepLog {
    return new StepLog(this.masker, this.job.debug === true, this.log);
  }

  /** What expressions can refer to at this moment. Steps of a composite action see its steps and inputs. */
  contexts(
    env: ReadonlyMap<string, string>,
    github: GitHubContext = this.github,
    within: Partial<CompositeContexts> = {},
  ): Contexts {
    const { job } = this;
    return {
      status: within.status ?? this.status,
      env,
      others: {
        github: { ...github },
        runner: { ...this.runner },
        steps: { ...(within.steps ?? this.steps) },
        job: { status: this.status },
        secrets: { GITHUB_TOKEN: this.github['token'] ?? '', ...job.secrets },
        needs: { ...job.needs },
        inputs: { ...(within.inputs ?? job.inputs) },
        vars: { ...job.vars },
        matrix: {},
        strategy: {},
      },
    };
  }

  wipeTemp(): void {
    const { temp } = this.folders;
    for (const name of readdirSync(temp)) rmSync(join(temp, name), { recursive: true, force: true });
  }

  /** A secret is hidden whole and line by line, trimmed (Worker.InitializeSecretMasker). */
  #hideSecret(secret: string): void {
    for (const value of [trim(secret), ...linesOf(secret).map(trim)]) this.masker.add(value);
  }
}
