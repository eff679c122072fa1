import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  CleanupContext,
  DeliveryContext,
  StoreCleanupContext,
} from '../../../src/destinations/destination.ts';
import { createFakeOpenSsh, type FakeOpenSsh } from '../../lib/fake-openssh.ts';
import { FakeStores } from '../../lib/fake-stores.ts';
import { createJobFolders, type TestFolders } from '../../lib/job-folders.ts';
import { someRun } from '../../lib/workflow-run.ts';

/** A job of one step, whose runner reads outputs from a file in the temp folder; use with `await using`. */
export interface TestJob extends AsyncDisposable {
  readonly folders: TestFolders;
  readonly context: DeliveryContext;
  /** The runner's file with the outputs of the step. */
  readonly outputFile: string;
  /** The output that was set last under this name, as the runner reads it. */
  output(name: string): string | undefined;
  /** From now on, setting an output fails after half of the value was written, as on a full disk. */
  fillDisk(): void;
  /** Environment variables for later steps. */
  readonly variables: Readonly<Record<string, string>>;
  readonly openSsh: FakeOpenSsh;
  readonly cleanup: CleanupContext & StoreCleanupContext;
  /** Values are files in a folder of the job. */
  readonly stores: FakeStores;
  /** Lines that destinations printed. */
  readonly notices: readonly string[];
  /** Every file of the job with its content: two equal snapshots mean that nothing was created or changed. */
  snapshot(): Record<string, string>;
}

export async function createTestJob(): Promise<TestJob> {
  const folders = await createJobFolders();
  const outputFile = path.join(folders.temp, 'set_output_0');
  writeFileSync(outputFile, '');
  let isFull = false;
  const aside = await mkdtemp(path.join(tmpdir(), 'ssh-'));
  const openSsh = createFakeOpenSsh(aside);
  const variables: Record<string, string> = {};
  const stores = new FakeStores(path.join(folders.root, 'stores'));
  const notices: string[] = [];
  const context: DeliveryContext = {
    folders,
    systemTemp: tmpdir(),
    agentSocket: undefined,
    childEnvironment: { PATH: openSsh.bin },
    run: someRun,
    caller: { credentials: '0123456789abcdef', account: 'abcdef0123456789' },
    openStore: stores.open,
    notice: (text) => void notices.push(text),
    exportVariable(name, value) {
      variables[name] = value;
    },
    keepsFiles: true,
    stepId: 'key',
    randomHex: (bytes) => 'f0'.repeat(bytes),
    userId: process.geteuid?.(),
    restrictToOwner: undefined,
    outputFile: () => outputFile,
    setOutput(name, value) {
      const written = isFull ? value.slice(0, value.length / 2) : `${value}\nEND\n`;
      appendFileSync(outputFile, `${name}<<END\n${written}`);
      if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    },
  };
  return {
    folders,
    context,
    openSsh,
    cleanup: {
      temp: folders.temp,
      childEnvironment: context.childEnvironment,
      endAgents: openSsh.endAgents,
      openStore: async (reference) => ({
        store: await stores.open(reference),
        isSameAccount: async () => true,
      }),
    },
    variables,
    stores,
    notices,
    outputFile,
    output: (name) => outputIn(readFileSync(outputFile, 'utf8'), name),
    fillDisk() {
      isFull = true;
    },
    snapshot: () => snapshotOf(folders.root),
    async [Symbol.asyncDispose]() {
      await openSsh[Symbol.asyncDispose]();
      await rm(aside, { recursive: true, force: true });
      await folders[Symbol.asyncDispose]();
    },
  };
}

function outputIn(text: string, name: string): string | undefined {
  const start = text.lastIndexOf(`${name}<<END\n`);
  if (start < 0) return undefined;
  const value = text.slice(start + `${name}<<END\n`.length);
  return value.slice(0, value.indexOf('\nEND\n'));
}

function snapshotOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const full = path.join(entry.parentPath, entry.name);
    return [path.relative(root, full), entry.isFile() ? readFileSync(full, 'utf8') : '(no file)'] as const;
  });
  return Object.fromEntries(entries);
}
