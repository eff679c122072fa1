import type { Mutant } from '../mutant.ts';

/** "Refused", "someone else's" and "gone" are said only with a proof. */
export const nothingIsConcludedTooEarly: readonly Mutant[] = [
  {
    name: "a key pair without tags counts as someone else's",
    file: 'src/ec2/holder.ts',
    find: '(nonce !== undefined || isForeign(pair, evidence))',
    replacement: 'true',
  },
  {
    name: "a look that may show the past proves that the name is someone else's",
    file: 'src/ec2/holder.ts',
    find: "(last.whose === 'someone-else' && isLast)",
    replacement: "last.whose === 'someone-else'",
  },
  {
    name: 'a key pair is not looked up by its nonce',
    file: 'src/ec2/holder.ts',
    find: 'const own = await findByNonce(attempt, keyPairs);',
    replacement: 'const own: KeyPair | undefined = undefined as KeyPair | undefined;',
  },
  {
    name: 'an error without a request ID counts as one of the service',
    file: 'src/aws/errors.ts',
    find: 'if (metadataOf(error).requestId === undefined) return false;',
  },
  {
    name: 'a claim is dropped although a request got no response',
    file: 'src/ec2/create-again.ts',
    find: 'if (unanswered === 0) claim.cancelled();',
    replacement: 'claim.cancelled();',
  },
  {
    name: 'an import drops its claim although a request got no response',
    file: 'src/ec2/import-key-pair.ts',
    find: "if (unanswered === 0 && failureOf(error) !== 'uncertain') claim.cancelled();",
    replacement: 'claim.cancelled();',
  },
  {
    name: 'a claim counts as released although the key pair was only not found',
    file: 'src/ledger/release.ts',
    find: "return outcome === 'done' || outcome === 'already-gone';",
    replacement: "return outcome !== 'left';",
  },
  {
    name: 'post does not search for a key pair that may be created late',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'holder = await searchHolder(record, keyPairs);',
  },
  {
    name: 'post does not search for what an unanswered request creates beside the key pair',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'unanswered > 0 && isReleased(outcome)',
    replacement: 'unanswered < 0 && isReleased(outcome)',
  },
  {
    name: 'a key pair that another endpoint does not know counts as deleted',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'if (access.endpoint !== record.endpoint) return left(record, otherEndpoint);',
  },
  {
    name: 'an ID that EC2 does not know counts as gone, without a look for the nonce',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'const other = await findByNonce(record, keyPairs);',
    replacement: 'const other: KeyPair | undefined = undefined as KeyPair | undefined;',
  },
  {
    name: 'a key pair that one look does not show and that may not be deleted counts as gone',
    file: 'src/ec2/after-refusal.ts',
    find: 'await keyPairs.findEventually({ keyPairId }).catch(',
    replacement: 'await (keyPairs as KeyPairs).find({ keyPairId }).catch(',
  },
  {
    name: 'EC2 is asked again and again to change a key pair, whatever its age',
    file: 'src/ec2/after-refusal.ts',
    find: 'if (createdAt === undefined || Math.abs(Date.now() - createdAt.getTime()) > newFor) throw error;',
  },
  {
    name: 'a key pair that a look shows without tags is left',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'return pair?.tags.has(tagKeys.nonce) === false && !isLast ? undefined : { pair };',
    replacement: 'return { pair };',
  },
  {
    name: 'delete stops if a look showed the past',
    file: 'src/operations/delete.ts',
    find: 'pairs = await findOther(first.request.pairs, pairs, keyPairs);',
    replacement: 'pairs = [];',
  },
  {
    name: 'the response for another key pair is accepted',
    file: 'src/ec2/responses.ts',
    find: "if (created.KeyName !== keyName) throw new DamagedResponseError('the response is for another key pair');",
  },
  {
    name: 'any text is accepted as the ID of a new key pair',
    file: 'src/ec2/responses.ts',
    find: 'if (id !== undefined && keyPairIdPattern.test(id)) return id;',
    replacement: 'if (id !== undefined) return id;',
  },
  {
    name: 'the private key of another key pair is delivered',
    file: 'src/ec2/key-pairs.ts',
    find: 'if (!created.fingerprintFits) await this.#requireSameKey(created);',
  },
  {
    name: 'a call counts as never sent although its request had a connection',
    file: 'src/aws/connection.ts',
    find: 'if (isOfCall && !sending.maybeSent) notSent.add(error);',
    replacement: 'if (isOfCall) notSent.add(error);',
  },
  {
    name: 'a call counts as never sent although nothing shows that its request waited for a connection',
    file: 'src/aws/connection.ts',
    find: 'isConnecting.set(id, false);\n  let maybeSent',
    replacement: 'isConnecting.set(id, true);\n  let maybeSent',
  },
  {
    name: 'a connection that is used again counts as one that is not there yet',
    file: 'src/aws/connection.ts',
    find: 'if (isReady) connected();\n    else ',
  },
  {
    name: 'a connection counts as ready before TLS is agreed on',
    file: 'src/aws/connection.ts',
    find: "socket.once(socket.encrypted ? 'secureConnect' : 'connect', connected);",
    replacement: "socket.once('connect', connected);",
  },
  {
    name: 'an aborted call proves that nothing was sent in all calls',
    file: 'src/aws/connection.ts',
    find: 'error instanceof Error && error !== signal?.reason',
    replacement: 'error instanceof Error',
  },
  {
    name: 'while the clock is wrong, any response counts as a refusal by EC2',
    file: 'src/aws/errors.ts',
    find: 'if (isRejection && (isClock',
    replacement: 'if ((isClock',
  },
  {
    name: 'the first Region counts as one that lacks the key pair although a read may lag behind',
    file: 'src/operations/in-regions/ensure.ts',
    find: 'first.pair ?? (await first.step.keyPairs.findEventually({ keyName }))',
    replacement: 'first.pair',
  },
  {
    name: 'a command without a readable report counts as done',
    file: 'src/instances/outcome.ts',
    find: "if (report === undefined) return { is: 'failed', why: withoutReport(Status, details) };",
    replacement: "if (report === undefined) return { is: 'done', found: 1, changed: 1 };",
  },
  {
    name: 'a new key is removed from instances while a command that adds it may be running',
    file: 'src/operations/instances/settle-instances.ts',
    find: 'const busy = await fleet.stop(mark, journal.createdAt);',
    replacement: 'const busy: readonly string[] = [];',
  },
  {
    name: 'a rotation that updates instances counts as abandoned after five minutes',
    file: 'src/operations/young.ts',
    find: 'instances === undefined ? maxAge : maxAgeWithInstances',
    replacement: 'instances === undefined ? maxAge : maxAge',
  },
  {
    name: 'a rotation with the time of one that updates instances counts as abandoned after five minutes if it found none',
    file: 'src/operations/plan-rotation.ts',
    find: 'const ofInstances = instances &&',
    replacement: 'const ofInstances = instances?.reachable.length === 0 ? undefined : instances &&',
  },
  {
    name: 'the key pairs are swapped although an instance does not accept the new key',
    file: 'src/operations/instances/add-new-key.ts',
    find: "if (policy === 'fail' && missed.length > 0) throw notUpdated(missed, reachable.length, region);",
  },
  {
    name: 'the journal is deleted although instances still accept the old key',
    file: 'src/operations/swap.ts',
    find: 'if (unrevoked.length > 0) {',
    replacement: 'if (unrevoked.length > 9999) {',
  },
  {
    name: 'an abandoned rotation ends, and leaves the wrong key on instances',
    file: 'src/operations/end-abandoned.ts',
    find: "if (!isOver) throw instancesStay(journal, missed ?? '');",
  },
];
