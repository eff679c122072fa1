import type { ReleaseOutcome } from '../ledger/claim.ts';
import { sentenceOf } from '../ledger/release.ts';
import { shellWord } from '../ledger/shell-word.ts';
import type { Note } from '../results/report.ts';
import { log } from './log.ts';
import { writeSummary } from './summary.ts';

const listCommand = `aws ec2 describe-key-pairs --filters ${shellWord('Name=tag:managed-by,Values=ec2-key-pair-action')}`;

/**
 * Reports what happened to each claim, in the log and in the job summary: for what is left, the reason and the command
 * that deletes it.
 *
 * @param unreadable - How many entries of the state were truncated or changed: nothing can be deleted based on them.
 */
export function reportCleanup(outcomes: readonly ReleaseOutcome[], unreadable: number): void {
  const notes = outcomes.map(reportOutcome);
  if (unreadable > 0) {
    const entries = unreadable === 1 ? '1 entry' : `${unreadable} entries`;
    const text = `The state saved by this step is unreadable (${entries}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
    log.warning(`${text} ${listCommand}`);
    notes.push({ text, command: listCommand });
  }
  if (notes.length > 0) {
    writeSummary({ heading: 'EC2 key pair: cleanup when the job ended', rows: [], notes });
  }
}

function reportOutcome(released: ReleaseOutcome): Note {
  switch (released.outcome) {
    case 'done':
      log.info(released.said);
      return released.said;
    case 'already-gone':
      log.info(`Already gone: ${released.what}.`);
      return `Already gone: ${released.what}.`;
    case 'not-found': {
      const { said, command } = released;
      if (said !== undefined) log.info(said);
      const text = `${sentenceOf(released)} To delete it then:`;
      log.notice(`${text} ${command}`);
      return { text: said === undefined ? text : `${said} ${text}`, command };
    }
    case 'left': {
      const { command } = released;
      const text = sentenceOf(released);
      const advice = command === undefined ? text : `${text} To delete it yourself:`;
      log.warning(command === undefined ? advice : `${advice} ${command}`);
      return command === undefined ? advice : { text: advice, command };
    }
  }
}
