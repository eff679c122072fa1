import { randomBytes } from 'node:crypto';
import { unlessAborted } from '../aws/aborted.ts';
import type { DeliveredPair } from '../destinations/destination.ts';
import { openDestination, openSource } from '../destinations/kinds.ts';
import { openKeyPairSession } from '../ec2/session.ts';
import type { DestinationRequest, Request, SourceRequest } from '../inputs/request.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerClaims } from '../ledger/ledger-claims.ts';
import type { StepRecord } from '../operations/operation.ts';
import type { Outputs } from '../results/outputs.ts';
import { agentSocket, childEnvironment, exportVariable } from '../runner/child-processes.ts';
import { writeListFile } from '../runner/list-file.ts';
import { log } from '../runner/log.ts';
import { registerMasks } from '../runner/masks.ts';
import { isOutputFile, outputFile, setOutput, setOutputs } from '../runner/outputs.ts';
import { allowNoHome, jobFolders, keepsFiles, stepId, systemTemp, workflowRun } from '../runner/workflow.ts';
import { claimKinds, openKeyPairs } from './claim-kinds.ts';
import { maskProxyPasswords } from './proxy-passwords.ts';
import { mainRetryPolicy } from './retry-policies.ts';

/** Everything that operations can need. The type of each operation declares the part that it uses. */
export async function openStep(
  { region: regionName, needsArn }: Pick<Request, 'region' | 'needsArn'>,
  ledger: Ledger,
) {
  allowNoHome();
  const policy = mainRetryPolicy();
  await maskProxyPasswords(process.env);
  const { session, accountId, ...access } = await unlessAborted(
    openKeyPairSession(regionName, policy, process.env, log.warning),
    policy.signal,
  );
  const { region } = session;
  const { keyPairs, caller, endpoint } = access;
  const addArn =
    accountId || needsArn ? await (await import('./arn-output.ts')).addsArn(session, accountId) : undefined;
  const run = workflowRun();
  const openStore = async (reference: StoreReference) =>
    (await import('../stores/open-store.ts')).openStore(reference, session);
  const context = { ...deliveryContext(), run, caller, openStore, notice: log.notice };
  const { folders, randomHex } = context;
  const openRegion = async (other: string) =>
    other === region ? { ...access, session, run } : openKeyPairs(other, policy);
  return {
    run,
    region,
    caller,
    endpoint,
    keyPairs,
    claims: new LedgerClaims<StepRecord>(ledger, claimKinds(openRegion, isOutputFile)),
    log,
    registerMasks,
    now: () => new Date(),
    randomHex,
    openDestination: (request: DestinationRequest, pair: DeliveredPair) =>
      openDestination(request, pair, context),
    openSource: (request: SourceRequest) => openSource(request, folders),
    openStore,
    async readWorkspaceFile(path: string) {
      const { readGivenFile } = await import('../destinations/file/small-file.ts');
      return readGivenFile(path, folders);
    },
    async findReferences(keyNames: readonly string[]) {
      const { findReferences } = await import('../ec2/references.ts');
      return findReferences(keyNames, session);
    },
    async openSweep(githubToken: string | undefined) {
      const { openSweep } = await import('./open-sweep.ts');
      return openSweep(githubToken, session, run);
    },
    writeListFile: (json: string) => writeListFile(json, folders.temp, randomHex(4)),
    setOutputs: (outputs: Outputs) => setOutputs(addArn?.(outputs) ?? outputs),
  };
}

function deliveryContext() {
  return {
    folders: jobFolders(),
    keepsFiles: keepsFiles(),
    stepId: stepId(),
    randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
    userId: process.geteuid?.(),
    restrictToOwner: process.platform === 'win32' ? restrictToOwnerOnWindows : undefined,
    outputFile,
    setOutput,
    systemTemp: systemTemp(),
    agentSocket: agentSocket(),
    childEnvironment: childEnvironment(),
    exportVariable,
  };
}

async function restrictToOwnerOnWindows(target: string): Promise<void> {
  const { restrictToOwner } = await import('../destinations/file/windows-acl.ts');
  const { windowsPrograms } = await import('../runner/windows-programs.ts');
  await restrictToOwner(target, windowsPrograms());
}
