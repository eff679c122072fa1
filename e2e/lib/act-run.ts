import assert from 'node:assert/strict';

/** Events that the replacements for programs and actions of a workflow record. */
export type RecordedEvent =
  | { readonly event: 'launched'; readonly keyName: string; readonly publicKey: string }
  /** `mode` in octal, `status` of ssh. */
  | {
      readonly event: 'logged in';
      readonly privateKey: string;
      readonly mode: string;
      readonly status: number;
    }
  | { readonly event: 'terminated' }
  /** The runner's temporary folder and its content after the post steps of all other steps. */
  | {
      readonly event: 'job ended';
      /** Node's version. */
      readonly node: string;
      readonly temp: string;
      readonly files: readonly string[];
    };

/** One phase of a step, as act reports it. */
export interface ActStep {
  /** The ID of the job. */
  readonly job: string;
  readonly phase: 'Main' | 'Post';
  readonly name: string;
  readonly success: boolean;
}

/** The result of a workflow run. */
export interface ActRun {
  readonly success: boolean;
  /** Everything that act printed. */
  readonly printed: string;
  readonly steps: readonly ActStep[];
  readonly events: readonly RecordedEvent[];
  /** Commands that still ran after act had ended, and were killed. */
  readonly leftRunning: readonly string[];
}

/** Parses lines like `[trial]   ✅  Success - Main Fail [1.5ms]`. */
export function stepsIn(printed: string): ActStep[] {
  const lines = printed.matchAll(
    /^\[(\S+?)\s*\]\s+\S+\s+(Success|Failure) - (Main|Post) (.*?)(?: \[[^\]]*s\])?$/gm,
  );
  return [...lines].map(([, job = '', outcome, phase, name = '']) => ({
    job,
    phase: phase === 'Post' ? 'Post' : 'Main',
    name,
    success: outcome === 'Success',
  }));
}

export function eventsIn(text: string): RecordedEvent[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line): RecordedEvent => JSON.parse(line));
}

export function eventsOf<Event extends RecordedEvent['event']>(
  { events }: ActRun,
  event: Event,
): Extract<RecordedEvent, { event: Event }>[] {
  return events.filter(
    (recorded): recorded is Extract<RecordedEvent, { event: Event }> => recorded.event === event,
  );
}

/** The only event of its kind. */
export function eventOf<Event extends RecordedEvent['event']>(
  run: ActRun,
  event: Event,
): Extract<RecordedEvent, { event: Event }> {
  const [found, ...more] = eventsOf(run, event);
  assert.ok(found, `No event was recorded as "${event}":\n${run.printed}`);
  assert.deepEqual(more, []);
  return found;
}
