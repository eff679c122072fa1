import { expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, postOf, type Scenario } from '../lib/scenario.ts';
import { runPost } from './parts/run-post.ts';

/** What a later step puts in place of each state file `$f`. */
const replacements = [
  ['a pipe', 'rm "$f"; mkfifo "$f"'],
  ['a link to an endless device', 'ln -sf /dev/zero "$f"'],
  ['a folder', 'rm "$f"; mkdir "$f"'],
  ['a file of 1 GB', 'dd if=/dev/zero of="$f" bs=1 count=0 seek=1073741824'],
  ['nothing', 'rm "$f"'],
  ['a file without access', 'chmod 0 "$f"'],
  ['a file with 20,000 others beside it', 'for i in $(seq 20000); do echo x > "$f$i"; done'],
] as const;

/** Kills main while EC2 creates the key pair, and then replaces its state file. */
async function killAndReplace(scenario: Scenario, script: string) {
  const later = {
    if: 'always()',
    run: `for f in "$RUNNER_TEMP"/_runner_file_commands/save_state_*; do [ "$f" = "$GITHUB_STATE" ] || { ${script}; }; done`,
  };
  const job = scenario.start([keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy' }), later], {
    keepTemp: true,
  });
  const stop = scenario.aws.onExecuted(() => {
    stop();
    job.killStep();
  });
  return job.finished;
}

test.concurrent.each(replacements)(
  'post deletes the key pair of a killed main if in place of its state file there is %s',
  async (_, script) => {
    await using scenario = await openScenario();

    const run = await killAndReplace(scenario, script);

    expect(annotated(postOf(run), 'warning')).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  },
);

test.concurrent.each(replacements)(
  'post without state from the runner ends all the same if in place of the state files there is %s',
  async (_, script) => {
    await using scenario = await openScenario();
    const run = await killAndReplace(scenario, script);
    const { STATE_ledger, ...env } = postOf(run).env;

    const { code, printed } = await runPost(env);

    expect(STATE_ledger).toBeDefined();
    expect(code).toBe(0);
    expect(printed).not.toContain('Cleanup failed');
  },
);
