import { describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../local/aws/server.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

const instants: {
  instant: string;
  fault?: FaultRule;
  on: 'onRequest' | 'onExecuted';
  staleReads?: number;
}[] = [
  {
    instant: 'EC2 has executed the request',
    on: 'onRequest',
    fault: { on: 'CreateKeyPair', effect: { kind: 'drop' } },
  },
  { instant: 'EC2 has responded', on: 'onExecuted' },
  { instant: 'EC2 has responded, with stale reads', on: 'onExecuted', staleReads: 10 },
  {
    instant: 'EC2 executes the request, much later',
    on: 'onRequest',
    fault: { on: 'CreateKeyPair', effect: { kind: 'execute-after-disconnect', ms: 400 } },
  },
];

describe.each([
  { what: 'main is cancelled', runnerAction: 'cancel' },
  { what: 'main is killed', runnerAction: 'killStep' },
] as const)('when $what', ({ runnerAction }) => {
  test.concurrent.each(instants)(
    'before $instant, post deletes the key pair without a warning',
    async (it) => {
      await using scenario = await openScenario();
      const { aws } = scenario;
      aws.faults.staleReads = it.staleReads ?? 0;
      if (it.fault !== undefined) aws.faults.add(it.fault);
      const job = scenario.start([keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy' })]);
      const mainIsOver = new Promise<void>((resolve) => job.on('step-finished', () => resolve()));
      const stop = aws[it.on](async () => {
        stop();
        job[runnerAction]();
        if (it.on === 'onExecuted') await mainIsOver;
      });

      const run = await job.finished;

      expect(stepOf(run).outcome).toBe(runnerAction === 'cancel' ? 'cancelled' : 'failure');
      expect(postOf(run).outcome).toBe('success');
      expect(annotated(postOf(run), 'warning')).toEqual([]);
      expect(aws.keyPairs('eu-west-1')).toEqual([]);
      expect(run.files.temp.filter(({ path }) => /pem$|^\.ec2/.test(path))).toEqual([]);
    },
  );
});
