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
    name: 'a PPK file that cannot be read is asked for again and again',
    file: 'src/ec2/create-again.ts',
    find: "if (isNamed(error, 'DamagedResponse')) asked = { ...pair, keyFormat: 'pem' };",
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
    name: 'a race for a name is given up as soon as a lost response is',
    file: 'src/ec2/create-again.ts',
    find: "next(isTaken(error) ? 'all' : 'short')",
    replacement: "next('short')",
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
    find: 'if (!(error instanceof NameTakenError)) throw error;',
    replacement: 'if (!(error instanceof NameTakenError) || plan) throw error;',
  },
  {
    name: 'create keeps a key pair that has a name, and loses its private key with the job',
    file: 'src/inputs/new-pair.ts',
    find: "if (inputs.text('store') === undefined) return 'job';",
    replacement: '',
  },
  {
    name: 'the file is not recognized where Windows has another device number for its path',
    file: 'src/destinations/file/file-record.ts',
    find: 'BigInt.asUintN(32, dev)',
    replacement: 'dev',
  },
  {
    name: 'the file is not recognized where Windows has no device number for its path',
    file: 'src/destinations/file/file-record.ts',
    find: ' || first === 0n || second === 0n',
  },
  {
    name: 'a part of the key stays under the random name where there is no time of birth',
    file: 'src/destinations/file/found-file.ts',
    find: 'matchOf(record.identity, stats) !== undefined ||',
    replacement: "matchOf(record.identity, stats) === 'number and birth' ||",
  },
  {
    name: 'a path on a machine without a home folder is refused although it is elsewhere',
    file: 'src/destinations/file/file-path.ts',
    find: 'return folders[name];\n  } catch {\n    return undefined;',
    replacement: 'return folders[name];\n  } catch (error) {\n    throw error;',
  },
  {
    name: 'ensure fails when another job deletes the key pair before it is tagged',
    file: 'src/operations/ensure.ts',
    find: "if ('deleted' in done && !(await next('all'))) throw",
    replacement: "if ('deleted' in done) throw",
  },
  {
    name: 'ensure uses a deleted key pair again, which reads still show',
    file: 'src/ec2/key-pairs.ts',
    find: 'return pair?.keyPairId === keyPairId && !isLast ? undefined : { pair };',
    replacement: 'return { pair };',
  },
  {
    name: 'what can safely be sent twice is given up while EC2 fails',
    file: 'src/aws/retry.ts',
    find: "(failure) => failure !== 'refused'",
    replacement: "(failure) => failure === 'turned-away'",
  },
  {
    name: 'ensure fails while another job changes the same tags',
    file: 'src/aws/errors.ts',
    find: ' || isNamed(error, ...errorNames.busy)',
  },
  {
    name: 'a step waits for a connection until its whole time is up',
    file: 'src/aws/retry.ts',
    find: "if (!(await next(isShort ? 'short' : 'all'))) throw error;",
    replacement: "if (!(await next('all'))) throw error;",
  },
  {
    name: 'main has no time limit',
    file: 'src/step/retry-policies.ts',
    find: 'setTimeout(() => outOfTime.abort(), limit).unref();',
  },
  {
    name: 'a Region that does not answer uses up the time of the others',
    file: 'src/ledger/release.ts',
    find: 'regions.length > 1 ?',
    replacement: 'regions.length > 99 ?',
  },
  {
    name: 'a Region is left halfway when another one fails',
    file: 'src/operations/in-regions/each.ts',
    find: 'const settled = await Promise.allSettled([ofFirst, ...ofOthers]);',
    replacement:
      "const values = await Promise.all([ofFirst, ...ofOthers]);\n  const settled = values.map((value): PromiseSettledResult<Result> => ({ status: 'fulfilled', value }));",
  },
  {
    name: 'a rotation that fails does not put the old key pair back',
    file: 'src/operations/undo-swap.ts',
    find: 'const restored = await putBack(journal, keyPairs);',
    replacement: 'const restored = Math.random() > 1 ? await putBack(journal, keyPairs) : journal.keyPairId;',
  },
  {
    name: 'a key pair that a rotation puts back has no tags',
    file: 'src/ec2/put-back.ts',
    find: '{ keyName, publicKey, tags }',
    replacement: '{ keyName, publicKey, tags: [] }',
  },
  {
    name: 'a rotation gives up if the old key pair is not found when it is deleted',
    file: 'src/ec2/delete-old.ts',
    find: 'await keyPairs.delete(old, () => {\n      isUncertain = true;\n    });',
    replacement: "if ((await keyPairs.delete(old)) === 'not-found') throw new Error('gone');",
  },
  {
    name: 'a rotation that fails takes the first read of its journal for the truth',
    file: 'src/operations/undo-swap.ts',
    find: 'return isWhole || isLast ? seen : undefined;',
    replacement: 'return seen;',
  },
  {
    name: 'a rotation that fails deletes its journal although the new key pair, which post deletes, has the name',
    file: 'src/ec2/name-holder.ts',
    find: "if (nonce !== undefined && nonce === newNonce) return 'new';",
    replacement: "if (nonce !== undefined && nonce === newNonce) return 'put-back';",
  },
  {
    name: 'new private keys are deleted although it is not known which key the key pair has',
    file: 'src/ledger/release.ts',
    find: 'isKept ||= outcome.keepsEarlier === true;',
  },
  {
    name: 'the old key pair stays under an ID whose deletion may still be executed',
    file: 'src/operations/undo-swap.ts',
    find: "case 'original':",
    replacement: "case 'original':\n      return undone(record, pair.keyPairId);",
  },
  {
    name: 'a repeated move writes a second version of a secret',
    file: 'src/stores/move-copy.ts',
    find: 'if (before === text) return undefined;',
  },
  {
    name: 'ensure does not look for a rotation that is not complete',
    file: 'src/operations/ensure.ts',
    find: 'if (rotating !== undefined) return { rotating };',
  },
  {
    name: 'the instances that may get the new key are not recorded before the command',
    file: 'src/operations/instances/add-new-key.ts',
    find: '\n  hold(reachable);',
  },
  {
    name: 'a rotation that fails before the swap leaves the new key on instances',
    file: 'src/operations/end-rotation.ts',
    find: "if (swapping === undefined) return settleClaimedInstances(record, journal, 'old', access);",
    replacement: 'if (swapping === undefined) return {};',
  },
  {
    name: 'a key is removed from a file in which the other one is not there',
    file: 'src/instances/program/edit.ts',
    find: 'if (!has[options, stays]) exit 27',
  },
  {
    name: 'what another program writes to a file while it is edited is lost',
    file: 'src/instances/program/edit.ts',
    find: '[ "$(sha256sum <"$file")" = "$sum" ] || return 1',
  },
  {
    name: 'a file is replaced although its mode cannot be kept',
    file: 'src/instances/program/edit.ts',
    find: '[ "$(attributes "$temporary")" = "$kept" ] || exit 25',
  },
  {
    name: 'a line is added to the end of one without a newline',
    file: 'src/instances/program/edit.ts',
    find: 'if (i == NR && !ended) separator = newline',
    replacement: 'if (i == NR && !ended) separator = ""',
  },
  {
    name: 'a symbolic link is replaced by a file',
    file: 'src/instances/program/edit.ts',
    find: 'file=\\${file%"\\${newline}x"}',
    replacement: 'file=$2',
  },
  {
    name: 'the old key is removed from instances although no one may have the new private key',
    file: 'src/operations/instances/settle-instances.ts',
    find: '!isNewKeyKept &&',
    replacement: '!newKeyDigest &&',
  },
];
