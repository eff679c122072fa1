import type { Mutant } from '../mutant.ts';

/** The post step removes exactly what the step recorded. */
export const onlyWhatWasRecorded: readonly Mutant[] = [
  {
    name: 'the nonce of a key pair is not compared before it is deleted',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'found.tags.get(tagKeys.nonce) !== record.nonce',
    replacement: 'false',
  },
  {
    name: 'a key pair with the same name and another ID is mistaken for the one that was created',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'if (found !== undefined && isOther(found, record)) return gone(record, credentialsId);',
  },
  {
    name: 'a key pair is deleted by name, not by ID',
    file: 'src/ec2/requests.ts',
    find: 'new DeleteKeyPairCommand({ KeyPairId: keyPairId, DryRun: dryRun })',
    replacement: 'new DeleteKeyPairCommand({ KeyName: keyPairId, DryRun: dryRun })',
  },
  {
    name: 'a key pair that other credentials do not find counts as gone',
    file: 'src/ec2/key-pair-claim.ts',
    find: 'if (credentialsId === record.credentials) return',
    replacement: 'return',
  },
  {
    name: 'the post step deletes a key pair that was meant to be kept',
    file: 'src/ledger/read-ledger.ts',
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
    file: 'src/destinations/output.ts',
    find: 'if (isFilled) ftruncateSync(descriptor, 0);',
  },
  {
    name: 'the post step deletes whatever file is at the path by now',
    file: 'src/destinations/file/file-claim.ts',
    find: 'removeIf(target, (existing) => existing === identity)',
    replacement: 'removeIf(target, () => true)',
  },
  {
    name: 'the post step deletes whatever temporary file its state names',
    file: 'src/destinations/file/file-record.ts',
    find: 'path.dirname(temporary) === path.dirname(target) && temporaryName.test(path.basename(temporary))',
    replacement: 'true',
  },
  {
    name: 'a truncated entry of the state is believed',
    file: 'src/runner/state-file.ts',
    find: ' || lines[at + 2] !== delimiter',
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
    find: 'setTimeout(() => outOfTime.abort(), timeLimit)',
    replacement: 'setTimeout(() => undefined, timeLimit)',
    scenario: '__tests__/scenarios/post-gives-up-in-time.test.ts',
  },
];
