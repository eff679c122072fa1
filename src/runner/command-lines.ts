import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from './child-processes.ts';
import { processNumbers, stringsIn } from './processes.ts';

/** A process, and its program and arguments with spaces between them. */
export interface CommandLine {
  readonly pid: number;
  readonly text: string;
}

/** Milliseconds. PowerShell takes about one second. */
const timeLimit = 5_000;

/** Bytes of a list of processes. */
const maxPrinted = 16 * 1024 * 1024;

/** Only .NET and the language itself: a module of that name, which an earlier step can install, is never loaded. */
const windowsScript = `[Console]::OutputEncoding = [Text.Encoding]::UTF8
$query = 'SELECT ProcessId, CommandLine FROM Win32_Process WHERE Name = ''ssh-agent.exe'''
foreach ($each in ([wmisearcher]$query).Get()) {
  '{0} {1}' -f $each.ProcessId, $each.CommandLine
}`;

/** The processes of this machine, as far as this user may see them; on Windows, those of a program `ssh-agent`. */
export async function commandLines(platform: NodeJS.Platform = process.platform): Promise<CommandLine[]> {
  if (platform === 'linux') {
    return processNumbers().map((pid) => ({
      pid,
      text: stringsIn(`/proc/${pid}/cmdline`).join(' ').trimEnd(),
    }));
  }
  if (platform !== 'win32') return listed('/bin/ps', ['-A', '-ww', '-o', 'pid=,args=']);
  const { windowsPrograms } = await import('./windows-programs.ts');
  const shell = path.win32.join(windowsPrograms(), 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  return listed(shell, ['-NoProfile', '-NonInteractive', '-Command', windowsScript]);
}

/** What a program prints, as lines of `<pid> <program and arguments>`; nothing if it fails. */
async function listed(program: string, args: readonly string[]): Promise<CommandLine[]> {
  const options = {
    cwd: path.resolve('/'),
    env: childEnvironment(),
    timeout: timeLimit,
    maxBuffer: maxPrinted,
    windowsHide: true,
  };
  const { stdout } = await promisify(execFile)(program, args, options).catch(() => ({ stdout: '' }));
  return [...stdout.matchAll(/^ *(\d+) (.*?) *\r?$/gm)].map(([, pid, text = '']) => ({
    pid: Number(pid),
    text,
  }));
}
