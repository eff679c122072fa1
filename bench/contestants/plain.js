import { writeFileSync } from 'node:fs';
import * as core from '@actions/core';
import { CreateKeyPairCommand, EC2Client } from '@aws-sdk/client-ec2';

/** The action that anybody would write in an afternoon, with the same packages. */
try {
  const keyName = core.getInput('key-name', { required: true });
  const made = await new EC2Client({}).send(new CreateKeyPairCommand({ KeyName: keyName }));
  core.setSecret(made.KeyMaterial);
  const file = `${process.env.RUNNER_TEMP}/${keyName}.pem`;
  writeFileSync(file, `${made.KeyMaterial}\n`, { mode: 0o600 });
  core.setOutput('key-pair-id', made.KeyPairId);
  core.setOutput('private-key-path', file);
} catch (error) {
  core.setFailed(error);
}
