import { expect, test } from '@jest/globals';
import { keyLeaks, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';

const jobOutputs = Object.fromEntries(
  [
    'key-name',
    'key-pair-id',
    'key-fingerprint',
    'public-key',
    'private-key-path',
    'private-key',
    'aws-region',
  ].map((name) => [name, `\${{ steps.key.outputs.${name} }}`]),
);

test.each(['rsa', 'ed25519'])(
  'a private key (%s) that is only an output is masked in later steps and is not passed to other jobs',
  async (type) => {
    await using scenario = await openScenario();

    const run = await scenario.run(
      [
        keyPairStep({ 'private-key-path': 'none', 'output-private-key': true, 'key-type': type }),
        {
          name: 'print',
          env: { KEY: '${{ steps.key.outputs.private-key }}' },
          run: 'echo "${{ steps.key.outputs.private-key }}"; printf %s "$KEY" | base64 | tr -d "\\n"; echo "$KEY" | tr -d "\\n"',
        },
      ],
      { outputs: jobOutputs, debug: true },
    );

    const outputs = stepOf(run).outputs;
    expect(outputs['private-key']).toMatch(/^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/);
    // The step asked for it there.
    expect(keyLeaks(run, scenario).map(({ where }) => where)).toEqual(['the environment of "print"']);
    expect(stepOf(run, 'print').log.join('\n')).toContain('***');
    expect(run.outputs).toEqual({
      'key-name': outputs['key-name'],
      'key-pair-id': outputs['key-pair-id'],
      'key-fingerprint': outputs['key-fingerprint'],
      'public-key': outputs['public-key'],
      'aws-region': 'eu-west-1',
    });
    expect(run.files.temp.filter(({ path }) => path.endsWith('.pem'))).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  },
);
