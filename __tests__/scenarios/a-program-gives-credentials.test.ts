import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario } from '../lib/scenario.ts';

test('a program that gives credentials has the AWS variables of the step, unchanged', async () => {
  await using scenario = await openScenario();
  const { accessKeyId, secretAccessKey } = scenario.aws.account;
  const printed = JSON.stringify({ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey });
  const seen = path.join(scenario.aside, 'seen');
  const program = path.join(scenario.aside, 'give.sh');
  await writeFile(program, `env | grep ^AWS_ | sort > '${seen}'\necho '${printed}'\n`);
  const config = path.join(scenario.aside, 'config');
  await writeFile(config, `[profile ci]\ncredential_process = sh '${program}'\n`);
  const host = scenario.host({
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: '',
    AWS_REGION: '',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_DEFAULT_PROFILE: 'ci',
    AWS_USE_FIPS_ENDPOINT: 'False',
    AWS_EC2_METADATA_DISABLED: 'True',
    AWS_CONFIG_FILE: config,
  });

  const run = await scenario.run([keyPairStep({ operation: 'describe' })], { host });

  expect(run.conclusion).toBe('success');
  const variables = Object.entries(host).filter(([name]) => name.startsWith('AWS_'));
  const lines = (await readFile(seen, 'utf8')).trim().split('\n');
  expect(lines.sort()).toEqual(variables.map(([name, value]) => `${name}=${value}`).sort());
});
