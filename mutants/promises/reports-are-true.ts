import type { Mutant } from '../mutant.ts';

/** What is reported is true. */
export const reportsAreTrue: readonly Mutant[] = [
  {
    name: 'a dry run creates the key pair',
    file: 'src/step/run.ts',
    find: 'if (request.dryRun) return preview(operation.preview(plan, step), step.region);',
  },
  {
    name: 'checking the permission to create a key pair creates one',
    file: 'src/ec2/key-pairs.ts',
    find: 'createKeyPairCommand(call.pair, true)',
    replacement: 'createKeyPairCommand(call.pair)',
  },
  {
    name: 'the private key of another key pair is accepted',
    file: 'src/operations/existing-pair.ts',
    find: 'publicKey?.equals(privateKey.publicKey) ??',
    replacement: 'true ||',
  },
  {
    name: 'import accepts an existing key pair with another public key',
    file: 'src/ec2/import-key-pair.ts',
    find: 'if (pair.publicKey?.equals(publicKey)) return;',
    replacement: 'if (pair.publicKey !== undefined) return;',
  },
  {
    name: 'a file that stands where the private key file was is not reported',
    file: 'src/destinations/file/file-claim.ts',
    find: "found.is === 'something else' && mayHaveBeenThere(record)",
    replacement: "found.is === 'something else' && found.why === ''",
  },
  {
    name: 'a file that was there before the private key file is reported as left',
    file: 'src/destinations/file/file-claim.ts',
    find: 'return keyHash !== undefined || inPlace !== undefined;',
    replacement: 'return true;',
  },
  {
    name: 'another hard link of the private key file that could not be emptied is not reported',
    file: 'src/destinations/file/file-claim.ts',
    find: 'if (last.notEmptied !== undefined) {',
    replacement: "if (last.notEmptied === 'never') {",
  },
  {
    name: 'a private key file that ssh refuses is handed on without a warning',
    file: 'src/destinations/file/file.ts',
    find: '...found.warnings, ',
  },
  {
    name: 'a private key file with a mode that ssh refuses is handed on without a warning',
    file: 'src/destinations/file/fitness.ts',
    find: '...modeFlaws(file)',
  },
  {
    name: 'a damaged PPK file is handed on',
    file: 'src/keys/read-ppk.ts',
    find: "if (!hasRightMac(ppk)) throw new MalformedError('checksum');",
  },
  {
    name: "a folder in the place of the step's output file counts as proof that the key is gone",
    file: 'src/destinations/output.ts',
    find: 'return filled === true',
    replacement: 'return filled === undefined',
  },
  {
    name: 'a private key that was given a passphrase is not recognized in a rewritten file',
    file: 'src/destinations/file/key-in-text.ts',
    find: "if (label === 'OPENSSH PRIVATE KEY') return keyHashOf({ blob: publicBlobOf(bytes) });",
  },
];
