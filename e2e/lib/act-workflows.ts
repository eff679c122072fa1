import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workflowsOn } from '../../scripts/snippets.ts';

const root = path.join(import.meta.dirname, '../..');

/** The step of example-three-jobs.yml that creates the key pair. */
const create = `      - uses: OWNER/ec2-key-pair@v1
        id: key
        with:
          store: ssm # keeps the private key in Parameter Store
`;

/** In its place: the output that GitHub keeps from the attempt in which this job succeeded. */
const keptOutput = `      - id: key
        env:
          KEY_NAME: \${{ vars.KEPT_KEY_NAME }}
        run: echo "key-name=$KEY_NAME" >> "$GITHUB_OUTPUT"
`;

/**
 * Writes the workflows that act runs: the examples, the scheduled cleanup, and the long job as the documentation shows
 * them, variants of the example with three jobs, and those in e2e/act. Returns the names of the documented ones.
 */
export async function writeWorkflows(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const source = path.join(root, '.github/workflows');
  const documented = (await readdir(source)).filter((name) => /^(?:example-.*|sweep)\.yml$/.test(name));
  for (const name of documented) await cp(path.join(source, name), path.join(folder, name));
  await cp(path.join(root, 'e2e/act/workflows'), folder, { recursive: true });
  const threeJobs = await readFile(path.join(folder, 'example-three-jobs.yml'), 'utf8');
  const written = {
    'long-job.yml': await workflowOn('docs/recipes/long-jobs.md'),
    'three-jobs-with-secrets-manager.yml': replaced(threeJobs, 'store: ssm', 'store: secrets-manager'),
    'failed-jobs-of-three.yml': replaced(threeJobs, create, keptOutput),
  };
  for (const [name, text] of Object.entries(written)) await writeFile(path.join(folder, name), text);
  return [...documented, 'long-job.yml'];
}

/** All versions of aws-actions/configure-aws-credentials that workflows use. */
export async function signInReferences(workflows: string): Promise<string[]> {
  const texts = await Promise.all(
    (await readdir(workflows)).map((name) => readFile(path.join(workflows, name), 'utf8')),
  );
  const used = texts.flatMap((text) => text.match(/\baws-actions\/configure-aws-credentials@[\w.]+/g) ?? []);
  return [...new Set(used)];
}

/** The only whole workflow on a page. */
async function workflowOn(page: string): Promise<string> {
  const [found, ...more] = workflowsOn(await readFile(path.join(root, page), 'utf8'), page);
  assert.ok(found, `${page} has no workflow`);
  assert.deepEqual(more, []);
  return found.text;
}

function replaced(text: string, part: string, by: string): string {
  assert.equal(text.split(part).length, 2, `Not exactly once in the workflow:\n${part}`);
  return text.replace(part, () => by);
}
