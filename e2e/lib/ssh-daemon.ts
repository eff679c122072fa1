import { once } from 'node:events';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { cleanEnvironment } from './environment.ts';
import type { Ended, Started } from './programs.ts';
import type { Site } from './suite.ts';

/** OpenSSH requires it when root starts the server. It stays: another server may use it by now. */
const separationFolder = '/run/sshd';

/** OpenSSH's server on 127.0.0.1, with its own host key and configuration, for the user of this process. */
export class SshDaemon {
  readonly port: number;
  readonly user = userInfo().username;
  readonly #site: Site;
  readonly #folder: string;
  readonly #started: Started;

  private constructor(
    site: Site,
    {
      folder,
      port,
      started,
    }: {
      folder: string;
      port: number;
      started: Started;
    },
  ) {
    this.#site = site;
    this.#folder = folder;
    this.port = port;
    this.#started = started;
  }

  /** Starts the server and waits for its greeting. Each one of a suite has another name. */
  static async start(site: Site, name = 'sshd'): Promise<SshDaemon> {
    const folder = path.join(site.folder, name);
    await mkdir(folder);
    const hostKey = path.join(folder, 'host-key');
    const env = cleanEnvironment(folder);
    await site.programs.output(
      site.part('ssh-keygen'),
      ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', hostKey],
      { env },
    );
    const port = await freePort();
    const publicHostKey = await readFile(`${hostKey}.pub`, 'utf8');
    await writeFile(path.join(folder, 'known_hosts'), `[127.0.0.1]:${port} ${publicHostKey}`);
    await writeFile(path.join(folder, 'authorized_keys'), '');
    await writeFile(path.join(folder, 'config'), configuration({ folder, hostKey, port }));
    if (process.getuid?.() === 0) await mkdir(separationFolder, { mode: 0o755, recursive: true });
    const started = site.programs.start(site.part('sshd'), ['-D', '-e', '-f', path.join(folder, 'config')], {
      env,
      limit: 20 * 60_000,
    });
    const daemon = new SshDaemon(site, { folder, port, started });
    try {
      await daemon.#untilReady();
    } catch (error) {
      await daemon.end();
      throw error;
    }
    return daemon;
  }

  /** Accepts a public key from now on. */
  async admit(publicKey: string): Promise<void> {
    await appendFile(this.authorizedKeys, `${publicKey}\n`);
  }

  /** Accepts no key from now on. */
  async admitNoOne(): Promise<void> {
    await writeFile(this.authorizedKeys, '');
  }

  get authorizedKeys(): string {
    return path.join(this.#folder, 'authorized_keys');
  }

  /** Options with which OpenSSH's client connects to this server, without this machine's configuration. */
  get clientOptions(): string[] {
    return ['-o', 'IdentitiesOnly=yes', '-o', 'IdentityAgent=none', ...this.#connectionOptions];
  }

  /** The same for a client that uses only the agent of `SSH_AUTH_SOCK`. */
  get agentOptions(): string[] {
    return ['-o', 'IdentityFile=none', '-o', 'StrictHostKeyChecking=yes', ...this.#connectionOptions];
  }

  get #connectionOptions(): string[] {
    return [
      ['-F', 'none'],
      ['-o', 'BatchMode=yes'],
      ['-o', `UserKnownHostsFile=${path.join(this.#folder, 'known_hosts')}`],
      ['-o', 'GlobalKnownHostsFile=none'],
      ['-o', 'HostName=127.0.0.1'],
      ['-o', `Port=${this.port}`],
      ['-o', `User=${this.user}`],
      ['-o', 'ConnectTimeout=20'],
    ].flat();
  }

  /** Logs in with a private key file, as `ssh -i` does, and runs a command. */
  login(privateKeyPath: string, command: string): Promise<Ended> {
    return this.#login([], privateKeyPath, command);
  }

  /** The same, with a program that gives the passphrase (SSH_ASKPASS), and the variables that it reads. */
  loginWithAskpass(
    privateKeyPath: string,
    command: string,
    {
      program,
      variables,
    }: { readonly program: string; readonly variables: Readonly<Record<string, string>> },
  ): Promise<Ended> {
    const asked = { SSH_ASKPASS: program, SSH_ASKPASS_REQUIRE: 'force', ...variables };
    return this.#login(
      ['-o', 'BatchMode=no', '-o', 'NumberOfPasswordPrompts=1'],
      privateKeyPath,
      command,
      asked,
    );
  }

  #login(
    first: readonly string[],
    privateKeyPath: string,
    command: string,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const options = [...first, ...this.clientOptions, '-o', 'StrictHostKeyChecking=yes'];
    const args = [...options, '-i', privateKeyPath, 'instance', command];
    return this.#site.programs.run(this.#site.part('ssh'), args, {
      env: cleanEnvironment(this.#folder, variables),
    });
  }

  /** Logs in with PuTTY's own client, which reads the passphrase from its input: it has no terminal. */
  async loginWithPlink(privateKeyPath: string, command: string, passphrase = ''): Promise<Ended> {
    const asks = passphrase === '' ? ['-batch'] : [];
    const where = ['-P', String(this.port), '-l', this.user];
    const hostKey = ['-hostkey', await this.#hostKeyFingerprint()];
    const args = ['-ssh', ...asks, '-noagent', ...where, ...hostKey, '-i', privateKeyPath, '127.0.0.1'];
    return this.#site.programs.run(this.#site.part('plink'), [...args, command], {
      env: cleanEnvironment(this.#folder),
      input: `${passphrase}\n`,
    });
  }

  async end(): Promise<void> {
    await this.#started.end();
  }

  async #hostKeyFingerprint(): Promise<string> {
    const args = ['-l', '-f', path.join(this.#folder, 'host-key.pub')];
    const line = await this.#site.programs.output(this.#site.part('ssh-keygen'), args, {
      env: cleanEnvironment(this.#folder),
    });
    return line.split(' ')[1] ?? '';
  }

  async #untilReady(): Promise<void> {
    let over = false;
    const noteEnd = (): void => {
      over = true;
    };
    this.#started.ended.then(noteEnd, noteEnd);
    const timeout = AbortSignal.timeout(20_000);
    while (!(await greeting(this.port)).startsWith('SSH-2.0-')) {
      if (over || timeout.aborted)
        throw new Error(`sshd did not start. It printed:\n${this.#started.printed()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function configuration({ folder, hostKey, port }: { folder: string; hostKey: string; port: number }): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    'PidFile none',
    `AuthorizedKeysFile ${path.join(folder, 'authorized_keys')}`,
    // The temporary folder may be writable by others.
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'LogLevel VERBOSE',
    '',
  ].join('\n');
}

/** The greeting of a server. Empty if there is no server. */
async function greeting(port: number): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, timeout: 5_000 });
  try {
    const [first]: unknown[] = await once(socket, 'data');
    return String(first);
  } catch {
    return '';
  } finally {
    socket.destroy();
  }
}

/** A port that is free now. Nothing reserves it until the server uses it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('127.0.0.1 has no free port');
  return address.port;
}
