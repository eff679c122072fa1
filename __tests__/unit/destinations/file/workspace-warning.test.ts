import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { workspaceWarning } from '../../../../src/destinations/file/workspace-warning.ts';
import { createJobFolders } from '../../../lib/job-folders.ts';

const added = 'committed by `git add -A`';
const uploaded = 'uploaded by actions/upload-artifact';
const uploadedHidden = `${uploaded} with include-hidden-files`;

test.each<[file: string, repository: string, ways: readonly string[] | undefined]>([
  ['id.pem', 'in no repository', [uploaded]],
  ['.keys/id.pem', 'in no repository', [uploadedHidden]],
  ['id.pem', 'in a repository', [added, uploaded]],
  ['.keys/id.pem', 'in a repository', [added, uploadedHidden]],
  ['keys/.id.pem', 'in a repository', [added, uploadedHidden]],
  ['x/.terraform/id.pem', 'in a repository', [added, uploadedHidden]],
  ['ignored/id.pem', 'in a repository', [uploaded]],
  ['.ignored/id.pem', 'in a repository', [uploadedHidden]],
  ['.git/id.pem', 'in a repository', undefined],
  ['sub/.git/id.pem', 'in a repository', undefined],
])(
  'a private key file at %s %s is warned of with every way out of the job',
  async (file, repository, ways) => {
    await using job = await createJobFolders();
    if (repository === 'in a repository') {
      mkdirSync(path.join(job.workspace, '.git'));
      writeFileSync(path.join(job.workspace, '.gitignore'), 'ignored/\n.ignored/\n');
    }
    const target = path.join(job.workspace, file);
    expect(await workspaceWarning(target, job.workspace)).toBe(
      ways &&
        `The private key file is in the workspace (${target}): it would be ${ways.join(', and ')}. Set a private-key-path outside the workspace, such as ~/.ssh/key.pem, or leave it out.`,
    );
  },
);
