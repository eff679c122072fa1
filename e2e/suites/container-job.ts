import assert from 'node:assert/strict';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import type { JobRun, Step } from '../../local/runner/job.ts';
import { annotated, keyPairStep, output, runActionJob } from '../lib/action-job.ts';
import { type ContainerOptions, JobContainer } from '../lib/job-container.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';

/** User IDs, as images and runners have them. */
const users = { image: 1000, runner: 1001 };

const agentInputs = { 'key-type': 'ed25519', 'private-key-path': 'none', 'ssh-agent': 'true' };

/** Lists the agent's keys, and what of the machine is visible. */
const listStep: Step = {
  name: 'list',
  run: `
    ssh-add -L
    echo "socket=$SSH_AUTH_SOCK"
    echo "home=$HOME node=$(ls /__e/node24/bin/node) event=$GITHUB_EVENT_PATH temp=$RUNNER_TEMP pwd=$PWD"
    test -S "$SSH_AUTH_SOCK"
    test -f "$GITHUB_EVENT_PATH"
  `,
};

interface Parts {
  readonly site: Site;
  readonly aws: LocalAws;
}

export const containerJob: Suite = {
  name: 'container-job',
  about: 'in the container of a job, an SSH agent holds the private key during the job, and no longer',
  needs: ['namespaces', 'nsenter', 'sshd', 'ssh', 'ssh-keygen', 'ssh-agent', 'ssh-add'],
  async run(site) {
    const aws = await startLocalAws();
    try {
      await checkLogin({ site, aws });
      await checkKilledAgent({ site, aws });
      await checkImageWithoutSsh({ site, aws });
      if (process.getuid?.() === 0) await checkUsers({ site, aws });
      else site.print('  SKIPPED: only root can set the user of a container');
    } finally {
      await aws.close();
    }
  },
};

async function checkLogin({ site, aws }: Parts): Promise<void> {
  const daemon = await SshDaemon.start(site);
  try {
    await site.check('a later step logs in with the agent, which is gone after the job', async () => {
      const options = daemon.agentOptions.map((option) => `'${option}'`).join(' ');
      const login: Step = {
        name: 'log in',
        run: `
          echo '${output('public-key')}' >> '${daemon.authorizedKeys}'
          ssh ${options} instance 'echo logged in'
        `,
      };
      const volumes = [path.dirname(daemon.authorizedKeys)];
      const run = await runInContainer({ site, aws }, [keyPairStep(agentInputs), listStep, login], {
        volumes,
      });
      assertGreen(run);
      assert.match(run.log, /^logged in$/m);
      assert.match(run.log, /^ssh-ed25519 \S+ \S+$/m);
      assert.match(run.log, /^socket=\/__w\/_temp\/ssh-agent-[0-9a-f]{8}\/socket$/m);
      assert.match(
        run.log,
        /^home=\/github\/home node=\S+ event=\/github\/workflow\/event\.json temp=\/__w\/_temp pwd=\/__w\/widgets\/widgets$/m,
      );
      assert.match(run.log, /Stopped the SSH agent with the private key\./);
    });
  } finally {
    await daemon.end();
  }
}

async function checkKilledAgent(parts: Parts): Promise<void> {
  await parts.site.check(
    'if the agent was killed, cleanup says nothing of it, and the job is green',
    async () => {
      const kill: Step = {
        name: 'kill the agent',
        run: `
        for folder in /proc/[0-9]*; do
          if [ "$(cat "$folder/comm" || true)" = ssh-agent ]; then kill -KILL "\${folder#/proc/}"; fi
        done
        if ssh-add -l; then exit 1; fi
      `,
      };
      const run = await runInContainer(parts, [keyPairStep(agentInputs), kill]);
      assertGreen(run);
      assert.doesNotMatch(run.log, /Stopped the SSH agent|Not cleaned up/);
    },
  );
}

async function checkImageWithoutSsh(parts: Parts): Promise<void> {
  for (const without of [['ssh-agent', 'ssh-add'], ['ssh-agent'], ['ssh-add']]) {
    await parts.site.check(
      `an image without ${without.join(' and ')} is refused before EC2 is asked for a key pair`,
      async () => {
        const before = creations(parts.aws);
        const run = await runInContainer(parts, [keyPairStep(agentInputs)], { without });
        assert.equal(run.conclusion, 'failure', run.log);
        assert.match(
          annotated(run, 'error').join('\n'),
          new RegExp(`Cannot run ${without.at(-1)}: it is not installed, or not on PATH\\.`),
        );
        assert.match(
          run.log,
          /Install the OpenSSH client in the container or on the runner \(package openssh-client or openssh-clients; on Windows, Git\)/,
        );
        assert.equal(creations(parts.aws), before);
      },
    );
  }
}

async function checkUsers(parts: Parts): Promise<void> {
  await parts.site.check('a user who owns the work folder, but not HOME, has an agent', async () => {
    const options = { user: users.runner, owner: users.runner };
    const run = await runInContainer(parts, [keyPairStep(agentInputs), listStep], options);
    assertGreen(run);
    assert.match(run.log, /^ssh-ed25519 \S+ \S+$/m);
    assert.match(run.log, /Stopped the SSH agent with the private key\./);
  });
  await parts.site.check('a user who cannot write to the work folder is refused, and told why', async () => {
    const before = creations(parts.aws);
    const options = { user: users.image, owner: users.runner };
    const run = await runInContainer(parts, [keyPairStep(agentInputs)], options);
    assert.equal(run.conclusion, 'failure', run.log);
    assert.match(
      annotated(run, 'error').join('\n'),
      /^Cannot write the runner's file for GITHUB_STATE \(EACCES\)\.\n.*set `options: --user 0` for the container/,
    );
    assert.equal(creations(parts.aws), before);
  });
}

/** Runs a job in a new container. Whatever happens in it, nothing may be left when its last step has ended. */
async function runInContainer(
  { site, aws }: Parts,
  steps: readonly Step[],
  options?: ContainerOptions,
): Promise<JobRun> {
  await using container = await JobContainer.start(site, options);
  const run = await runActionJob(site, aws.environment(region), steps, container.job);
  assert.deepEqual(container.processes(), [], run.log);
  assert.deepEqual(
    run.files.temp.filter(({ path: name, type }) => type === 'socket' || name.startsWith('ssh-agent-')),
    [],
  );
  assert.deepEqual(aws.keyPairs(region), []);
  return run;
}

function assertGreen(run: JobRun): void {
  assert.equal(run.conclusion, 'success', run.log);
  assert.deepEqual(annotated(run, 'warning'), []);
}

function creations({ requests }: LocalAws): number {
  return requests.filter(({ operation, dryRun }) => operation === 'CreateKeyPair' && !dryRun).length;
}
