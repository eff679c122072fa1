import type { Mutant } from '../mutant.ts';

/** Nothing is lost: what may exist is recorded first, and settled last. */
export const nothingIsLost: readonly Mutant[] = [
  {
    name: 'main does not write ahead: a claim is not recorded before EC2 is asked',
    file: 'src/ledger/ledger-claims.ts',
    find: "writeFact(this.#ledger, claim.number, 'intended', record);",
  },
  {
    name: 'the ID of the new key pair is not recorded',
    file: 'src/ec2/create-key-pair.ts',
    find: 'intended.claim.held({ ...intended.record, keyPairId: created.keyPairId });',
  },
  {
    name: 'only the first claim is settled when a step succeeds',
    file: 'src/ledger/ledger-claims.ts',
    find: 'kept.map(({ number }) => number)',
    replacement: 'kept.slice(0, 1).map(({ number }) => number)',
  },
  {
    name: 'the identity of the new file is not recorded',
    file: 'src/destinations/file/empty-file.ts',
    find: 'claim.held(held);',
  },
  {
    name: 'a file counts as written although the file system reports an error when it is closed',
    file: 'src/destinations/file/new-file.ts',
    find: 'file.close();\n    removePrivateFolder(record);',
    replacement: 'try { file.close(); } catch {}\n    removePrivateFolder(record);',
  },
  {
    name: 'a file system whose inode numbers change with the name is used with links all the same',
    file: 'src/destinations/file/new-file.ts',
    find: 'return isSame;',
    replacement: 'return true;',
  },
  {
    name: 'a failed step does not undo what it did',
    file: 'src/ledger/ledger-claims.ts',
    find: 'throw withUndoing(error, await releaseLastFirst([...open], this.#ledger));',
    replacement: 'throw error;',
  },
  {
    name: 'a lost response to CreateKeyPair is not followed up',
    file: 'src/ec2/create-again.ts',
    find: "return !isTaken(error) && failureOf(error) !== 'uncertain';",
    replacement: 'return !isTaken(error);',
  },
  {
    name: 'CreateKeyPair is sent again after a lost response, without looking',
    file: 'src/ec2/key-pairs.ts',
    find: 'const response = await this.#retry.once((abortSignal) =>',
    replacement: 'const response = await this.#retry.idempotent((abortSignal) =>',
  },
  {
    name: 'a step that never finishes succeeds',
    file: 'src/runner/failure.ts',
    find: 'process.exitCode = 1;',
  },
  {
    name: 'ensure fails when another job creates the key pair first',
    file: 'src/operations/ensure.ts',
    find: 'if (!(error instanceof NameTakenError) || isLast) throw error;',
    replacement: 'if (!(error instanceof NameTakenError) || plan) throw error;',
  },
  {
    name: 'create keeps a key pair that has a name, and loses its private key with the job',
    file: 'src/inputs/new-pair.ts',
    find: "return chosen ?? (shared === undefined ? 'job' : 'persistent');",
    replacement: "return chosen ?? (inputs.text('key-name') === undefined ? 'job' : 'persistent');",
  },
];
