import { rmSync, symlinkSync } from 'node:fs';
import type { OpenSsh } from '../open-ssh.ts';
import { intoNewAgent, intoUnrelatedAgent } from '../runner-cases.ts';
import { addNewKey, removeAllKeys, setLock } from '../ssh-programs.ts';

/** The step's own agent, or that of an earlier step. */
export type AgentUse = typeof intoNewAgent;

/** What goes wrong with an agent or its programs, and when. */
export interface AgentFault {
  readonly name: string;
  readonly operations: readonly AgentUse[];
  readonly at: 'before main' | 'when EC2 has the key pair' | 'before post';
  put(openSsh: OpenSsh): void;
  /** Default: `success`. */
  readonly main?: 'failure';
  /** What main prints. */
  readonly prints?: RegExp;
  /** What post prints as its only warning; it prints none otherwise. */
  readonly warns?: RegExp;
  /** Whether a key stays where post cannot reach it, or another user's agent ends by itself. */
  readonly leaves?: 'a key' | 'no agent';
  readonly waits?: true;
}

const [own, others] = [[intoNewAgent], [intoUnrelatedAgent]] as const;
const both = [...own, ...others];

/** A program that never ends, and has no children. */
const hang = 'kill -STOP $$';

const notAccepted = /The SSH agent did not accept the private key/;

const beforeMain = [
  {
    name: 'ssh-add is missing',
    operations: both,
    put: (openSsh) => openSsh.remove('ssh-add'),
    main: 'failure',
    prints: /Cannot run ssh-add: it is not installed, or not on PATH/,
  },
  {
    name: 'ssh-agent is missing',
    operations: own,
    put: (openSsh) => openSsh.remove('ssh-agent'),
    main: 'failure',
    prints: /Cannot run ssh-agent: it is not installed, or not on PATH/,
  },
  {
    name: 'ssh-agent ends at once',
    operations: own,
    put: (openSsh) => openSsh.replace('ssh-agent', 'exit 1'),
    main: 'failure',
    prints: /ssh-agent ended at once/,
  },
  {
    name: 'ssh-agent does not answer',
    operations: own,
    put: (openSsh) => openSsh.replace('ssh-agent', hang),
    main: 'failure',
    prints: /The new SSH agent does not answer/,
  },
  {
    name: 'ssh-add does not end',
    operations: both,
    put: (openSsh) => openSsh.replace('ssh-add', hang),
    main: 'failure',
    prints: /The new SSH agent does not answer/,
    waits: true,
  },
  {
    name: 'ssh-add refuses the key',
    operations: both,
    put: (openSsh) => openSsh.replaceAdding('exit 1'),
    main: 'failure',
    prints: notAccepted,
  },
  {
    name: 'ssh-add does not end when it gets the key',
    operations: both,
    put: (openSsh) => openSsh.replaceAdding(hang),
    main: 'failure',
    prints: notAccepted,
    waits: true,
  },
  {
    name: 'the agent is locked',
    operations: others,
    put: ({ unrelated }) => unrelated?.lock(),
    main: 'failure',
    prints: notAccepted,
  },
  {
    name: 'the agent does not answer',
    operations: others,
    put: ({ unrelated }) => unrelated?.suspend(),
    waits: true,
  },
] satisfies readonly Omit<AgentFault, 'at'>[];

const whenCreated = [
  {
    name: 'the agent is ended',
    operations: own,
    put: (openSsh) => endAll(openSsh),
    main: 'failure',
    prints: notAccepted,
  },
  {
    name: 'the agent is locked',
    operations: others,
    put: ({ unrelated }) => unrelated?.lock(),
    main: 'failure',
    prints: notAccepted,
  },
  {
    name: 'ssh-add is removed',
    operations: both,
    put: (openSsh) => openSsh.remove('ssh-add'),
    main: 'failure',
    prints: /Cannot run ssh-add/,
  },
] satisfies readonly Omit<AgentFault, 'at'>[];

const beforePost = [
  { name: 'nothing', operations: both, put: () => undefined },
  { name: 'the agent is ended', operations: own, put: (openSsh) => endAll(openSsh) },
  {
    name: 'the agent is ended',
    operations: others,
    put: ({ unrelated }) => unrelated?.end(),
    leaves: 'no agent',
  },
  {
    name: 'the socket is deleted',
    operations: own,
    put: (openSsh) => eachSocket(openSsh, (socket) => rmSync(socket)),
  },
  {
    name: "the socket is a link to another user's agent",
    operations: own,
    put: (openSsh) =>
      eachSocket(openSsh, (socket) => {
        rmSync(socket);
        symlinkSync(openSsh.unrelated?.socket ?? '', socket);
      }),
  },
  {
    name: 'a later step adds a key',
    operations: both,
    put: (openSsh) => {
      eachSocket(openSsh, (socket) => addNewKey(socket, `${openSsh.bin}-key`));
      openSsh.unrelated?.addAnother();
    },
  },
  {
    name: 'a later step removes all keys',
    operations: own,
    put: (openSsh) => eachSocket(openSsh, (socket) => removeAllKeys(socket)),
  },
  {
    name: 'a later step removes all keys',
    operations: others,
    put: ({ unrelated }) => unrelated?.empty(),
  },
  {
    name: 'the agent is locked',
    operations: own,
    put: (openSsh) => eachSocket(openSsh, (socket) => setLock(socket, '-x', openSsh.bin)),
  },
  {
    name: 'the agent is locked',
    operations: others,
    put: ({ unrelated }) => unrelated?.lock(),
    leaves: 'a key',
    warns: /the private key in the SSH agent.*\n.*ssh-add -d/,
  },
  {
    name: 'the agent does not answer',
    operations: own,
    put: (openSsh) => {
      for (const { pid } of openSsh.agentsOfActions()) process.kill(pid, 'SIGSTOP');
    },
    waits: true,
  },
  {
    name: 'the agent does not answer',
    operations: others,
    put: ({ unrelated }) => unrelated?.suspend(),
    leaves: 'a key',
    warns: /the private key in the SSH agent/,
    waits: true,
  },
  { name: 'ssh-add is missing', operations: own, put: (openSsh) => openSsh.remove('ssh-add') },
  {
    name: 'ssh-add is missing',
    operations: others,
    put: (openSsh) => openSsh.remove('ssh-add'),
    leaves: 'a key',
    warns: /the private key in the SSH agent.*\n.*\n.*Cannot run ssh-add/,
  },
  {
    name: 'ssh-add does not end',
    operations: own,
    put: (openSsh) => openSsh.replace('ssh-add', hang),
    waits: true,
  },
  {
    name: 'ssh-add does not end',
    operations: others,
    put: (openSsh) => openSsh.replace('ssh-add', hang),
    leaves: 'a key',
    warns: /the private key in the SSH agent/,
    waits: true,
  },
] satisfies readonly Omit<AgentFault, 'at'>[];

export const agentFaults: readonly AgentFault[] = [
  ...beforeMain.map((fault) => ({ ...fault, at: 'before main' as const })),
  ...whenCreated.map((fault) => ({ ...fault, at: 'when EC2 has the key pair' as const })),
  ...beforePost.map((fault) => ({ ...fault, at: 'before post' as const })),
];

function endAll(openSsh: OpenSsh): void {
  for (const { pid } of openSsh.agentsOfActions()) process.kill(pid, 'SIGKILL');
}

function eachSocket(openSsh: OpenSsh, work: (socket: string) => void): void {
  for (const { socket } of openSsh.agentsOfActions()) work(socket);
}
