import { randomBytes } from 'node:crypto';
import { unlessAborted } from '../aws/aborted.ts';
import type { GitHubRole } from '../aws/github-role.ts';
import type { RetryPolicy } from '../aws/retry.ts';
import type { DeliveredPair, DeliveryContext } from '../destinations/destination.ts';
import { openDestination, openSource } from '../destinations/kinds.ts';
import { openKeyPairSession } from '../ec2/session.ts';
import type { DestinationRequest, Request, RotateRequest, SourceRequest } from '../inputs/request.ts';
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
import { claimKinds, openKeyPairs, type RegionAccess } from './claim-kinds.ts';
import { maskProxyPasswords } from './proxy-passwords.ts';
import { mainRetryPolicy, timeForRole } from './retry-policies.ts';

/** Everything that operations can need. The type of each operation declares the part that it uses. */
export async function openStep(
  {
    region: regionName,
    needsArn,
    role: arn,
    instances,
  }: Pick<Request, 'region' | 'needsArn' | 'role'> & Partial<Pick<RotateRequest, 'instances'>>,
  ledger: Ledger,
) {
  allowNoHome();
  const policy = mainRetryPolicy(undefined, instances === undefined ? 'usual' : 'withInstances');
  await maskProxyPasswords(process.env);
  const role = arn === undefined ? undefined : await openRole(arn, policy);
  const { session, accountId, ...access } = await unlessAborted(
    openKeyPairSession(regionName, policy, process.env, log.warning, role),
    policy.signal,
  );
  const { region } = session;
  const addArn =
    accountId || needsArn ? await (await import('./arn-output.ts')).addsArn(session, accountId) : undefined;
  const run = workflowRun();
  const context = { ...deliveryContext(), run, notice: log.notice };
  const { folders, randomHex } = context;
  const first = { ...access, session, run };
  const openRegion = async (other: string) => (other === region ? first : openKeyPairs(other, policy, role));
  return {
    run,
    /** When the session ends that later steps and the post step use; undefined if that is not known. */
    sessionEnd: access.caller.source === undefined ? sessionEnd(process.env) : undefined,
    claims: new LedgerClaims<StepRecord>(ledger, claimKinds(openRegion, isOutputFile)),
    log,
    registerMasks,
    now: () => new Date(),
    randomHex,
    ...partsOfRegion(first, context),
    openRegion: async (other: string) => partsOfRegion(await openRegion(other), context),
    openSource: (request: SourceRequest) => openSource(request, folders),
    async readWorkspaceFile(path: string) {
      const { readGivenFile } = await import('../destinations/file/small-file.ts');
      return readGivenFile(path, folders);
    },
    writeListFile: (json: string) => writeListFile(json, folders.temp, randomHex(4)),
    setOutputs: (outputs: Outputs) => setOutputs(addArn?.(outputs) ?? outputs),
  };
}

/** What a step has in each Region. */
function partsOfRegion(
  { session, run, keyPairs, caller, endpoint }: RegionAccess,
  delivery: Omit<DeliveryContext, 'caller' | 'openStore'>,
) {
  const openStore = async (reference: StoreReference) =>
    (await import('../stores/open-store.ts')).openStore(reference, session);
  const context = { ...delivery, caller, openStore };
  return {
    region: session.region,
    caller,
    endpoint,
    keyPairs,
    openStore,
    openDestination: (request: DestinationRequest, pair: DeliveredPair) =>
      openDestination(request, pair, context),
    async findReferences(keyNames: readonly string[]) {
      const { findReferences } = await import('../ec2/references.ts');
      return findReferences(keyNames, session);
    },
    async openInstances() {
      const { openFleet } = await import('../instances/fleet.ts');
      return openFleet(session);
    },
    async openEc2Clock() {
      const { ec2Clock } = await import('../ec2/ec2-clock.ts');
      return ec2Clock(session);
    },
    async openSweep(githubToken: string | undefined) {
      const { openSweep } = await import('./open-sweep.ts');
      return openSweep(githubToken, session, run);
    },
  };
}

/** Sources other than exported keys give new sessions. */
function sessionEnd(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  return variables['AWS_CREDENTIAL_EXPIRATION'] || variables['AWS_SESSION_EXPIRATION'];
}

async function openRole(arn: string, policy: RetryPolicy): Promise<GitHubRole> {
  const { githubRole } = await import('./github-role.ts');
  return githubRole(arn, policy, timeForRole.main, log.warning);
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
