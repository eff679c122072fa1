import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Job, Step } from '../../../local/runner/job.ts';
import { actionFolder, type Scenario } from '../../lib/scenario.ts';

/** The post steps of these actions run last first; the witness's prints whether a private key file is there by then. */
const witness = {
  main: '',
  post: `const { readdirSync } = require('node:fs');
console.log('key files:', readdirSync(process.env.RUNNER_TEMP).filter((name) => name.endsWith('.pem')).length);`,
};

/** Writes an action, and returns its folder. */
async function writeAction(
  { aside }: Scenario,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = path.join(aside, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return folder;
}

/** The step that uses a composite action with these steps, and where its actions are. */
export async function composite(
  scenario: Scenario,
  steps: readonly Step[],
): Promise<{ steps: Step[]; actions: Job['actions'] }> {
  const manifest = { name: 'several', runs: { using: 'composite', steps } };
  return {
    steps: [{ id: 'several', name: 'several', uses: './several' }],
    actions: {
      './': actionFolder,
      './several': await writeAction(scenario, 'several', { 'action.yml': JSON.stringify(manifest) }),
      './witness': await writeAction(scenario, 'witness', {
        'action.yml': 'runs: { using: node24, main: main.cjs, post: post.cjs }',
        'main.cjs': witness.main,
        'post.cjs': witness.post,
      }),
    },
  };
}

/** The step of the witness. */
export const between: Step = { name: 'between', uses: './witness' };
