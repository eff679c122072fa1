import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { jobFolders } from '../../../local/runner/job.ts';
import type { Scenario } from '../../lib/scenario.ts';

/** Moves the folder for the private key aside when the key pair exists and its key has not been delivered. */
export function moveFolderAway({ aws, aside }: Scenario, folder = 'keys'): void {
  const { workspace } = jobFolders(path.join(aside, 'job-1'), 'octo/widgets');
  aws.onExecuted(async ({ operation }) => {
    if (operation === 'CreateKeyPair') await rename(path.join(workspace, folder), path.join(aside, folder));
  });
}

/** Absolute paths of the files below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
