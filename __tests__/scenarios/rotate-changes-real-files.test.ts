import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { shellMachine } from '../../local/aws/server.ts';
import { keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { MachineFolder } from '../unit/instances/program/machine-folder.ts';

const region = 'eu-west-1';
const keyName = 'gha-fleet';
const ensure = { operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', store: 'ssm' };
const rotate = { operation: 'rotate', 'key-name': keyName, 'update-instances': 'ssm' };

test('rotate replaces the key in the files of a machine that runs its programs with /bin/sh', async () => {
  await using scenario = await openScenario();
  using folder = new MachineFolder();
  const { aws } = scenario;
  await scenario.run([keyPairStep(ensure)]);
  const publicKey = () => aws.keyPairs(region)[0]?.publicKey.split(' ', 2).join(' ') ?? '';
  const old = publicKey();
  const admin = folder.file(
    folder.person('admin'),
    `# admins\r\ncommand="echo \\"no ${'x'}\\"",no-pty ${old} me\r\nssh-rsa AAAA other`,
  );
  const user = folder.file(folder.person('user'), old, { mode: 0o400 });
  const machine = aws.machines.add({
    ...{ region, keyName },
    run: shellMachine({ programs: [path.join(folder.root, 'bin')] }),
  });
  const run = await scenario.run([keyPairStep(rotate)]);
  expect(run.conclusion).toBe('success');
  const key = publicKey();
  expect(key).not.toBe(old);
  expect(readFileSync(admin, 'utf8')).toBe(
    `# admins\r\ncommand="echo \\"no x\\"",no-pty ${key} me\r\nssh-rsa AAAA other`,
  );
  expect(readFileSync(user, 'utf8').trimEnd()).toBe(key);
  expect(statSync(user).mode & 0o777).toBe(0o400);
  expect([admin, user].map((file) => readdirSync(path.dirname(file)))).toEqual([
    ['authorized_keys'],
    ['authorized_keys'],
  ]);
  expect(JSON.parse(stepOf(run).outputs['instances'] ?? '')).toEqual([
    { instanceId: machine.instanceId, result: 'updated' },
  ]);
});
