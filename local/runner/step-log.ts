import type { Annotation } from './job-types.ts';
import type { SecretMasker } from './masker.ts';

const MAX_MESSAGE = 4096;
const MAX_ANNOTATIONS_OF_A_LEVEL = 10;

/** The log of one step, masked as it is written. Everything is also written to the job's log. */
export class StepLog {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly #masker: SecretMasker;
  readonly #showsDebug: boolean;
  readonly #jobLog: string[];

  constructor(masker: SecretMasker, showsDebug: boolean, jobLog: string[]) {
    this.#masker = masker;
    this.#showsDebug = showsDebug;
    this.#jobLog = jobLog;
  }

  output(message: string): void {
    const masked = this.#masker.mask(message);
    this.lines.push(masked);
    this.#jobLog.push(masked);
  }

  /** Shown only with step debugging, one log line per line. */
  debug(message: string): void {
    if (!this.#showsDebug) return;
    for (const line of message.replaceAll('\r\n', '\n').split('\n')) this.output(`##[debug]${line}`);
  }

  error(message: string): void {
    this.annotate('error', message);
  }

  warning(message: string): void {
    this.annotate('warning', message);
  }

  /**
   * An annotation, and its line in the log. The message is masked before it is truncated (ExecutionContext.AddIssue).
   */
  annotate(
    level: Annotation['level'],
    text: string,
    properties: Readonly<Record<string, string>> = {},
  ): void {
    const message = this.#masker.mask(text).slice(0, MAX_MESSAGE);
    const ofThisLevel = this.annotations.filter((annotation) => annotation.level === level);
    if (ofThisLevel.length < MAX_ANNOTATIONS_OF_A_LEVEL)
      this.annotations.push({ level, message, properties });
    if (message !== '') this.output(`##[${level}]${message}`);
  }
}
