import type { StoredKeyPair } from '../../../local/aws/server.ts';
import { keyPairStep, type Scenario } from '../../lib/scenario.ts';

const region = 'eu-west-1';

/** The run that rotates. */
export const rotatingRun = { repository: 'octo/widgets', runId: '5000', runAttempt: '1', job: 'rotate' };

/** Rotates, and loses the runner after a request: the first of this operation after so many imports. The post step never runs. */
export async function loseRotation(
  scenario: Scenario,
  inputs: Readonly<Record<string, string>>,
  after: { readonly operation: 'DeleteKeyPair' | 'ImportKeyPair'; readonly imports: number },
): Promise<readonly StoredKeyPair[]> {
  const { aws } = scenario;
  const job = scenario.start([keyPairStep({ operation: 'rotate', ...inputs })], { github: rotatingRun });
  let imports = 0;
  const stop = aws.onExecuted(({ operation, dryRun }) => {
    if (dryRun) return;
    if (operation === 'ImportKeyPair') imports += 1;
    if (operation !== after.operation || imports !== after.imports) return;
    stop();
    job.loseWorker();
  });
  await job.finished.catch(() => undefined);
  await aws.settled();
  return aws.keyPairs(region);
}

/** Lets time pass for a journal: EC2 then says that the rotation began so many minutes ago. */
export function age(scenario: Scenario, minutes: number): void {
  const journal = scenario.aws.keyPairs(region).find(({ name }) => name.endsWith('.rotating'));
  if (journal === undefined) throw new Error('There is no journal');
  journal.createTime.setTime(Date.now() - minutes * 60_000);
}
