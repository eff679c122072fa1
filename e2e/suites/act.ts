import { RecordedKeys, startLocalAws } from '../../local/aws/server.ts';
import { checkEndings } from '../act/endings.ts';
import { checkExamples } from '../act/examples.ts';
import type { TestBed } from '../act/test-bed.ts';
import { ActRepository } from '../lib/act-repository.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { startMoto } from '../lib/moto.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Suite } from '../lib/suite.ts';

export const act: Suite = {
  name: 'act',
  about:
    'the workflows in README and docs/, run by act; an instance is a real sshd with the public key that EC2 reports, and Parameter Store is that of moto',
  needs: ['act', 'aws', 'git', 'moto_server', 'ssh', 'ssh-keygen', 'sshd'],
  async run(site) {
    const keys = new RecordedKeys();
    const aws = await startLocalAws({ keys });
    const moto = await startMoto(site);
    const daemon = await SshDaemon.start(site);
    try {
      const repository = await ActRepository.create(site, { aws, moto, daemon });
      try {
        const cli = new AwsCli(site.part('aws'), site.programs, site.folder, moto.environment('eu-west-1'));
        const testBed: TestBed = {
          site,
          aws,
          keys: keys.taken,
          repository,
          async parameterNames() {
            const names = ['--query', 'Parameters[].Name', '--output', 'json'];
            return JSON.parse(await cli.text('ssm', 'describe-parameters', ...names));
          },
        };
        await checkExamples(testBed);
        await checkEndings(testBed);
      } finally {
        await repository.end();
      }
    } finally {
      await daemon.end();
      await moto.end();
      await aws.close();
    }
  },
};
