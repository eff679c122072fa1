import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { destinationKinds } from '../../../src/destinations/kinds.ts';
import type { FileRequest } from '../../../src/inputs/request.ts';
import { storeErrors } from '../../lib/fake-stores.ts';
import { fileRequest } from '../../lib/file-request.ts';
import { testDestination } from './contract.ts';
import type { DestinationCase, DestinationKindName } from './destination-case.ts';
import type { TestJob } from './test-job.ts';

type Cases = { readonly [Kind in DestinationKindName]: readonly DestinationCase<Kind>[] };

const cases: Cases = {
  store: [
    storeCase('Parameter Store', 'ssm', 'ssm:/ec2/keypair/deploy', 'persistent'),
    storeCase('Parameter Store until the job ends', 'ssm:/team/{key-name}', 'ssm:/team/deploy', 'job'),
    storeCase('Secrets Manager', 'secrets-manager', 'secrets-manager:ec2-ssh-key/deploy/private', 'run'),
  ],
  output: [
    {
      place: 'the output private-key',
      request: { kind: 'output', required: true },
      lifetime: 'persistent',
      format: 'pem',
      read: (where, job) => job.output(where),
      outputs: () => ({}),
      breakDelivery: (job) => job.fillDisk(),
    },
  ],
  agent: [
    {
      place: 'a new SSH agent',
      request: { kind: 'agent', required: true },
      lifetime: 'persistent',
      format: 'openssh',
      read: (_, { variables, openSsh }) => openSsh.keysOf(variables['SSH_AUTH_SOCK'] ?? '')[0],
      outputs: () => ({}),
      breakDelivery: ({ variables, openSsh }) => openSsh.refuseKeys(variables['SSH_AUTH_SOCK'] ?? ''),
    },
  ],
  file: [
    fileCase('a PEM file at private-key-path that is deleted with the job', { path: 'keys/key.pem' }, 'job'),
    fileCase('a PEM file at private-key-path that is kept', { path: '~/keys/key.pem' }, 'persistent'),
    fileCase('a PPK file at private-key-path', { path: '~/.ssh/key.ppk', format: 'ppk' }, 'run'),
    fileCase('a PEM file in the temp folder', {}, 'persistent'),
    fileCase('a file for the key of an existing key pair', { path: 'key.pem' }, undefined),
  ],
};

function storeCase(
  place: string,
  store: string,
  reference: string,
  lifetime: DestinationCase<'store'>['lifetime'],
): DestinationCase<'store'> {
  return {
    place,
    request: { kind: 'store', store, kmsKeyId: undefined, required: true },
    lifetime,
    format: 'pem',
    read: (where, { stores }) => stores.get(where)?.text,
    outputs: () => ({ 'private-key-store': reference }),
    tags: [{ key: 'ec2-key-pair-action:store', value: reference }],
    isClaimedLate: true,
    breakDelivery: ({ stores }) => stores.faults.put.push({ instead: storeErrors.denied() }),
  };
}

function fileCase(
  place: string,
  { path: given, format = 'pem' }: Partial<Pick<FileRequest, 'path' | 'format'>>,
  lifetime: DestinationCase<'file'>['lifetime'],
): DestinationCase<'file'> {
  const inFolders = ({ folders }: TestJob): string => {
    if (given === undefined) return path.join(folders.temp, `deploy-f0f0f0f0.${format}`);
    return given.startsWith('~/')
      ? path.join(folders.home, given.slice(2))
      : path.join(folders.workspace, given);
  };
  return {
    place,
    request: fileRequest({ path: given, format }),
    lifetime,
    format,
    read: (where, job) => {
      expect(where).toBe(inFolders(job).replaceAll(path.sep, '/'));
      return existsSync(where) ? readFileSync(where, 'utf8') : undefined;
    },
    outputs: (where) => ({ 'private-key-path': where }),
    breakDelivery: (job) => writeFileSync(inFolders(job), 'not ours'),
  };
}

test('every kind of destination must pass the contract', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(destinationKinds).sort());
  expect(Object.values(cases).map(({ length }) => length)).not.toContain(0);
});

/** The stand-ins for OpenSSH are scripts, which Windows cannot run: __tests__/windows runs Git's agent instead. */
const testable = (Object.keys(destinationKinds) as DestinationKindName[]).filter(
  (kind) => kind !== 'agent' || process.platform !== 'win32',
);

for (const kind of testable) testEveryCase(kind);

function testEveryCase<Kind extends DestinationKindName>(kind: Kind): void {
  for (const one of cases[kind]) testDestination(kind, one);
}
