import assert from 'node:assert/strict';

/** What the replacements for programs and actions of a workflow record. */
export type DiaryEntry =
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
      readonly event: 'job is over';
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
  readonly diary: readonly DiaryEntry[];
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

export function diaryIn(text: string): DiaryEntry[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line): DiaryEntry => JSON.parse(line));
}

export function entries<Event extends DiaryEntry['event']>(
  { diary }: ActRun,
  event: Event,
): Extract<DiaryEntry, { event: Event }>[] {
  return diary.filter((noted): noted is Extract<DiaryEntry, { event: Event }> => noted.event === event);
}

/** The one entry of its kind. */
export function entry<Event extends DiaryEntry['event']>(
  run: ActRun,
  event: Event,
): Extract<DiaryEntry, { event: Event }> {
  const [found, ...more] = entries(run, event);
  assert.ok(found, `Nothing was noted as "${event}":\n${run.printed}`);
  assert.deepEqual(more, []);
  return found;
}
