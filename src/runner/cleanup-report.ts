import type { ReleaseOutcome } from '../ledger/claim.ts';
import { log } from './log.ts';

/** Says what became of one claim; what is left, once, with the reason and the command that removes it. */
export function tellOutcome(released: ReleaseOutcome): void {
  switch (released.outcome) {
    case 'removed':
      log.info(`Removed ${released.what}.`);
      break;
    case 'already-gone':
      log.info(`Gone already: ${released.what}.`);
      break;
    case 'left':
      log.warning(`Left behind: ${released.what}: ${released.why}.${byHandOf(released.byHand)}`);
  }
}

/** A ledger that was cut or altered names nothing that could be removed safely. */
export function tellUnreadable(claims: readonly number[]): void {
  log.warning(
    `What this step recorded cannot be read (${claims.length} of its claims), so nothing was removed for that. Look for key pairs of this run: aws ec2 describe-key-pairs --filters Name=tag:managed-by,Values=ec2-key-pair-action`,
  );
}

function byHandOf(command: string | undefined): string {
  return command === undefined ? '' : ` Remove it by hand: ${command}`;
}
