import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/**
 * Replaces `aws` and `ssh` in workflows that launch an instance. The instance is the sshd on this machine, which gets
 * the public key from EC2, as an instance does when it boots. All other calls are passed to the real programs.
 *
 * `node instance-commands.ts <settings> aws|ssh <arguments>`
 */
interface Settings {
  readonly eventLog: string;
  readonly authorizedKeys: string;
  readonly aws: string;
  readonly ssh: string;
  /** Options that connect to the sshd on this machine, whatever the host. */
  readonly sshOptions: readonly string[];
}

const [settingsFile = '', program, ...args] = process.argv.slice(2);
const settings: Settings = JSON.parse(readFileSync(settingsFile, 'utf8'));

process.exitCode = program === 'ssh' ? ssh() : aws();

function aws(): number {
  const [service, command] = args;
  if (service !== 'ec2') return passOn(settings.aws, args);
  switch (command) {
    case 'run-instances':
      return launch(argumentOf('--key-name'));
    case 'wait':
      return 0;
    case 'describe-instances':
      return say('instance.example');
    case 'terminate-instances':
      writeFileSync(settings.authorizedKeys, '');
      record({ event: 'terminated' });
      return 0;
    default:
      return passOn(settings.aws, args);
  }
}

/** Fails for a key pair that does not exist, as EC2 does. NO_CAPACITY: no instance can be launched. */
function launch(keyName: string): number {
  if (process.env['NO_CAPACITY'] !== undefined) {
    process.stderr.write('An error occurred (InsufficientInstanceCapacity) when calling RunInstances\n');
    return 254;
  }
  const which = ['--key-names', keyName, '--include-public-key', '--query', 'KeyPairs[0].PublicKey'];
  const { status, stdout, stderr } = spawnSync(
    settings.aws,
    ['ec2', 'describe-key-pairs', ...which, '--output', 'text'],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    process.stderr.write(stderr);
    return status ?? 1;
  }
  writeFileSync(settings.authorizedKeys, stdout);
  record({ event: 'launched', keyName, publicKey: stdout.trim() });
  return say('i-0123456789abcdef0');
}

function ssh(): number {
  const privateKey = argumentOf('-i');
  const mode = (statSync(privateKey).mode & 0o777).toString(8);
  const status = passOn(settings.ssh, [...settings.sshOptions, ...args]);
  record({ event: 'logged in', privateKey, mode, status });
  return status;
}

function argumentOf(option: string): string {
  const value = args[args.indexOf(option) + 1];
  if (!args.includes(option) || value === undefined) throw new Error(`No ${option} in: ${args.join(' ')}`);
  return value;
}

function passOn(file: string, its: readonly string[]): number {
  return spawnSync(file, its, { stdio: 'inherit' }).status ?? 1;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function record(event: Readonly<Record<string, unknown>>): void {
  appendFileSync(settings.eventLog, `${JSON.stringify(event)}\n`);
}
