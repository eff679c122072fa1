import type { Mutant } from '../mutant.ts';

/** What belongs to someone else is left alone. */
export const othersAreLeftAlone: readonly Mutant[] = [
  {
    name: 'a sweep deletes the key pair of a run that is not over, if that has expired',
    file: 'src/operations/sweep-decision.ts',
    find: "if (isTemporary(tags) && isLive(facts.status, tags)) return kept('its run is not over');",
  },
  {
    name: 'a sweep with older-than deletes a key pair because GitHub does not answer',
    file: 'src/operations/sweep-decision.ts',
    find: 'if (isOld && isFinal)',
    replacement: 'if (isOld)',
  },
  {
    name: 'a sweep deletes a key pair whose nonce has changed since it was found',
    file: 'src/operations/sweep-in-turn.ts',
    find: 'current.tags.get(tagKeys.nonce) !== pair.tags.get(tagKeys.nonce)',
    replacement: 'false',
  },
  {
    name: 'a sweep ends the rotation of a run that is not over',
    file: 'src/operations/sweep-decision.ts',
    find: "if (isLive(status, journal.tags)) return kept('the run that rotates is not over');",
  },
  {
    name: 'a sweep ends a rotation whose step may still run',
    file: 'src/operations/sweep-decision.ts',
    find: "if (isYoung(journal, now)) return kept('its rotation began less than five minutes ago');",
  },
  {
    name: 'a sweep deletes a key pair that the end of its rotation would put back',
    file: 'src/operations/sweep-decision.ts',
    find: "if (facts.rotated.has(pair.keyName)) return kept('a rotation of it is not over');",
  },
  {
    name: 'a sweep takes a run for deleted before GitHub has shown that the token may see runs',
    file: 'src/github/workflow-runs.ts',
    find: "if (own.is === 'unknown' && !own.isFinal) return own;",
  },
  {
    name: 'what has the name of a copy is deleted, whatever key pair its own tags name',
    file: 'src/stores/delete-copy.ts',
    find: "if (!isCopyOf(pair, entry.tags)) return 'not-own';",
  },
  {
    name: 'a copy of another attempt to create the key pair counts as own',
    file: 'src/stores/copy-tags.ts',
    find: 'tags.get(tagKeys.nonce) === nonce',
    replacement: 'tags.has(tagKeys.nonce)',
  },
  {
    name: 'the copy of a key pair that EC2 would not delete is deleted',
    file: 'src/operations/delete-stored-key.ts',
    find: "await keyPairs.checkPermission({ call: 'DeleteKeyPair', pair });",
  },
  {
    name: 'a key pair that an endpoint shows in spite of a filter is taken for the own one',
    file: 'src/ec2/holder.ts',
    find: 'tags.get(tagKeys.nonce) === nonce)',
    replacement: 'tags.size >= 0)',
  },
  {
    name: 'an existing file is replaced',
    file: 'src/destinations/file/new-file.ts',
    find: 'linkSync(temporary, target);',
    replacement: 'try { unlinkSync(target); } catch {}\nlinkSync(temporary, target);',
  },
  {
    name: 'an existing file is opened as if it were new',
    file: 'src/destinations/file/open-file.ts',
    find: 'constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY',
    replacement: 'constants.O_CREAT | constants.O_WRONLY',
  },
  {
    name: "someone else's file at the path counts as the recorded one where the file system has no links",
    file: 'src/destinations/file/in-place.ts',
    find: "if (error instanceof KeyPairError && error.code === 'PATH_TAKEN') place.claim.held(first);",
  },
  {
    name: 'a file is opened through a symbolic link',
    file: 'src/regular-file.ts',
    find: 'return openSync(target, flags | noFollow);',
    replacement: 'return openSync(target, flags);',
  },
  {
    name: 'a symbolic link may lead out of the workspace',
    file: 'src/destinations/file/file-path.ts',
    find: 'throw pathEscapes(target, realParent);',
    replacement: 'return;',
  },
  {
    name: 'a folder that was swapped after the check is not noticed',
    file: 'src/destinations/file/empty-file.ts',
    find: 'real !== folder || !isSameFile(file, target)',
    replacement: 'false',
  },
  {
    name: "someone else's key pair is deleted as if its response had been lost",
    file: 'src/ec2/create-again.ts',
    find: 'pair?.tags.get(tagKeys.nonce) === record.nonce',
    replacement: 'pair !== undefined',
  },
  {
    name: 'delete does not ask for force where another repository created the key pair',
    file: 'src/operations/check-deletion.ts',
    find: 'foreign.length > 0 && !force',
    replacement: 'false',
  },
  {
    name: 'delete with run-id deletes what is to outlive the run',
    file: 'src/operations/delete.ts',
    find: "'runId' in request.pairs && !request.force ? others.filter(outlivesRun) : []",
    replacement: '[]',
  },
  {
    name: 'delete with run-id deletes a key pair whose tags do not say how long it is kept',
    file: 'src/operations/check-deletion.ts',
    find: "return lifetime !== 'job' && lifetime !== 'run';",
    replacement: "return lifetime === 'persistent';",
  },
  {
    name: 'a key pair of any repository counts as created by this one',
    file: 'src/ownership.ts',
    find: ' && tags.get(tagKeys.repository) === tagValue(repository)',
  },
  {
    name: 'tags that show ownership may be set by the user',
    file: 'src/inputs/new-pair.ts',
    find: 'reserved: isReservedTag',
    replacement: 'reserved: () => false',
  },
  {
    name: 'a misspelled input is ignored',
    file: 'src/main.ts',
    find: 'unknown.length === 0 ? []',
    replacement: 'unknown.length < 100 ? []',
    scenario: '__tests__/scenarios/a-misspelled-input-changes-nothing.test.ts',
  },
  {
    name: 'an input counts as misspelled only if its separators differ',
    file: 'src/inputs/misspelled.ts',
    find: 'if (lettersOf(known).length >= minLetters) return maxEdits;',
    replacement: 'if (lettersOf(known).length >= minLetters) return 0;',
  },
  {
    name: 'a variable that is an edit away from a short name stops the step, whatever it holds',
    file: 'src/inputs/misspelled.ts',
    find: 'valuesOfShortNames[known]?.test(value) === true ? 1 : 0',
    replacement: 'valuesOfShortNames[known] !== undefined || value ? 1 : 0',
  },
  {
    name: 'the first job of several that import a shared key pair may delete it under the others',
    file: 'src/inputs/new-pair.ts',
    find: "if (operation === 'import' && inputs.text('key-name') !== undefined) return 'import with key-name';",
  },
  {
    name: 'a key that was in the agent before is removed with the job',
    file: 'src/destinations/agent/agent.ts',
    find: "if (typeof before !== 'string' && before.includes(publicKey)) {",
    replacement: "if (publicKey === '') {",
  },
  {
    name: "a state that names another user's agent lets the post step end it",
    file: 'src/destinations/agent/agent-record.ts',
    find: "record?.startedBy === 'this-step' && !ownSocket.test(record.socket) ? undefined : record",
    replacement: 'record',
  },
  {
    name: 'delete with dry instead of dry-run deletes',
    file: 'src/inputs/misspelled.ts',
    find: 'other?.meant ?? nearestTo',
    replacement: 'nearestTo',
  },
  {
    name: 'create with name instead of key-name creates a key pair with a generated name',
    file: 'src/inputs/other-names.ts',
    find: "'name',",
  },
  {
    name: 'a variable of another program stops a step whose inputs are complete',
    file: 'src/inputs/misspelled.ts',
    find: '|| (other !== undefined && !notChosen.test(set))',
  },
  {
    name: 'the key of a key pair that others created is imported into the other Regions',
    file: 'src/operations/in-regions/one-key.ts',
    find: 'if (!isManaged(original.tags, step.run)) {',
    replacement: 'if (Math.random() > 1) {',
  },
  {
    name: 'a rotation replaces whatever has the name of the old copy',
    file: 'src/stores/move-copy.ts',
    find: 'if (!mayReplace) return false;',
  },
  {
    name: 'a rotation ends one of another step that may still be running',
    file: 'src/operations/abandoned-rotation.ts',
    find: 'return isYoung({ createdAt }, clock.now());',
    replacement: 'return isYoung({ createdAt }, new Date(8.64e15)) && clock !== undefined;',
  },
];
