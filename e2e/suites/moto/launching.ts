import assert from 'node:assert/strict';
import { keyPairStep, output } from '../../lib/action-job.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import type { MotoRegion } from './moto-region.ts';

/** Launches an instance with the key pair, using the programs that a workflow would use. */
export async function checkLaunching(region: MotoRegion): Promise<void> {
  const { site } = region;
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, region.environment);
  await site.check('an instance can be launched with the key-name output', async () => {
    const run = await region.run([keyPairStep({ lifetime: 'run' })], {
      outputs: { name: output('key-name') },
    });
    const name = run.outputs['name'] ?? '';
    const image = await cli.text(
      ...['ec2', 'describe-images', '--query', 'Images[0].ImageId', '--output', 'text'],
    );
    const launched = await cli.text(
      ...['ec2', 'run-instances', '--image-id', image, '--key-name', name],
      ...['--query', 'Instances[0].KeyName', '--output', 'text'],
    );
    assert.match(name, /^gha-widgets-4711-1-[0-9a-f]{8}$/);
    assert.equal(launched, name);
    // moto launches with any name, so check that the key pair exists and that the instance is found by it.
    assert.equal((await region.keyPair(name)).KeyName, name);
    const found = await cli.text(
      ...['ec2', 'describe-instances', '--filters', `Name=key-name,Values=${name}`],
      ...['--query', 'length(Reservations)', '--output', 'text'],
    );
    assert.equal(found, '1');
  });
}
