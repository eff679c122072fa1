import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CreatingOperation, ed25519, keptFile, keyName } from './creating-operations.ts';
import type { Environment } from './environment.ts';
import { type CreatingCase, idOf, type OperationCase, wrongOutputs } from './operation-cases.ts';

const onRunner = { ...ed25519, 'generate-on': 'runner' } as const;
const inAgent = { 'ssh-agent': 'true', 'private-key-path': 'none' } as const;
const encrypted = { passphrase: '${{ secrets.PASSPHRASE }}' } as const;

/** EC2 never has the private key. */
export const generated = caseOf({
  name: 'create, generated on the runner, with output',
  inputs: { ...onRunner, 'output-private-key': 'true' },
  leftovers: 'nothing',
  inSample: true,
});

export const generatedAndKept = caseOf({
  name: 'ensure, generated on the runner',
  inputs: { ...onRunner, ...keptFile, operation: 'ensure', 'key-name': keyName },
  leftovers: 'pair-with-file-or-nothing',
});

/** 4096 bits: generating one takes half a second. */
export const generatedRsa = caseOf({
  name: 'create, RSA generated on the runner',
  inputs: { 'generate-on': 'runner' },
  leftovers: 'nothing',
});

export const intoNewAgent = agentCase(
  { name: 'create, into a new SSH agent', inputs: { ...ed25519, ...inAgent }, leftovers: 'nothing' },
  async (environment) => void environment.useOpenSsh(),
);

/** Generated, so that the agent is all that ever has the private key. */
export const intoUnrelatedAgent = agentCase(
  {
    name: 'create, generated on the runner, into the SSH agent of an earlier step',
    inputs: { ...onRunner, ...inAgent },
    leftovers: 'nothing',
    inSample: true,
  },
  async (environment) => void (await environment.useOpenSsh().startUnrelatedAgent()),
);

/** Encryption takes half a second, on purpose. */
export const encryptedPem = caseOf({
  name: 'create, encrypted PEM',
  inputs: { ...ed25519, ...encrypted },
  leftovers: 'nothing',
});

export const encryptedAndKept = caseOf({
  name: 'ensure, generated on the runner, encrypted PEM',
  inputs: { ...onRunner, ...encrypted, ...keptFile, operation: 'ensure', 'key-name': keyName },
  leftovers: 'pair-with-file-or-nothing',
});

export const encryptedPpk = caseOf({
  name: 'create, RSA as encrypted PPK',
  inputs: { ...encrypted, 'key-format': 'ppk' },
  leftovers: 'nothing',
});

/** The key is in the agent before the step, and stays. */
export const keyInAgentBefore: OperationCase = {
  name: 'fetch, key is in the SSH agent of an earlier step',
  leftovers: 'one-pair',
  async prepare(environment) {
    const { file, agent } = await keyFileAndAgent(environment);
    agent.add(file);
    return { operation: 'fetch', 'key-name': keyName, 'private-key-path': file, 'ssh-agent': 'true' };
  },
  mismatches: (environment, run) => wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(environment) }),
};

/** The key comes from an encrypted file, which stays, and leaves the agent with the job. */
export const fetchedIntoAgent: OperationCase = {
  name: 'fetch, from an encrypted file into the SSH agent of an earlier step',
  leftovers: 'one-pair',
  async prepare(environment) {
    const { file } = await keyFileAndAgent(environment);
    execFileSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', environment.passphrase, '-f', file], {
      stdio: 'ignore',
    });
    return {
      operation: 'fetch',
      ...encrypted,
      'key-name': keyName,
      'private-key-path': file,
      'ssh-agent': 'true',
    };
  },
  mismatches: (environment, run) => [
    ...wrongOutputs(run, { created: 'false', 'key-pair-id': idOf(environment) }),
    ...missingInAgent(environment),
  ],
};

/** Operations that leave work for post: an agent, or a key in one. */
export const agentCases: readonly CreatingCase[] = [intoNewAgent, intoUnrelatedAgent];

/** An existing key pair's file, and an agent. */
async function keyFileAndAgent(environment: Environment) {
  const file = path.join(environment.root, 'kept.pem');
  const { pem } = await environment.otherUser.create(keyName);
  writeFileSync(file, pem, { mode: 0o600 });
  return { file, agent: await environment.useOpenSsh().startUnrelatedAgent() };
}

function caseOf(operation: CreatingOperation): CreatingCase {
  return {
    ...operation,
    prepare: async () => operation.inputs,
    mismatches: (_, run) => wrongOutputs(run, { created: 'true' }),
  };
}

function agentCase(
  operation: CreatingOperation,
  prepareAgent: (environment: Environment) => Promise<void>,
): CreatingCase {
  return {
    ...caseOf(operation),
    async prepare(environment) {
      await prepareAgent(environment);
      return operation.inputs;
    },
    mismatches: (environment, run) => [
      ...wrongOutputs(run, { created: 'true', 'private-key': '', 'private-key-path': '' }),
      ...missingInAgent(environment),
    ],
  };
}

function missingInAgent({ keys, agentKeysAfterMain }: Environment): string[] {
  const blobs = keys.map(({ publicBlob }) => publicBlob.toString('base64'));
  return blobs.some((blob) => agentKeysAfterMain.some((line) => line.includes(blob)))
    ? []
    : ['the key was not in the agent for later steps'];
}
