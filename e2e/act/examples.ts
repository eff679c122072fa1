import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../local/aws/server.ts';
import { type ActRun, eventOf } from '../lib/act-run.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import type { Site } from '../lib/suite.ts';
import { assertGreen, assertNothingLeft, executed, pairNames, type TestBed, warningsIn } from './test-bed.ts';
import { checkThreeJobs } from './three-jobs.ts';

/** Checks the example workflows in README and docs/. */
export async function checkExamples(testBed: TestBed): Promise<void> {
  await checkOneJob(testBed);
  await checkEnsure(testBed);
  await checkThreeJobs(testBed);
  await checkImport(testBed);
  await checkFleet(testBed);
}

async function checkOneJob(testBed: TestBed): Promise<void> {
  const { site, aws, keys, repository } = testBed;
  await site.check(
    'example-one-job.yml logs in to its instance and leaves no key pair and no file',
    async () => {
      const run = await repository.run('example-one-job.yml', { id: '1001' });
      assertGreen(run);
      assert.deepEqual(warningsIn(run), []);
      assert.equal(keys.length, 1);
      assert.deepEqual(operationsOfAction(aws), ['CreateKeyPair', 'DescribeKeyPairs', 'DeleteKeyPair']);
      assert.match(eventOf(run, 'launched').keyName, /^gha-widgets-1001-1-[0-9a-f]{8}$/);
      const { mode, status, privateKey } = eventOf(run, 'logged in');
      assert.deepEqual({ mode, status }, { mode: '400', status: 0 });
      assert.equal(path.dirname(privateKey), eventOf(run, 'job ended').temp);
      assert.deepEqual(pairNames(testBed), []);
      await assertNothingLeft(run, testBed);
    },
  );
}

async function checkEnsure(testBed: TestBed): Promise<void> {
  const { site, aws, keys, repository } = testBed;
  await site.check('ensure creates its key pair once and uses it in the next run', async () => {
    const created = keys.length;
    const first = await repository.run('ensure.yml', { id: '1002' });
    assertGreen(first);
    assert.deepEqual(warningsIn(first).length, 1, 'A lost private key must be warned of');
    const pairs = aws.keyPairs('eu-west-1');
    const second = await repository.run('ensure.yml', { id: '1003' });
    assertGreen(second);
    assert.deepEqual(warningsIn(second), []);
    assert.equal(keys.length, created + 1);
    assert.deepEqual(aws.keyPairs('eu-west-1'), pairs);
    const [shared, ...more] = pairs;
    assert.deepEqual(more, []);
    for (const run of [first, second]) {
      assertLaunchedWith(run, { name: 'gha-shared', publicKey: shared?.publicKey ?? '' });
      await assertNothingLeft(run, testBed);
    }
  });
}

async function checkImport(testBed: TestBed): Promise<void> {
  const { site, aws, repository } = testBed;
  await site.check(
    'example-import.yml imports a key of ssh-keygen, and a second run changes nothing',
    async () => {
      const publicKey = await makePublicKey(site);
      const vars = { DEPLOY_PUBLIC_KEY: publicKey };
      const seen = aws.requests.length;
      const first = await repository.run('example-import.yml', { id: '1005', vars });
      assertGreen(first);
      const pairs = aws.keyPairs('eu-west-1');
      const second = await repository.run('example-import.yml', { id: '1006', vars });
      assertGreen(second);
      assert.deepEqual(aws.keyPairs('eu-west-1'), pairs);
      assert.equal(executed(aws, 'ImportKeyPair', seen).length, 1);
      for (const run of [first, second]) {
        assert.deepEqual(warningsIn(run), []);
        assertLaunchedWith(run, { name: 'gha-deploy', publicKey });
        await assertNothingLeft(run, testBed);
      }
    },
  );
}

async function checkFleet(testBed: TestBed): Promise<void> {
  const { site, aws, keys, repository } = testBed;
  await site.check(
    'example-fleet.yml creates its key pair once, and logs in with the same private key in the next run',
    async () => {
      const before = pairNames(testBed);
      const created = keys.length;
      const first = await repository.run('example-fleet.yml', { id: '1012' });
      assert.deepEqual(pairNames(testBed), [...before, 'gha-fleet']);
      assert.deepEqual(await testBed.moto.parameterNames(), ['/ec2/keypair/gha-fleet']);
      const pairs = aws.keyPairs('eu-west-1');
      const second = await repository.run('example-fleet.yml', { id: '1013' });
      assert.deepEqual(aws.keyPairs('eu-west-1'), pairs);
      assert.equal(keys.length, created + 1);
      for (const run of [first, second]) {
        assertGreen(run);
        assert.deepEqual(warningsIn(run), []);
        assert.equal(eventOf(run, 'logged in').status, 0);
        await assertNothingLeft(run, testBed);
      }
    },
  );
}

/** The public key as EC2 reports it; comments differ. */
function assertLaunchedWith(run: ActRun, pair: { readonly name: string; readonly publicKey: string }): void {
  const launched = eventOf(run, 'launched');
  assert.equal(launched.keyName, pair.name);
  assert.deepEqual(launched.publicKey.split(' ').slice(0, 2), pair.publicKey.split(' ').slice(0, 2));
}

/** The requests of the action. The AWS CLI sends requests for the instance as well. */
function operationsOfAction(aws: LocalAws): string[] {
  const sent = aws.requests.filter(({ userAgent }) => userAgent.includes('ec2-key-pair-action'));
  return sent.map(({ operation }) => operation);
}

async function makePublicKey(site: Site): Promise<string> {
  const file = path.join(site.folder, 'deploy-key');
  const args = ['-q', '-t', 'ed25519', '-N', '', '-C', 'deploy@example.com', '-f', file];
  await site.programs.output(site.part('ssh-keygen'), args, { env: cleanEnvironment(site.folder) });
  return (await readFile(`${file}.pub`, 'utf8')).trim();
}
