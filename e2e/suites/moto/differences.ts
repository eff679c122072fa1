import assert from 'node:assert/strict';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { Site } from '../../lib/suite.ts';
import { importDifferences } from './import-differences.ts';
import { lookingDifferences } from './looking-differences.ts';
import { makingDifferences } from './making-differences.ts';

/**
 * One respect in which moto is not as EC2 is, so that the action's checks beside this cannot lean on it there.
 * The action is not bent to any of them.
 */
export interface Difference {
  readonly about: string;
  readonly moto: string;
  readonly ec2: string;
  /** What that means for the checks of the action. */
  readonly checks: string;
  /** Puts the question; names of pairs begin with the one given. */
  ask(ec2: EC2Client, name: string): Promise<unknown>;
  /** What moto answers, and what EC2 would, as documented: local/aws stands in for it, where it has the call. */
  readonly answers: { readonly moto: unknown; readonly ec2?: unknown };
}

/**
 * All differences that a check could stumble over. What moto lacks altogether is not among them: quotas, throttling,
 * late reads, lost answers, permissions by resource and condition. Those are tried against local/aws alone.
 */
export const differences: readonly Difference[] = [
  ...makingDifferences,
  ...importDifferences,
  ...lookingDifferences,
];

/** Asks both: a row that is no longer needed, or never was, turns red. */
export async function checkDifferences(
  site: Site,
  clients: { readonly moto: EC2Client; readonly standIn: EC2Client },
): Promise<void> {
  for (const [index, { about, moto, ec2, checks, ask, answers }] of differences.entries()) {
    await site.check(`moto differs: ${about} ${moto}; on EC2 it ${ec2}`, async () => {
      const name = `differs-${index}`;
      assert.deepEqual(
        await ask(clients.moto, name),
        answers.moto,
        `moto does not differ as the table has it; where it is as EC2 now, take the row out, and this with it: ${checks}`,
      );
      assert.notDeepEqual(answers.moto, answers.ec2, 'The row names no difference');
      if ('ec2' in answers) assert.deepEqual(await ask(clients.standIn, name), answers.ec2);
    });
  }
}
