import type { Mutant } from '../mutant.ts';

/** What is reported is true. */
export const reportsAreTrue: readonly Mutant[] = [
  {
    name: 'a long message pushes what to do out of the annotation',
    file: 'src/runner/failure.ts',
    find: 'if (message.length <= room)',
    replacement: 'if (message.length <= 1e9)',
  },
  {
    name: 'a command that a person pastes has more than one line, or lacks characters that the log replaces',
    file: 'src/ledger/shell-word.ts',
    find: 'odd.test(text) ? escapedWord(text) : ',
  },
  {
    name: 'a dry run creates the key pair',
    file: 'src/step/run.ts',
    find: 'if (request.dryRun) {',
    replacement: 'if (request.dryRun && request.operation === "delete") {',
  },
  {
    name: 'a dry run says that a key pair with a taken name would be created',
    file: 'src/operations/preview-create.ts',
    find: 'if (holder !== undefined) throw new NameTakenError(holder, plan.pair, undefined);',
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
  {
    name: 'a file on a machine that GitHub deletes is reported as kept',
    file: 'src/destinations/file/file.ts',
    find: 'const stays = isKept && keepsFiles;',
    replacement: 'const stays = isKept;',
  },
  {
    name: 'every runner counts as one that keeps files',
    file: 'src/runner/workflow.ts',
    find: "return process.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';",
    replacement: 'return true;',
    scenario: '__tests__/scenarios/what-stays-on-a-hosted-runner.test.ts',
  },
  {
    name: "a file in the runner's temp folder is reported as kept",
    file: 'src/destinations/file/file.ts',
    find: ' && !isInTemp(free.path, folders)',
  },
  {
    name: 'the private key of a persistent key pair is lost without a warning',
    file: 'src/results/key-pair-result.ts',
    find: "if (lifetime !== 'persistent' || !isKeyLost(result)) return warnings;",
    replacement: 'return warnings;',
  },
  {
    name: 'import drops tags for an existing key pair in silence',
    file: 'src/operations/import.ts',
    find: ', ...notApplied(holder, plan.options, neverChanges)',
  },
  {
    name: 'ensure drops tags for a key pair of someone else in silence',
    file: 'src/operations/ensure.ts',
    find: ' ...notApplied(pair, request, notManaged),',
  },
  {
    name: 'ensure sets tags in silence',
    file: 'src/operations/ensure.ts',
    find: 'tags.length === 0 ? remarks : [`Set tags: ${set}.`, ...remarks]',
    replacement: 'remarks',
  },
  {
    name: 'a shared key pair that will be deleted with another job is used without a warning',
    file: 'src/operations/not-applied.ts',
    find: "lifetime === 'job'",
    replacement: 'false',
  },
  {
    name: 'an existing key pair is reported as kept whatever its tags say',
    file: 'src/operations/origin.ts',
    find: 'lifetime: lifetimeIn(tags),',
    replacement: "lifetime: 'persistent',",
  },
  {
    name: 'a name that an earlier attempt of this run has taken is reported like any other',
    file: 'src/ec2/name-taken.ts',
    find: '${ofSameRun(holder, asked)}',
  },
  {
    name: 'the masks of an encrypted private key also hide its public key',
    file: 'src/keys/private-key-text.ts',
    find: "if (label === 'OPENSSH PRIVATE KEY') return lastStringOf(bytes) ?? bytes;",
  },
  {
    name: 'a key pair that an earlier attempt may have deleted is reported as never created',
    file: 'src/operations/existing-pair.ts',
    find: "attempt === '1'",
    replacement: "attempt !== ''",
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
    find: 'if (!hasRightMac(ppk, privateBlob, keys?.macKey)) {',
    replacement: "if (ppk.mac === '') {",
  },
  {
    name: "a folder in the place of the step's output file counts as proof that the key is gone",
    file: 'src/destinations/output.ts',
    find: 'return filled === true',
    replacement: 'return filled === undefined',
  },
  {
    name: 'a private key that was given a passphrase is not recognized in a rewritten file',
    file: 'src/keys/public-half.ts',
    find: "label === 'OPENSSH PRIVATE KEY' ? publicBlobOf(bytes) : ",
  },
  {
    name: 'a dry run does not say which inputs do not apply to an existing key pair',
    file: 'src/step/report-preview.ts',
    find: 'for (const remark of remarks) log.info(`Dry run: ${remark}`);',
  },
];
