import { writeFileSync } from 'node:fs';
import * as core from '@actions/core';
import { CreateKeyPairCommand, EC2Client } from '@aws-sdk/client-ec2';

/** A simple action that does the same, with the same packages. */
try {
  const keyName = core.getInput('key-name', { required: true });
  const created = await new EC2Client({}).send(new CreateKeyPairCommand({ KeyName: keyName }));
  core.setSecret(created.KeyMaterial);
  const file = `${process.env.RUNNER_TEMP}/${keyName}.pem`;
  writeFileSync(file, `${created.KeyMaterial}\n`, { mode: 0o600 });
  core.setOutput('key-pair-id', created.KeyPairId);
  core.setOutput('private-key-path', file);
} catch (error) {
  core.setFailed(error);
}
