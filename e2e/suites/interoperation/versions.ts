import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment, wholeEnvironment } from '../../lib/environment.ts';
import type { PartName } from '../../lib/parts.ts';
import type { Site } from '../../lib/suite.ts';

/** How to ask each program for its version; some print it as an error. */
const questions: readonly (readonly [title: string, program: PartName, ...args: string[]])[] = [
  ['OpenSSH', 'ssh', '-V'],
  ['PuTTY', 'puttygen', '-V'],
  ['OpenSSL', 'openssl', 'version'],
  ['paramiko', 'paramiko', '-c', 'import paramiko; print(paramiko.__version__)'],
  ['AWS CLI', 'aws', '--version'],
];

/** The version of each program, as a sentence. */
export async function versionsOf(site: Site): Promise<string> {
  const versions: string[] = [];
  for (const [title, program, ...args] of questions) {
    const options = { env: cleanEnvironment(site.folder) };
    const { stdout, stderr } = await site.programs.run(site.part(program), args, options);
    versions.push(`${title} ${numberIn(stdout + stderr)}`);
  }
  const ssh2: unknown = JSON.parse(await readFile(path.join(site.part('ssh2'), 'package.json'), 'utf8'));
  return [...versions, `ssh2 ${versionIn(ssh2)}`, `x/crypto ${await versionOfCrypto(site)}`].join(', ');
}

async function versionOfCrypto(site: Site): Promise<string> {
  const list = ['list', '-C', path.join(import.meta.dirname, 'go'), '-m', 'golang.org/x/crypto'];
  return numberIn(await site.programs.output(site.part('go'), list, { env: wholeEnvironment() }));
}

function numberIn(text: string): string {
  return /\d+\.\d+[\w.]*/.exec(text)?.[0] ?? '?';
}

function versionIn(manifest: unknown): string {
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '?';
}
