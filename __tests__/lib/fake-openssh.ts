import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Stand-ins for `ssh-agent` and `ssh-add`, for machines without OpenSSH. The agent keeps each key in a file beside its
 * socket, so that a test can see what it was given. Files `refuses` and `locked` beside the socket make it refuse keys, or
 * everything.
 */
export interface FakeOpenSsh extends AsyncDisposable {
  /** The folder of the programs, for PATH. */
  readonly bin: string;
  /** Starts an agent, as an earlier step does. Returns the path of its socket. */
  startAgent(): Promise<string>;
  /** What an agent was given, and still has. */
  keysOf(socket: string): string[];
  refuseKeys(socket: string): void;
  /** Every call of `ssh-add`. */
  calls(): readonly SshAddCall[];
  /** Sockets of the agents that are running. */
  running(): string[];
  endAgents(socket: string): Promise<boolean>;
  /** Locks an agent, as `ssh-add -x`: it lists no keys, and refuses everything. */
  lock(socket: string): void;
  unlock(socket: string): void;
}

export interface SshAddCall {
  readonly args: readonly string[];
  /** The names of the variables that it got. */
  readonly variables: readonly string[];
  /** Its current folder. */
  readonly folder: string;
}

export function createFakeOpenSsh(folder: string): FakeOpenSsh {
  const bin = path.join(folder, 'bin');
  const pids = path.join(folder, 'pids');
  const log = path.join(folder, 'calls');
  for (const made of [bin, pids]) mkdirSync(made, { recursive: true });
  writeFileSync(log, '');
  writeProgram(path.join(bin, 'ssh-agent'), agentProgram(pids));
  writeProgram(path.join(bin, 'ssh-add'), addProgram(log));
  const agents = (): { pid: number; socket: string }[] =>
    readdirSync(pids).map((name) => ({
      pid: Number(name),
      socket: readFileSync(path.join(pids, name), 'utf8'),
    }));
  const end = ({ pid }: { readonly pid: number }): void => {
    rmSync(path.join(pids, String(pid)), { force: true });
    try {
      process.kill(pid);
    } catch {
      // It has ended by itself.
    }
  };
  return {
    bin,
    async startAgent() {
      const own = path.join(folder, 'agent');
      mkdirSync(own);
      const socket = path.join(own, 'socket');
      spawn(path.join(bin, 'ssh-agent'), ['-D', '-a', socket], { stdio: 'ignore', detached: true }).unref();
      for (let looks = 0; looks < 200 && !existsSync(socket); looks += 1) await wait(20);
      return socket;
    },
    keysOf: (socket) => keyFiles(socket).map((file) => readFileSync(file, 'utf8')),
    refuseKeys: (socket) => writeFileSync(path.join(path.dirname(socket), 'refuses'), ''),
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as SshAddCall),
    running: () => agents().map(({ socket }) => socket),
    async endAgents(socket) {
      const found = agents().filter((agent) => agent.socket === socket);
      for (const agent of found) end(agent);
      for (let looks = 0; looks < 200 && found.length > 0 && existsSync(socket); looks += 1) await wait(20);
      return found.length > 0;
    },
    lock: (socket) => writeFileSync(path.join(path.dirname(socket), 'locked'), ''),
    unlock: (socket) => rmSync(path.join(path.dirname(socket), 'locked')),
    async [Symbol.asyncDispose]() {
      for (const agent of agents()) end(agent);
    },
  };
}

function keyFiles(socket: string): string[] {
  const folder = path.dirname(socket);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.startsWith('key-'))
        .map((name) => path.join(folder, name))
    : [];
}

function writeProgram(file: string, source: string): void {
  writeFileSync(file, `#!${process.execPath}\n${source}`);
  chmodSync(file, 0o755);
}

const agentProgram = (pids: string): string => `
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const socket = process.argv[4];
const folder = path.dirname(socket);
const keys = new Map();
const remove = (line) => { fs.rmSync(keys.get(line).file, { force: true }); keys.delete(line); };
const answer = ({ act, line, comment, text }) => {
  if (fs.existsSync(path.join(folder, 'locked'))) return act === 'list' ? { lines: [] } : { refused: true };
  if (act === 'list') return { lines: [...keys].map(([known, key]) => known + ' ' + key.comment) };
  if (act === 'clear') { for (const known of [...keys.keys()]) remove(known); return {}; }
  if (act === 'remove') { if (!keys.has(line)) return { refused: true }; remove(line); return {}; }
  if (fs.existsSync(path.join(folder, 'refuses'))) return { refused: true };
  const file = path.join(folder, 'key-' + keys.size);
  fs.writeFileSync(file, text);
  keys.set(line, { comment, file });
  return {};
};
net.createServer((connection) => {
  let text = '';
  connection.setEncoding('utf8').on('error', () => {}).on('data', (part) => {
    text += part;
    if (text.endsWith('\\n')) connection.end(JSON.stringify(answer(JSON.parse(text))));
  });
}).listen(socket, () => fs.writeFileSync(path.join(${JSON.stringify(pids)}, String(process.pid)), socket));
process.on('SIGTERM', () => { for (const known of [...keys.keys()]) remove(known); fs.rmSync(socket, { force: true }); process.exit(0); });
setTimeout(() => process.exit(0), 300_000).unref();
`;

const addProgram = (log: string): string => `
const fs = require('node:fs');
const net = require('node:net');
const args = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, variables: Object.keys(process.env).sort(), folder: process.cwd() }) + '\\n');
const wire = (bytes) => { const all = []; for (let at = 0; at < bytes.length;) { const length = bytes.readUInt32BE(at); all.push(bytes.subarray(at + 4, at + 4 + length)); at += 4 + length; } return all; };
const typeOf = (blob) => wire(blob)[0].toString();
function readKey(text) {
  if (!/^-----BEGIN OPENSSH PRIVATE KEY-----\\n[^]*-----END OPENSSH PRIVATE KEY-----\\n$/.test(text)) process.exit(1);
  const bytes = Buffer.from(text.replace(/-----.*-----/g, ''), 'base64').subarray(15);
  let at = 0;
  const string = () => { const length = bytes.readUInt32BE(at); at += 4 + length; return bytes.subarray(at - length, at); };
  string(); string(); string(); at += 4;
  const blob = string();
  const secrets = string().subarray(8);
  const fields = [];
  for (let from = 0; from + 4 <= secrets.length && fields.length < 8;) { const length = secrets.readUInt32BE(from); fields.push(secrets.subarray(from + 4, from + 4 + length)); from += 4 + length; }
  const comment = fields[typeOf(blob) === 'ssh-rsa' ? 7 : 3].toString();
  return { act: 'add', line: typeOf(blob) + ' ' + blob.toString('base64'), comment, text };
}
function ask(question) {
  return new Promise((resolve) => {
    let text = '';
    const connection = net.connect(process.env.SSH_AUTH_SOCK ?? '', () => connection.write(JSON.stringify(question) + '\\n'));
    connection.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => resolve(JSON.parse(text))).on('error', () => process.exit(2));
  });
}
(async () => {
  if (args.includes('-L')) {
    const { lines } = await ask({ act: 'list' });
    console.log(lines.length === 0 ? 'The agent has no identities.' : lines.join('\\n'));
    process.exitCode = lines.length === 0 ? 1 : 0;
  } else {
    const question = args.includes('-D') ? { act: 'clear' }
      : args.includes('-d') ? { act: 'remove', line: fs.readFileSync(args.at(-1), 'utf8').trim().split(' ', 2).join(' ') }
      : readKey(fs.readFileSync(0, 'utf8'));
    process.exitCode = (await ask(question)).refused ? 1 : 0;
  }
})();
`;
