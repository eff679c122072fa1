import { RecordedKeys, startLocalAws } from '../../local/aws/server.ts';
import { checkEndings } from '../act/endings.ts';
import { checkExamples } from '../act/examples.ts';
import { ActRepository } from '../lib/act-repository.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Suite } from '../lib/suite.ts';

export const act: Suite = {
  name: 'act',
  about:
    'the workflows in README and docs/examples.md, run by act; an instance is a real sshd with the public key that EC2 reports',
  needs: ['act', 'aws', 'git', 'ssh', 'ssh-keygen', 'sshd'],
  async run(site) {
    const keys = new RecordedKeys();
    const aws = await startLocalAws({ keys });
    const daemon = await SshDaemon.start(site);
    try {
      const repository = await ActRepository.create(site, { aws, daemon });
      try {
        await checkExamples({ site, aws, keys: keys.taken, repository });
        await checkEndings({ site, aws, keys: keys.taken, repository });
      } finally {
        await repository.end();
      }
    } finally {
      await daemon.end();
      await aws.close();
    }
  },
};
