import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findNode24, packagesAreStale } from '../../../scripts/node24.mjs';

const launcher = path.resolve(import.meta.dirname, '../../../scripts/node24.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-node24-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the Node that is found has version 24 or newer', () => {
  const { stdout } = spawnSync(findNode24(), ['-p', 'process.versions.node'], { encoding: 'utf8' });
  expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(24);
});

describe('packages', () => {
  const wanted = {
    '': { name: 'widgets' },
    'node_modules/left': { version: '1.0.0' },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  };

  test('are stale in a fresh clone', () => {
    lock(wanted);
    expect(packagesAreStale(folder)).toBe(true);
  });

  test('are up to date if all are installed, except those for other platforms', () => {
    lock(wanted);
    installed({ 'node_modules/left': { version: '1.0.0' } });
    expect(packagesAreStale(folder)).toBe(false);
  });

  test('are stale if one is missing', () => {
    lock({ ...wanted, 'node_modules/right': { version: '1.0.0' } });
    installed({ 'node_modules/left': { version: '1.0.0' } });
    expect(packagesAreStale(folder)).toBe(true);
  });

  test('are stale if one has another version', () => {
    lock(wanted);
    installed({ 'node_modules/left': { version: '1.0.1' } });
    expect(packagesAreStale(folder)).toBe(true);
  });
});

describe('the launcher', () => {
  beforeEach(() => {
    mkdirSync(path.join(folder, 'scripts'));
    copyFileSync(launcher, path.join(folder, 'scripts/node24.mjs'));
    lock({ '': {} });
    installed({});
  });

  test('runs a script with its arguments, and exits with its status', () => {
    writeFileSync(
      path.join(folder, 'script.ts'),
      'console.log(process.argv.slice(2)); process.exitCode = 7 as number;',
    );
    const run = launch(['script.ts', 'one', '--two']);
    expect(run.stdout).toBe("[ 'one', '--two' ]\n");
    expect(run.status).toBe(7);
  });

  test('fails if the script is killed', () => {
    writeFileSync(path.join(folder, 'script.ts'), "process.kill(process.pid, 'SIGKILL');");
    expect(launch(['script.ts']).status).toBe(1);
  });

  test('first installs packages in a fresh clone, without their install scripts', () => {
    rmSync(path.join(folder, 'node_modules'), { recursive: true });
    writeFileSync(
      path.join(folder, 'npm.cjs'),
      "require('node:fs').writeFileSync('npm.txt', process.argv.slice(2).join(' '))",
    );
    writeFileSync(path.join(folder, 'script.ts'), "console.log('continued')");
    const run = launch(['script.ts'], { npm_execpath: path.join(folder, 'npm.cjs') });
    expect(run.stdout).toBe('continued\n');
    expect(readFileSync(path.join(folder, 'npm.txt'), 'utf8')).toMatch(/^ci --ignore-scripts\b/);
  });

  test('fails if packages cannot be installed', () => {
    rmSync(path.join(folder, 'node_modules'), { recursive: true });
    writeFileSync(path.join(folder, 'npm.cjs'), 'process.exitCode = 1');
    writeFileSync(path.join(folder, 'script.ts'), "console.log('continued')");
    const run = launch(['script.ts'], { npm_execpath: path.join(folder, 'npm.cjs') });
    expect(run).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('npm ci') });
  });
});

function launch(args: string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['scripts/node24.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH: process.env['PATH'], ...env },
  });
}

function lock(packages: object): void {
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages }));
}

function installed(packages: object): void {
  mkdirSync(path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}
