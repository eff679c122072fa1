import { endStep, mainsStillRunning } from './running-main.ts';
import { processEntry } from './state.ts';
import { entriesIn, unreadState } from './state-file.ts';
import type { RecordedProcess } from './step-process.ts';

const prefix = 'STATE_';

/**
 * Names and values of all state that main saved, for the post step. In a container job, the runner may have stopped
 * waiting for main. Then main is ended first, and its last state is read from its own file, as it is if main has ended by
 * itself.
 */
export async function stateOfMain(): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith(prefix) && value !== undefined) entries.set(name.slice(prefix.length), value);
  }
  const recorded = parseRecordedProcess(entries.get(processEntry));
  for (const main of [...(recorded === undefined ? [] : [recorded]), ...mainsStillRunning()]) {
    await endStep(main);
    for (const [name, value] of entriesIn(main.stateFile)) entries.set(name, value);
  }
  if (entries.has(processEntry)) return entries;
  const unread = unreadState(process.env['GITHUB_STATE'] ?? '', isOfThisStep);
  return new Map([...entries, ...unread]);
}

function isOfThisStep(entries: ReadonlyMap<string, string>, file: string): boolean {
  const writer = parseRecordedProcess(entries.get(processEntry));
  return writer?.stateFile === file && writer.action === process.env['GITHUB_ACTION'];
}

function parseRecordedProcess(text: string | undefined): RecordedProcess | undefined {
  try {
    const { pid, startedAt, stateFile, action } = JSON.parse(text ?? '') as Partial<RecordedProcess>;
    if (typeof pid !== 'number' || typeof stateFile !== 'string') return undefined;
    return { pid, startedAt: String(startedAt), stateFile, action: String(action) };
  } catch {
    return undefined;
  }
}
