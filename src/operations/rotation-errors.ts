import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';

/** @param journal - Of the rotation of another step. */
export function rotationInProgress(journal: KeyPair): KeyPairError {
  const { keyName, keyPairId, region, createdAt } = journal;
  const since = createdAt === undefined ? '' : ` since ${createdAt.toISOString().replace(/\.\d+/, '')}`;
  const { keyName: rotated = keyName } = readJournal(journal) ?? {};
  return new KeyPairError(
    'ROTATION_IN_PROGRESS',
    `Another step has been rotating key pair "${rotated}" in ${region}${since}. Its journal is key pair "${keyName}" (${keyPairId}).`,
    {
      hint: 'Nothing was changed. Wait until that step has ended. If it was killed, run this step again five minutes later, or fifteen if it was updating instances: it then ends the other rotation first. To let only one job rotate at a time, set `concurrency`.',
    },
  );
}

/** @param journal - Of a rotation in one of several Regions. */
export function rotatedElsewhere(journal: KeyPair): KeyPairError {
  const { message } = rotationInProgress(journal);
  return new KeyPairError('ROTATION_IN_PROGRESS', message, {
    hint: `Nothing was changed. Wait until that step has ended. If it was killed, run \`ensure\` or \`rotate\` with aws-region: ${journal.region} alone five minutes later, or fifteen if it was updating instances: that ends the rotation.`,
  });
}

/** The journal of another rotation has the name. */
export class JournalExists extends KeyPairError {
  readonly journal: KeyPair;

  constructor(journal: KeyPair) {
    super('ROTATION_IN_PROGRESS', `Key pair "${journal.keyName}" exists.`);
    this.journal = journal;
  }
}

export function journalNameTaken({ keyName, keyPairId, region }: KeyPair, old: KeyPair): KeyPairError {
  return new KeyPairError(
    'NAME_TAKEN',
    `Key pair "${keyName}" (${keyPairId}) already exists in ${region}. A rotation of "${old.keyName}" needs this name for its journal.`,
    { hint: 'Nothing was changed. Rotate under another name, or delete that key pair if no one needs it.' },
  );
}

/** @param other - Neither the old nor the new key pair of the rotation. */
export function journalStays(journal: KeyPair, other: KeyPair): KeyPairError {
  const { keyName, keyPairId, region } = journal;
  return new KeyPairError(
    'NAME_TAKEN',
    `Key pair "${keyName}" (${keyPairId}) in ${region} holds the old public key of an earlier rotation, which could not be put back: another process created key pair "${other.keyName}" (${other.keyPairId}).`,
    {
      hint: `Nothing was changed. If no one needs the old key, delete it, and run this step again: aws ec2 delete-key-pair --key-pair-id ${keyPairId} --region ${region}`,
    },
  );
}

/** @param missed - Why the journal stays, as a clause. */
export function instancesStay({ keyName, keyPairId, region }: KeyPair, missed: string): KeyPairError {
  return new KeyPairError(
    'INSTANCES_NOT_UPDATED',
    `An earlier rotation in ${region} cannot be ended, because ${missed}. Its journal is key pair "${keyName}" (${keyPairId}).`,
    {
      hint: 'Start these instances, and let Systems Manager manage them, then run this step again. If they may stay as they are, run `operation: rotate` with `update-instances: ssm` and `update-instances-policy: warn`.',
    },
  );
}

export function takenMeanwhile({ keyName, keyPairId, region }: KeyPair): KeyPairError {
  return new KeyPairError(
    'NAME_TAKEN',
    `Another process created key pair "${keyName}" (${keyPairId}) in ${region} while this step was rotating it.`,
    { hint: 'That key pair was left as it is. Let only one job create or rotate a key pair at a time.' },
  );
}

export function goneAlready({ keyName, keyPairId, region }: KeyPair): KeyPairError {
  return new KeyPairError(
    'PAIR_NOT_FOUND',
    `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: another process deleted or rotated it.`,
    {
      hint: 'What this step had changed was undone. Let only one job delete or rotate a key pair at a time.',
    },
  );
}

export function rotatedMeanwhile({ keyName, keyPairId, region }: KeyPair): KeyPairError {
  return new KeyPairError(
    'ROTATION_IN_PROGRESS',
    `Another step completed a rotation of key pair "${keyName}" (${keyPairId}) in ${region} while this one began.`,
    { hint: 'This step changed nothing. To let only one job rotate at a time, set `concurrency`.' },
  );
}

export function tookTooLong({ keyName, keyPairId, region }: KeyPair): KeyPairError {
  return new KeyPairError(
    'ROTATION_IN_PROGRESS',
    `The rotation of key pair "${keyName}" (${keyPairId}) in ${region} has taken so long that another step may have ended it.`,
    {
      hint: 'What this step had changed was undone. Run the job again. If the runner was suspended, or is very slow, use another one.',
    },
  );
}
