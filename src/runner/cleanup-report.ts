import type { ReleaseOutcome } from '../ledger/claim.ts';
import { sentenceOf } from '../ledger/release.ts';
import { shellWord } from '../ledger/shell-word.ts';
import type { Note } from '../results/report.ts';
import { log } from './log.ts';
import { writeSummary } from './summary.ts';

const listCommand = `aws ec2 describe-key-pairs --filters ${shellWord('Name=tag:managed-by,Values=ec2-key-pair-action')}`;

/**
 * Reports what happened to each claim, in the log and in the job summary: for what is left, the command that deletes it, on a
 * line of its own, and then the reason.
 *
 * @param unreadable - How many entries of the state were truncated or changed: nothing can be deleted based on them.
 */
export function reportCleanup(outcomes: readonly ReleaseOutcome[], unreadable: number): void {
  const notes = outcomes.flatMap(reportOutcome);
  if (unreadable > 0) {
    const entries = unreadable === 1 ? '1 entry' : `${unreadable} entries`;
    const text = `The state saved by this step is unreadable (${entries}), so what it recorded was not cleaned up. To find key pairs that this action created:`;
    log.warning(`${text}\n${listCommand}`);
    notes.push({ text, command: listCommand });
  }
  if (notes.length > 0) {
    writeSummary({ heading: 'EC2 key pair: cleanup when the job ended', rows: [], notes });
  }
}

function reportOutcome(released: ReleaseOutcome): Note[] {
  switch (released.outcome) {
    case 'done':
      log.info(released.said);
      return [released.said];
    case 'already-gone':
      log.info(`Already gone: ${released.what}.`);
      return [`Already gone: ${released.what}.`];
    case 'not-found': {
      const { said, command } = released;
      if (said !== undefined) log.info(said);
      const text = `${sentenceOf(released)} To delete it then:`;
      log.notice(`${text}\n${command}`);
      return [{ text: said === undefined ? text : `${said} ${text}`, command }];
    }
    case 'left':
      return reportLeft(released);
  }
}

function reportLeft(left: Extract<ReleaseOutcome, { outcome: 'left' }>): Note[] {
  const { what, command, details, hint } = left;
  const why = [`Why: ${left.why.replace(/\.$/, '')}.`, ...(hint === undefined ? [] : [hint])].join(' ');
  const text =
    command === undefined
      ? [sentenceOf(left), ...(hint === undefined ? [] : [hint])].join(' ')
      : `Not cleaned up: ${what}. To delete it yourself:`;
  log.warning(command === undefined ? text : [text, command, why].join('\n'));
  if (details !== undefined) log.info(details);
  return command === undefined ? [text] : [{ text, command }, why];
}
