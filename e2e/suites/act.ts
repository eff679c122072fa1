import assert from 'node:assert/strict';
import { createAccount, RecordedKeys, startLocalAws } from '../../local/aws/server.ts';
import { startLocalGitHub } from '../../local/github/server.ts';
import { startIdTokens } from '../../local/runner/id-tokens.ts';
import { checkEndings } from '../act/endings.ts';
import { checkExamples } from '../act/examples.ts';
import { checkLongJob } from '../act/long-job.ts';
import { checkLostMachine } from '../act/lost-machine.ts';
import { repositoryName, type TestBed } from '../act/test-bed.ts';
import { ActRepository } from '../lib/act-repository.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { type Moto, startMoto } from '../lib/moto.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';

export const act: Suite = {
  name: 'act',
  about:
    'the examples in README and docs/, the scheduled cleanup, and the long job, run by act; an instance is a real sshd with the public key that EC2 reports, and the stores are those of moto or of the local endpoint',
  needs: ['act', 'aws', 'git', 'moto_server', 'ssh', 'ssh-keygen', 'sshd'],
  async run(site) {
    await using parts = new AsyncDisposableStack();
    const keys = new RecordedKeys();
    const session = createAccount(undefined, 'session');
    const aws = parts.adopt(await startLocalAws({ keys, accounts: [createAccount(), session] }), (it) =>
      it.close(),
    );
    const gitHub = parts.adopt(await startLocalGitHub(), (it) => it.close());
    const idTokens = parts.use(await startIdTokens());
    const moto = parts.adopt(await startMoto(site), (it) => it.end());
    const daemon = parts.adopt(await SshDaemon.start(site), (it) => it.end());
    const repository = await ActRepository.create(site, { aws, moto, daemon });
    parts.defer(async () => void (await repository.end()));
    const { issuer, publicKey } = idTokens;
    aws.addRole({
      arn: repository.roleArn,
      provider: { issuer, publicKey, audiences: ['sts.amazonaws.com'] },
      subjects: [`repo:${repositoryName}:ref:refs/heads/main`],
    });
    const testBed = {
      ...{ site, aws, repository, gitHub, idTokens, session },
      keys: keys.taken,
      moto: storesOf(site, moto),
    };
    await checkAll(testBed);
  },
};

async function checkAll(testBed: TestBed): Promise<void> {
  await checkExamples(testBed);
  await checkEndings(testBed);
  await checkLostMachine(testBed);
  await checkLongJob(testBed);
  await testBed.site.check('every example, the scheduled cleanup, and the long job were run', () => {
    assert.deepEqual(testBed.repository.documentedNotRun, []);
  });
}

function storesOf(site: Site, moto: Moto): TestBed['moto'] {
  const environment = moto.environment(region);
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, environment);
  const names = async (...command: readonly string[]): Promise<string[]> =>
    JSON.parse(await cli.text(...command, '--output', 'json'));
  return {
    url: environment['AWS_ENDPOINT_URL'] ?? '',
    parameterNames: () => names('ssm', 'describe-parameters', '--query', 'Parameters[].Name'),
    secretNames: () => names('secretsmanager', 'list-secrets', '--query', 'SecretList[].Name'),
  };
}
