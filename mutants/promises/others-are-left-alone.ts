import type { Mutant } from '../mutant.ts';

/** What belongs to someone else is left alone. */
export const othersAreLeftAlone: readonly Mutant[] = [
  {
    name: 'an existing file is replaced',
    file: 'src/destinations/file/new-file.ts',
    find: 'linkSync(temporary, target);',
    replacement:
      'if (lstatSync(target, { throwIfNoEntry: false })) unlinkSync(target);\nlinkSync(temporary, target);',
  },
  {
    name: 'a file is opened through a symbolic link',
    file: 'src/destinations/file/no-follow.ts',
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
    file: 'src/destinations/file/new-file.ts',
    find: 'real !== folder || identityOf(existing) !== identity',
    replacement: 'false',
  },
  {
    name: "someone else's key pair is deleted as if its response had been lost",
    file: 'src/ec2/create-key-pair.ts',
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
    file: 'src/ownership.ts',
    find: ' && tags.get(tagKeys.repository) === tagValue(repository)',
  },
  {
    name: 'tags that show ownership may be set by the user',
    file: 'src/inputs/new-pair.ts',
    find: 'reserved: isReservedTag',
    replacement: 'reserved: () => false',
  },
];
