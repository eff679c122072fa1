import type { Mutant } from '../mutant.ts';

/** The post step removes exactly what the step recorded. */
export const onlyWhatWasRecorded: readonly Mutant[] = [
  {
    name: 'the nonce of a key pair is not compared before it is deleted',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'pair.tags.get(tagKeys.nonce) !== record.nonce',
    replacement: 'false',
  },
  {
    name: 'a key pair whose tags name another repository is deleted',
    file: 'src/ec2/key-pair-claim.ts',
    find: "if (!isManaged(pair.tags, run)) return left(seen, 'its tags name another repository');",
  },
  {
    name: 'a key pair is deleted by name, not by ID',
    file: 'src/ec2/requests.ts',
    find: 'new DeleteKeyPairCommand({ KeyPairId: keyPairId, DryRun: dryRun })',
    replacement: 'new DeleteKeyPairCommand({ KeyName: keyPairId, DryRun: dryRun })',
  },
  {
    name: 'a key pair that another account does not have counts as gone',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'return (await isSameAccount(record)) ? undefined : otherCredentials;',
    replacement: 'return undefined;',
  },
  {
    name: 'credentials from the same place count as those of one account, whatever STS says',
    file: 'src/aws/caller.ts',
    find: 'return account === caller.account ? recorded.account === account : isSameSource;',
    replacement: 'return isSameSource;',
  },
  {
    name: 'an account that STS does not confirm counts as the same',
    file: 'src/aws/caller.ts',
    find: 'if (account === undefined) return false;',
    replacement: 'if (account === undefined) return isSameSource;',
  },
  {
    name: 'access keys of one account count as those of two',
    file: 'src/aws/account.ts',
    find: 'accessKeyId.slice(4, 14)',
    replacement: 'accessKeyId.slice(5, 15)',
  },
  {
    name: 'the post step deletes a key pair that was meant to be kept',
    file: 'src/ledger/read-ledger.ts',
    find: 'else facts.isSettled = true;',
    replacement: "else facts.isSettled = fact === 'released';",
  },
  {
    name: 'the post step deletes a key pair with lifetime run',
    file: 'src/operations/new-pair.ts',
    find: "return lifetime === 'job' ? 'job' : 'beyond';",
    replacement: "return lifetime === 'persistent' ? 'beyond' : 'job';",
  },
  {
    name: 'the post step empties no output file',
    file: 'src/destinations/output.ts',
    find: 'if (isFilled) ftruncateSync(descriptor, 0);',
  },
  {
    name: 'the post step deletes whatever file is at the path by now',
    file: 'src/destinations/file/found-file.ts',
    find: 'if (isNumbered) return',
    replacement: 'return',
  },
  {
    name: 'the post step takes any file with the number of its own for its own, even if numbers are reused',
    file: 'src/destinations/file/found-file.ts',
    find: ' && (stats.birthtimeNs !== 0n || isEmpty);',
    replacement: ';',
  },
  {
    name: 'the post step deletes a file with any private key in it',
    file: 'src/destinations/file/found-file.ts',
    find: "keyHashIn(read.bytes.toString('utf8')) === keyHash",
    replacement: "keyHashIn(read.bytes.toString('utf8')) !== undefined",
  },
  {
    name: 'the post step deletes whatever temporary file its state names',
    file: 'src/destinations/file/file-record.ts',
    find: 'temporaryName.test(path.relative(path.dirname(target), temporary))',
    replacement: 'true',
  },
  {
    name: 'a truncated entry of the state is believed',
    file: 'src/runner/state-file.ts',
    find: ' || lines[at + 2] !== delimiter',
  },
  {
    name: 'a later step can settle a claim in the state file of main',
    file: 'src/ledger/read-ledger.ts',
    find: 'addingPattern.test(name) && ',
  },
  {
    name: 'a later step can replace what the runner passed on',
    file: 'src/ledger/read-ledger.ts',
    find: ' && !names.has(name)',
  },
  {
    name: 'a record of another thing is taken for what was intended',
    file: 'src/ledger/read-ledger.ts',
    find: 'completes(record, intended.record)',
    replacement: 'completes(record, record)',
  },
  {
    name: 'the state file of a main that had ended is read',
    file: 'src/runner/state-of-main.ts',
    find: 'if (handedOver?.hasEnded)',
    replacement: 'if (handedOver?.hasEnded && text === undefined)',
  },
  {
    name: 'the state of another process is taken for that of main',
    file: 'src/runner/state-of-main.ts',
    find: 'isEqual(process, handedOver.process)',
    replacement: 'isEqual(process, process)',
  },
  {
    name: 'state is read from whatever file the state names',
    file: 'src/runner/state-file.ts',
    find: "if (!isSiblingOf(ownFile, file)) return '';",
  },
  {
    name: 'the post step empties whatever file its state names',
    file: 'src/step/claim-kinds.ts',
    find: 'record !== undefined && isOutputFile(record.path) ? record : undefined',
    replacement: 'record',
  },
  {
    name: 'the post step ends whatever process its state names',
    file: 'src/runner/running-main.ts',
    find: ' && isMainOfThisStep(pid)',
  },
  {
    name: 'a pipe or a folder is read as if it were a regular file',
    file: 'src/regular-file.ts',
    find: "if (!stats.isFile()) return { problem: 'not-regular' };",
  },
  {
    name: 'a file of any size is read',
    file: 'src/regular-file.ts',
    find: "return bytes.length > maxBytes ? { problem: 'too-large' } : { bytes, stats };",
    replacement: 'return { bytes, stats };',
  },
  {
    name: 'an incomplete record of a key pair is believed',
    file: 'src/ec2/key-pair-record.ts',
    find: 'region: nonEmpty,\n  keyName: nonEmpty,\n  nonce: nonEmpty,\n  credentials: nonEmpty,',
    replacement:
      'region: () => true,\n  keyName: () => true,\n  nonce: () => true,\n  credentials: () => true,',
  },
  {
    name: 'the post step does not stop when its time is up',
    file: 'src/post.ts',
    find: 'setTimeout(() => outOfTime.abort(), timeLimit - timeToReport)',
    replacement: 'setTimeout(() => undefined, timeLimit - timeToReport)',
    scenario: '__tests__/scenarios/post-gives-up-in-time.test.ts',
  },
  {
    name: 'the post step waits for credentials that never come',
    file: 'src/step/claim-kinds.ts',
    find: 'unlessAborted(opened, policy.signal)',
    replacement: 'opened',
    scenario: '__tests__/scenarios/the-process-ends-whatever-holds-it.test.ts',
  },
  {
    name: 'an aborted call waits for credentials that never come',
    file: 'src/aws/client.ts',
    find: 'signalOf(call[1])',
    replacement: 'signalOf(undefined)',
  },
  {
    name: 'the process ends only when nothing holds it',
    file: 'src/runner/ending.ts',
    find: 'setTimeout(endAtOnce, grace).unref();',
    replacement: 'setTimeout(() => undefined, grace).unref();',
    scenario: '__tests__/scenarios/the-process-ends-whatever-holds-it.test.ts',
  },
  {
    name: 'the process ends only when all of its threads do',
    file: 'src/runner/ending.ts',
    find: "process.platform !== 'win32'",
    replacement: "process.platform === 'win32'",
    scenario: '__tests__/scenarios/the-process-ends-whatever-holds-it.test.ts',
  },
  {
    name: 'a response of any size is read',
    file: 'src/aws/client.ts',
    find: 'if (left < 0)',
    replacement: 'if (left < -1e12)',
  },
];
