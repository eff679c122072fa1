import { jest } from '@jest/globals';

/** Everything that is written to stdout while it is captured. Use with `using`. */
export interface CapturedLog extends Disposable {
  text(): string;
  /** The lines as the runner reads them. */
  lines(): string[];
}

export function captureLog(): CapturedLog {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
    written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  return {
    text: () => written.join(''),
    lines: () => written.join('').split(/\r\n|\r|\n/),
    [Symbol.dispose]: () => {
      write.mockRestore();
    },
  };
}
