import { processEntry } from './state.ts';
import { linesOf, unreadState } from './state-file.ts';
import { endStep, mainsStillRunning, type RecordedProcess } from './step-process.ts';

const prefix = 'STATE_';

/**
 * Names and values of all state that main left, for post. In a container job, main may still be running: it is ended
 * first. What it wrote after the runner had stopped reading is read from its own file, even if it has ended since.
 */
export async function stateOfMain(): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith(prefix) && value !== undefined) entries.set(name.slice(prefix.length), value);
  }
  const recorded = readStepProcess(entries.get(processEntry));
  for (const main of [...(recorded === undefined ? [] : [recorded]), ...mainsStillRunning()]) {
    await endStep(main);
    for (const [name, value] of linesOf(main.stateFile)) entries.set(name, value);
  }
  if (entries.has(processEntry)) return entries;
  const unread = unreadState(process.env['GITHUB_STATE'] ?? '', isOfThisStep);
  return new Map([...entries, ...unread]);
}

function isOfThisStep(entries: ReadonlyMap<string, string>, file: string): boolean {
  const writer = readStepProcess(entries.get(processEntry));
  return writer?.stateFile === file && writer.action === process.env['GITHUB_ACTION'];
}

function readStepProcess(text: string | undefined): RecordedProcess | undefined {
  try {
    const { pid, startedAt, stateFile, action } = JSON.parse(text ?? '') as Partial<RecordedProcess>;
    if (typeof pid !== 'number' || typeof stateFile !== 'string') return undefined;
    return { pid, startedAt: String(startedAt), stateFile, action: String(action) };
  } catch {
    return undefined;
  }
}
