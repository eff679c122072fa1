import type { Mutant } from '../mutant.ts';

/** What is reported is true. */
export const reportsAreTrue: readonly Mutant[] = [
  {
    name: 'a dry run creates the key pair',
    file: 'src/step/run.ts',
    find: 'if (request.dryRun) {',
    replacement: 'if (request.dryRun && request.operation === "delete") {',
  },
  {
    name: 'a dry run says that a key pair with a taken name would be created',
    file: 'src/operations/preview-create.ts',
    find: 'if (holder !== undefined) throw new NameTakenError(holder, undefined);',
  },
  {
    name: 'a dry run does not say what the step would warn of',
    file: 'src/operations/preview-new-pair.ts',
    find: 'warnings: reportOf(result).warnings,',
    replacement: 'warnings: [],',
  },
  {
    name: 'setting tags is not reported as a change',
    file: 'src/operations/ensure.ts',
    find: "return lackingTags.length > 0 ? 'tagged' : 'none';",
    replacement: "return lackingTags.length > 99 ? 'tagged' : 'none';",
  },
  {
    name: 'an ARN names whatever the environment calls an account',
    file: 'src/ec2/arn-scope.ts',
    find: '/^\\d{12}$/.test(text)',
    replacement: "text !== ''",
  },
  {
    name: 'a dry run takes any error of EC2 for a refusal',
    file: 'src/ec2/permission-check.ts',
    find: 'if (!answers.includes(explained.code)) throw explained;',
  },
  {
    name: 'a cut list of key pairs is not reported',
    file: 'src/results/key-pair-list.ts',
    find: 'if (length === pairs.length) return [];',
    replacement: 'if (length > 0) return [];',
  },
  {
    name: 'the nonce of a key pair is listed',
    file: 'src/operations/describe.ts',
    find: '.filter(([key]) => key !== tagKeys.nonce)',
  },
  {
    name: 'checking the permission to create a key pair creates one',
    file: 'src/ec2/permission-check.ts',
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
    name: 'a tag in the form of another tool is set as one odd tag',
    file: 'src/inputs/values.ts',
    find: 'if (isInOtherForm(line))',
    replacement: "if (line === '' && isInOtherForm(line))",
  },
  {
    name: 'a tag that looks like several is set without a warning',
    file: 'src/inputs/values.ts',
    find: 'for (const warning of this.#warnings) warn(warning);',
  },
  {
    name: 'the size of an RSA key that EC2 rejects is not named',
    file: 'src/ec2/import-key-pair.ts',
    find: 'const documentedBits = [1024, 2048, 4096];',
    replacement: 'const documentedBits = [1024, 2048, 3072, 4096];',
  },
];
