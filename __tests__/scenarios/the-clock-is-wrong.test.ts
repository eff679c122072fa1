import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

/** Sets the clock of every Node process of the job, in milliseconds. */
function clockOff(by: number): string {
  const module = `
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...parts) { if (parts.length > 0) super(...parts); else super(RealDate.now() + ${by}); }
      static now() { return RealDate.now() + ${by}; }
    };`;
  return `--import data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;
}

test.each([
  [-3 * 3_600_000, '3 h behind'],
  [20 * 60_000, '20 min ahead of'],
])(
  'A wrong clock (%d ms) is told as such and not as throttling, and create and post do their work',
  async (by, text) => {
    await using scenario = await openScenario();
    const host = scenario.host({ NODE_OPTIONS: clockOff(by) });

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519', lifetime: 'job' })], { host });

    expect(run.conclusion).toBe('success');
    for (const step of [stepOf(run), postOf(run)]) {
      const lines = step.log.filter((line) => line.includes('Retrying'));
      expect(lines[0]).toMatch(/^The clock of this runner is .* EC2's\. Retrying for up to \d+ s\.$/);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(text);
    }
    expect(run.log).not.toContain('throttling');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  },
);
