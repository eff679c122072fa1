/**
 * Runs a script of this repository with Node 24, whatever Node starts it (20 or newer):
 * `node scripts/node24.mjs scripts/test.ts …`. Works in a fresh clone: if packages are missing or differ from the
 * lockfile, they are installed first, without install scripts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The path of a Node binary, version 24 or newer: that of this process, the one that npm installed for this platform,
 * or `node` on PATH, in this order.
 *
 * @throws Error with instructions if there is none.
 */
export function findNode24() {
  if (majorOf(process.versions.node) >= 24) return process.execPath;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, binary);
  for (const candidate of [packaged, 'node']) {
    const result = spawnSync(candidate, ['-p', 'process.versions.node + " " + process.execPath'], {
      encoding: 'utf8',
    });
    const [version, execPath] = result.status === 0 ? result.stdout.trim().split(/ (.*)/) : [];
    if (version && execPath && majorOf(version) >= 24) return execPath;
  }
  throw new Error(
    `This needs Node 24 or newer, but this is ${process.version}, node_modules/node-${platform}-${process.arch} does not exist, and PATH has none.\n` +
      'Install Node 24 (https://nodejs.org/en/download, or `nvm install 24`) and run the command again.',
  );
}

/**
 * Whether node_modules lacks a package in the lockfile, or contains another version of it. Packages for other platforms
 * may be missing.
 *
 * @param {string} folder - The folder of package-lock.json.
 */
export function packagesAreStale(folder) {
  const installedList = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return true;
  const installed = packagesOf(installedList);
  return Object.entries(packagesOf(path.join(folder, 'package-lock.json'))).some(([where, wanted]) => {
    if (where === '') return false;
    const found = installed[where];
    return found === undefined ? !(wanted.optional || wanted.devOptional) : found.version !== wanted.version;
  });
}

/** @param {string} lockfile */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}

function installPackages() {
  const npm = process.env.npm_execpath;
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('`npm ci` failed, see above.');
}

/** @param {string[]} args */
function runUnderNode24(args) {
  const child = spawn(findNode24(), args, { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both processes. The child handles it, and this process ends with the child.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    throw error;
  });
  child.on('exit', (status) => {
    process.exitCode = status ?? 1;
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (packagesAreStale(root)) installPackages();
    runUnderNode24(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
