import type { ImportRequest, PublicKeySource } from '../inputs/request.ts';
import { type Folders, resolvePath } from '../destinations/file/file-path.ts';
import { readSmallFile } from '../destinations/file/existing-key-file.ts';
import { KeyPairError } from '../errors.ts';
import { execute, preview, plan } from '../operations/import.ts';
import { log } from '../runner/log.ts';
import { dryRun, openStep, tell } from '../step/real-step.ts';

/** `import`, with the real parts. */
export async function run(request: ImportRequest): Promise<void> {
  const { look, parts, keyPairs, folders } = await openStep(request.region);
  const planned = await plan(request, { ...look, publicKeyText: (source) => publicKeyText(source, folders) });
  if (request.dryRun) return dryRun(preview(planned), keyPairs);
  if (planned.existing === undefined) {
    log.info(
      `Importing the ${planned.pair.publicKey.type} key pair ${planned.pair.keyName} in ${planned.region}.`,
    );
  }
  await tell(await execute(planned, parts));
}

async function publicKeyText(source: PublicKeySource, folders: Folders): Promise<string> {
  if ('text' in source) return source.text;
  const path = resolvePath(source.path, folders);
  const text = await readSmallFile(path, folders);
  if (text !== undefined) return text;
  throw new KeyPairError('NO_PUBLIC_KEY_FILE', `There is no file at public-key-path ${path}.`, {
    hint: 'The path is relative to the workspace: is the repository checked out before this step?',
  });
}
