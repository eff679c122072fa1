import assert from 'node:assert/strict';
import { keyPairStep, output } from '../../lib/action-job.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import type { Ground } from './ground.ts';

/** The way from the action to an instance, with the programs that a workflow would use. */
export async function checkLaunching(ground: Ground): Promise<void> {
  const { site } = ground;
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, ground.environment);
  await site.check('an instance launches with the name that the output carries', async () => {
    const run = await ground.run([keyPairStep({ lifetime: 'run' })], {
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
    // moto launches with any name: that the pair is there, and the instance is found by it, is looked at apart.
    assert.equal((await ground.pair(name)).KeyName, name);
    const found = await cli.text(
      ...['ec2', 'describe-instances', '--filters', `Name=key-name,Values=${name}`],
      ...['--query', 'length(Reservations)', '--output', 'text'],
    );
    assert.equal(found, '1');
  });
}
