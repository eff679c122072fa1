import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, globSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JobFolders } from '../../local/runner/job.ts';
import { type SavedState, stateIn, stateName } from '../../test-support/claims.ts';
import type { TrapOrder } from '../../test-support/trap/order.ts';
import { type Environment, unrelated } from '../environment.ts';
import type { ExpectedLeftovers } from '../leftovers.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { baselineOf } from './baseline.ts';
import { inputs } from './changes.ts';

type Entry = readonly [name: string, value: string];

const nonce = 'f00d'.repeat(8);

/** Where a later step writes what it forges. */
type Way = 'variables' | "main's file" | 'new files';

const ways: readonly Way[] = ['variables', "main's file", 'new files'];

/** A main that a later step forges the state of. */
interface Victim {
  readonly inputs: Readonly<Record<string, string>>;
  readonly main?: TrapOrder;
  readonly leftovers: ExpectedLeftovers;
  /** Whether main had not ended, so that its file may name more things to delete, such as those of other steps. */
  readonly mayAdd?: boolean;
}

/** A later step forges every kind of state: post must release what main claimed, and touch nothing else. */
export const forgedState: Suite = {
  name: 'forged state',
  about:
    'A later step forges state: claims settled or redirected, files, processes, SSH agents, and key pairs of others',
  rows: [
    {
      operation: 'create, lifetime job, with output and file',
      fault: 'forged after main',
      inSample: true,
      cases: async () => casesOf('', { inputs, leftovers: 'nothing' }),
    },
    {
      operation: 'create, lifetime job, with output and file',
      fault: 'forged after main was killed at each claim',
      async cases(testBed) {
        const operation = { name: 'forged state', leftovers: 'nothing', inputs } as const;
        const { calls } = await baselineOf(
          { ...operation, prepare: async () => inputs, mismatches: () => [] },
          testBed,
        );
        return calls.flatMap(({ label }, at) =>
          label.startsWith('claim ')
            ? casesOf(`#${at} after ${label}, `, {
                ...operation,
                main: { at, moment: 'after', does: 'kill' },
                mayAdd: true,
              })
            : [],
        );
      },
    },
    ...[
      { operation: 'describe', with: { operation: 'describe' } },
      { operation: 'create, invalid inputs', with: { 'key-type': 'dsa' } },
    ].map(
      (step): Row => ({
        operation: step.operation,
        fault: 'forged after main, which recorded nothing',
        cases: async () => casesOf('', { inputs: step.with, leftovers: 'nothing' }),
      }),
    ),
  ],
};

function casesOf(name: string, victim: Victim): TestCase[] {
  return ways.map((way) => ({ name: `${name}${way}`, run: (testBed) => forge(victim, way, testBed) }));
}

function forge(victim: Victim, way: Way, testBed: TestBed): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    await claimUnrelatedPair(environment);
    await environment.useOpenSsh().startBystander();
    const bystander = await startBystander();
    try {
      const variables = path.join(environment.root, 'variables');
      const between = {
        name: 'between',
        if: 'always()',
        run: `sleep 0.2; cat '${variables}' >> "$GITHUB_ENV"`,
      };
      writeFileSync(variables, '');
      const job = environment.start(victim.inputs, {
        after: [between],
        ...(victim.main === undefined ? {} : { main: victim.main }),
      });
      let isForged = false;
      job.on('step-finished', ({ name }) => {
        if (name !== 'key pair') return;
        const forged = new Forgery(job.folders, environment, victim, bystander);
        if (way === 'variables') writeFileSync(variables, forged.variables());
        if (way === "main's file") forged.appendToFiles();
        if (way === 'new files') forged.addFiles();
        isForged = true;
      });
      const run = await job.finished;
      const finding = verify(environment, run, { leftovers: victim.leftovers });
      const ended = bystander.exitCode ?? bystander.signalCode;
      return {
        ...finding,
        problems: [
          ...finding.problems,
          ...(ended === null ? [] : [`post ended a process that is not main: ${ended}`]),
          ...(isForged ? [] : ['nothing was forged']),
        ],
      };
    } finally {
      bystander.kill('SIGKILL');
    }
  });
}

/** Gives the unrelated key pair a nonce that everyone knows. */
async function claimUnrelatedPair(environment: Environment): Promise<void> {
  await environment.otherUser.tag(environment.unrelatedPair?.id ?? '', {
    'ec2-key-pair-action:nonce': nonce,
  });
  environment.unrelatedPair = environment.aws
    .keyPairs('eu-west-1')
    .find(({ name }) => name === unrelated.keyName);
}

async function startBystander(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

/** Everything that a later step can forge. */
class Forgery {
  readonly #folder: string;
  readonly #folders: JobFolders;
  readonly #environment: Environment;
  readonly #victim: Victim;
  readonly #pid: number;

  constructor(folders: JobFolders, environment: Environment, victim: Victim, bystander: ChildProcess) {
    this.#folders = folders;
    this.#folder = path.join(folders.temp, '_runner_file_commands');
    this.#environment = environment;
    this.#victim = victim;
    this.#pid = bystander.pid ?? 0;
  }

  /** Lines for GITHUB_ENV. */
  variables(): string {
    const [main] = this.#states();
    const state = JSON.stringify({ ...main, entries: this.#entries(main), hasEnded: true });
    const entries = [
      ...this.#entries(main),
      [stateName, state],
      ['main-process', JSON.stringify(this.#bystander())],
    ];
    return entries.map(([name, value]) => `STATE_${name}=${value}\n`).join('');
  }

  /** Appends to every state file. */
  appendToFiles(): void {
    for (const file of this.#files()) {
      for (const state of this.#forgedStates(file)) appendFileSync(file, blockOf(state));
    }
  }

  /** Puts state files beside those of the runner. */
  addFiles(): void {
    for (const name of ['save_state_00000000-0000-0000-0000-000000000000', 'save_state_1']) {
      const file = path.join(this.#folder, name);
      writeFileSync(file, [...this.#forgedStates(file).map(blockOf), this.#note()].join(''));
    }
  }

  /** The note of a post step that it has settled the state of main. */
  #note(): string {
    const notes = this.#states().map(({ process }) =>
      JSON.stringify([process.pid, process.startedAt, process.stateFile]),
    );
    return `settled<<forged\n${JSON.stringify(notes)}\nforged\n`;
  }

  #forgedStates(file: string): SavedState[] {
    const [main] = this.#states();
    const process = main?.process ?? { pid: 1, startedAt: '1', stateFile: file, action: 'key', inputs: '' };
    const entries = this.#entries(main);
    return [
      { process, entries, hasEnded: true },
      { process, entries: [...(main?.entries ?? []), ...entries], hasEnded: false },
      { process: { ...process, stateFile: file }, entries, hasEnded: true },
      { process: { ...this.#bystander(), stateFile: file }, entries, hasEnded: false },
    ];
  }

  #entries(main: SavedState | undefined): Entry[] {
    const numbers = [1, 2, 3, 4, 5];
    const elsewhere = numbers.map((number): Entry => [`claim-${number}-held`, this.#outputElsewhere()]);
    const redirected = (main?.entries ?? []).map(([name, value]): Entry => {
      const record = JSON.parse(value) as object;
      return [
        name.replace('intended', 'held'),
        JSON.stringify({ ...record, keyName: unrelated.keyName, nonce }),
      ];
    });
    const settled = numbers.flatMap((number): Entry[] => [
      [`claim-${number}-kept`, 'true'],
      [`claim-${number}-released`, 'true'],
    ]);
    const added: Entry[] = this.#victim.mayAdd
      ? [
          ['claim-7-intended', this.#outputElsewhere()],
          ['claim-10-held', this.#unrelatedAgent('this-step')],
        ]
      : [
          ['claim-7-intended', this.#outputElsewhere()],
          ['claim-8-held', this.#unrelatedFile()],
          ['claim-9-held', this.#unrelatedPair()],
          ['claim-10-held', this.#unrelatedAgent('this-step')],
          ['claim-11-held', this.#unrelatedAgent('others')],
        ];
    return [...elsewhere, ...redirected, ...added, ...settled, ['claim-1-2-3-kept', 'true']];
  }

  #outputElsewhere(): string {
    return JSON.stringify({ kind: 'output', path: path.join(this.#folders.workspace, unrelated.file) });
  }

  #unrelatedFile(): string {
    const file = path.join(this.#folders.workspace, unrelated.file);
    const { dev, ino, birthtimeNs } = lstatSync(file, { bigint: true });
    return JSON.stringify({
      kind: 'file',
      path: file,
      temporary: path.join(this.#folders.workspace, `.ec2-key-pair-${'0'.repeat(16)}`),
      folders: [],
      identity: `${dev}:${ino}:${birthtimeNs}`,
    });
  }

  #unrelatedAgent(startedBy: 'this-step' | 'others'): string {
    const agent = this.#environment.openSsh?.unrelated;
    const [publicKey] = agent?.keys ?? [];
    return JSON.stringify({ kind: 'agent', socket: agent?.socket, startedBy, publicKey });
  }

  #unrelatedPair(): string {
    const { unrelatedPair } = this.#environment;
    return JSON.stringify({
      kind: 'key-pair',
      region: 'eu-west-1',
      keyName: unrelated.keyName,
      nonce,
      credentials: '0'.repeat(16),
      account: '0'.repeat(16),
      keyPairId: unrelatedPair?.id,
    });
  }

  /** A process of this user that is no main. */
  #bystander(): SavedState['process'] {
    const stat = existsSync('/proc') ? readFileSync(`/proc/${this.#pid}/stat`, 'latin1') : '';
    const startedAt = /\) (?:\S+ ){19}(\S+)/.exec(stat)?.[1] ?? '';
    return { pid: this.#pid, startedAt, stateFile: '', action: 'key', inputs: '' };
  }

  #files(): string[] {
    return globSync('save_state_*', { cwd: this.#folder }).map((name) => path.join(this.#folder, name));
  }

  #states(): SavedState[] {
    return this.#files().flatMap(
      (file) => stateIn(readFileSync(file, 'utf8').split('\n').at(-3) ?? '') ?? [],
    );
  }
}

/** An entry as the toolkit writes it. */
function blockOf(state: SavedState): string {
  return `${stateName}<<forged\n${JSON.stringify(state)}\nforged\n`;
}
