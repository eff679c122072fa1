import type { Mutant } from './mutant.ts';

/** One fault for each thing that the action promises (docs/threat-model.md), by promise. */
export const mutants: readonly Mutant[] = [
  // Nothing is lost: what may exist is recorded first, and settled last.
  {
    name: 'main does not write ahead: a claim is not recorded before EC2 is asked',
    file: 'src/lifecycle/claims.ts',
    find: "writeFact(this.#ledger, made.number, 'intended', record);",
  },
  {
    name: 'the ID of the new key pair is not recorded',
    file: 'src/ec2/make-key-pair.ts',
    find: 'claim.held({ ...record, keyPairId: answer.made.keyPairId });',
  },
  {
    name: 'only the first claim is settled when a step succeeds',
    file: 'src/lifecycle/claims.ts',
    find: 'kept.map(({ number }) => number)',
    replacement: 'kept.slice(0, 1).map(({ number }) => number)',
  },
  {
    name: 'the identity of the new file is not recorded',
    file: 'src/delivery/file.ts',
    find: 'claim.held(held);',
  },
  {
    name: 'a failed step does not undo what it did',
    file: 'src/lifecycle/claims.ts',
    find: 'throw withUndoing(error, await releaseLastFirst(undone, this.#ledger));',
    replacement: 'throw error;',
  },
  {
    name: 'a lost response to CreateKeyPair is not followed up',
    file: 'src/ec2/make-key-pair.ts',
    find: "if (!isTaken && failureOf(error) !== 'uncertain') {",
    replacement: 'if (!isTaken) {',
  },
  {
    name: 'CreateKeyPair is sent again after a lost response, without looking',
    file: 'src/ec2/key-pairs.ts',
    find: 'await this.#calls.once((abortSignal) => {',
    replacement: 'await this.#calls.idempotent((abortSignal) => {',
  },
  {
    name: 'a step that never finishes succeeds',
    file: 'src/runner/failure.ts',
    find: 'process.exitCode = 1;',
  },
  {
    name: 'ensure fails when another job creates the key pair first',
    file: 'src/operations/ensure.ts',
    find: 'if (!overtaken || plans === mostPlans) throw error;',
    replacement: 'throw error;',
  },

  // The post step removes exactly what the step recorded.
  {
    name: 'the nonce of a key pair is not compared before it is deleted',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'found.tags.get(tagKeys.nonce) !== record.nonce',
    replacement: 'false',
  },
  {
    name: 'a key pair with the same name and another ID is taken for the one that was created',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'if (found !== undefined && isOther(found, record)) return gone(record, credentials);',
  },
  {
    name: 'a key pair is deleted by name, not by ID',
    file: 'src/ec2/key-pair-calls.ts',
    find: 'new DeleteKeyPairCommand({ KeyPairId: keyPairId, DryRun: dryRun })',
    replacement: 'new DeleteKeyPairCommand({ KeyName: keyPairId, DryRun: dryRun })',
  },
  {
    name: 'a key pair that other credentials do not find counts as gone',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'if (credentials === record.credentials) return',
    replacement: 'return',
  },
  {
    name: 'the post step deletes a key pair that was meant to be kept',
    file: 'src/lifecycle/ledger.ts',
    find: "if (facts.has('kept') || facts.has('released')) continue;",
    replacement: "if (facts.has('released')) continue;",
  },
  {
    name: 'the post step deletes a key pair with lifetime run',
    file: 'src/operations/new-pair.ts',
    find: "return lifetime === 'job' ? 'job' : 'beyond';",
    replacement: "return lifetime === 'persistent' ? 'beyond' : 'job';",
  },
  {
    name: 'the post step empties no output file',
    file: 'src/delivery/output-claim.ts',
    find: 'constants.O_WRONLY | constants.O_TRUNC',
    replacement: 'constants.O_WRONLY',
  },
  {
    name: 'the post step deletes whatever file is at the path by now',
    file: 'src/delivery/file-claim.ts',
    find: 'removeIf(target, (standing) => standing === identity)',
    replacement: 'removeIf(target, () => true)',
  },
  {
    name: 'the post step deletes whatever temporary file its state names',
    file: 'src/delivery/file-claim.ts',
    find: ' || !isTemporaryOf(target, temporary)',
  },
  {
    name: 'a truncated entry of the state is believed',
    file: 'src/runner/state-file.ts',
    find: ' || lines[at + 2] !== delimiter',
  },
  {
    name: 'an incomplete record of a key pair is believed',
    file: 'src/ec2/key-pair-record.ts',
    find: ' || !whole) return undefined;',
    replacement: ') return undefined;',
  },
  {
    name: 'the post step does not stop when its time is up',
    file: 'src/post.ts',
    find: 'setTimeout(() => outOfTime.abort(), timeForAll)',
    replacement: 'setTimeout(() => undefined, timeForAll)',
  },

  // The private key does not leak.
  {
    name: 'the masks are registered after the private key was delivered',
    file: 'src/operations/create.ts',
    find: 'MaskedPrivateKey.cover(made.privateKey, registerMasks)',
    replacement:
      'MaskedPrivateKey.cover(made.privateKey, async (masks) => void setTimeout(() => registerMasks(masks), 50))',
  },
  {
    name: 'the private key is masked as it is written, but not as it came',
    file: 'src/keys/private-key.ts',
    find: 'new Set([material.pem, material.given])',
    replacement: 'new Set([material.pem])',
  },
  {
    name: 'the base64 of a text that contains the private key is not masked',
    file: 'src/keys/masks.ts',
    find: '...lines.filter(needsMask).flatMap(base64InsideAnything),',
  },
  {
    name: 'windows of the private key are cut without regard to what encoders escape',
    file: 'src/keys/masks.ts',
    find: '...[number, ...parts, ...runs].flatMap((text) => endsOf(text, endWindow)),',
  },
  {
    name: 'an error of the SDK may quote the response with the private key',
    file: 'src/ec2/key-pair-answers.ts',
    find: "throw isTellable(error) ? error : new DamagedAnswerError('the answer cannot be read');",
    replacement: 'throw error;',
  },
  {
    name: 'the private key is sent over http',
    file: 'src/ec2/client.ts',
    find: "if (protocol === 'https:' || isLoopback(hostname)) return;",
    replacement: 'return;',
  },
  {
    name: 'the file with the private key is readable by everyone',
    file: 'src/delivery/file.ts',
    find: 'const fileMode = 0o400;',
    replacement: 'const fileMode = 0o644;',
  },
  {
    name: 'folders created for the private key are open to everyone',
    file: 'src/delivery/file.ts',
    find: 'const folderMode = 0o700;',
    replacement: 'const folderMode = 0o755;',
  },
  {
    name: 'the temporary file with the private key is not removed',
    file: 'src/delivery/file.ts',
    find: 'unlinkSync(record.temporary);',
  },
  {
    name: 'the private key stays in a file that could not be delivered',
    file: 'src/delivery/file.ts',
    find: 'ftruncateSync(file, 0);',
  },
  {
    name: 'text in the log is not sanitized: ##[…] is a command',
    file: 'src/runner/text.ts',
    find: ".replace(/##(?=\\[)/g, '## ')",
  },
  {
    name: 'text in the log is not sanitized: ::…:: at the start of a line is a command',
    file: 'src/runner/text.ts',
    find: ".replace(/^(\\s*):(?=:)/gm, '$1: ')",
  },

  // What belongs to someone else is left alone.
  {
    name: 'an existing file is replaced',
    file: 'src/delivery/file.ts',
    find: 'linkSync(temporary, target);',
    replacement:
      'if (lstatSync(target, { throwIfNoEntry: false })) unlinkSync(target);\nlinkSync(temporary, target);',
  },
  {
    name: 'a file is opened through a symbolic link',
    file: 'src/delivery/no-link.ts',
    find: 'return openSync(target, flags | noFollow);',
    replacement: 'return openSync(target, flags);',
  },
  {
    name: 'a symbolic link may lead out of the workspace',
    file: 'src/delivery/file-path.ts',
    find: 'throw leadsOut(target, realParent);',
    replacement: 'return;',
  },
  {
    name: 'a folder that was swapped after the check is not noticed',
    file: 'src/delivery/file.ts',
    find: 'real !== folder || identityOf(standing) !== identity',
    replacement: 'false',
  },
  {
    name: 'a key pair of someone else is deleted as if its response had been lost',
    file: 'src/ec2/make-key-pair.ts',
    find: 'holder?.tags.get(tagKeys.nonce) === record.nonce',
    replacement: 'holder !== undefined',
  },
  {
    name: 'delete does not ask for force where another repository created the key pair',
    file: 'src/operations/delete.ts',
    find: 'foreign.length > 0 && !request.force',
    replacement: 'false',
  },
  {
    name: 'a key pair of any repository counts as created by this one',
    file: 'src/contract/tags.ts',
    find: ' && tags.get(tagKeys.repository) === tagValue(repository)',
  },
  {
    name: 'tags that show ownership may be set by the user',
    file: 'src/contract/making-inputs.ts',
    find: 'reserved: isOwnTag',
    replacement: 'reserved: () => false',
  },

  // What is reported is true.
  {
    name: 'a dry run creates the key pair',
    file: 'src/wiring/create.ts',
    find: 'if (request.dryRun) return dryRun(intentions(planned), keyPairs);',
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
    find: 'if (kept !== undefined && !belongTogether(kept, pair)) throw ofAnotherPair(kept, pair, look.region);',
  },
  {
    name: 'import accepts an existing key pair with another public key',
    file: 'src/ec2/import-key-pair.ts',
    find: 'if (pair.publicKey?.equals(publicKey)) return;',
    replacement: 'if (pair.publicKey !== undefined) return;',
  },
];
