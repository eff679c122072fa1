import type { IdTokens } from '../local/runner/id-tokens.ts';
import type { JobRun } from '../local/runner/job.ts';

/** The places where a token, or its signature, can be read, apart from the commands that mask it. */
export function tokenLeaks(run: JobRun, { issued }: IdTokens): string[] {
  const secrets = issued.flatMap((token) => [token, token.slice(token.lastIndexOf('.') + 1)]);
  const unmasked = run.raw
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const places: Readonly<Record<string, string>> = {
    log: run.log,
    'raw output': unmasked,
    summary: run.summary,
    state: JSON.stringify(run.steps.map(({ state }) => state)),
    outputs: JSON.stringify(run.steps.map(({ outputs }) => outputs)),
    annotations: JSON.stringify(run.annotations),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    secrets.some((secret) => text.includes(secret)) ? [place] : [],
  );
}
