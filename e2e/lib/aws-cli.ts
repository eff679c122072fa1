import assert from 'node:assert/strict';
import { cleanEnvironment } from './environment.ts';
import type { Ended, Programs } from './programs.ts';

/** The AWS CLI, with one environment. */
export class AwsCli {
  readonly #programs: Programs;
  readonly #file: string;
  readonly #environment: Record<string, string>;
  readonly #errorCodes: Set<string>;

  /** @param errorCodes - Receives the codes of all errors that `awsError` returns, also in copies created by `with`. */
  constructor(
    file: string,
    programs: Programs,
    home: string,
    environment: Readonly<Record<string, string>>,
    errorCodes = new Set<string>(),
  ) {
    this.#errorCodes = errorCodes;
    this.#file = file;
    this.#programs = programs;
    this.#environment = cleanEnvironment(home, { AWS_PAGER: '', ...environment });
  }

  /** A copy with some variables changed. */
  with(changes: Readonly<Record<string, string>>): AwsCli {
    const { PATH: _path, HOME: home = '', ...rest } = this.#environment;
    return new AwsCli(this.#file, this.#programs, home, { ...rest, ...changes }, this.#errorCodes);
  }

  run(args: readonly string[], input?: string): Promise<Ended> {
    return this.#programs.run(this.#file, args, {
      env: this.#environment,
      ...(input === undefined ? {} : { input }),
    });
  }

  /** The output of a command that must succeed. */
  async text(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(args);
    assert.equal(status, 0, `aws ${args.join(' ')} failed:\n${stderr}`);
    return stdout.trimEnd();
  }

  /** Like `text`, for a command that prints JSON. */
  async json(...args: readonly string[]): Promise<unknown> {
    return JSON.parse(await this.text(...args, '--output', 'json'));
  }

  /** Runs a command that must fail with an AWS error. Returns the error's code and message. */
  async awsError(...args: readonly string[]): Promise<{ code: string; message: string }> {
    const { status, stdout, stderr } = await this.run(args);
    assert.notEqual(status, 0, `aws ${args.join(' ')} succeeded:\n${stdout}`);
    const match =
      /An error occurred \((?<code>[^)]+)\) when calling the \w+ operation[^:]*: (?<message>.*)/s.exec(
        stderr,
      );
    assert.ok(match?.groups, `aws ${args.join(' ')} failed, but not with an AWS error:\n${stderr}`);
    const { code = '', message = '' } = match.groups;
    this.#errorCodes.add(code);
    return { code, message: message.trim() };
  }
}
