/**
 * Preloaded (`--import`) into main and post: takes a fact of the machine or the runner away, as the variable LACKING says,
 * before dist is loaded.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** What can be taken away, by name. */
const facts: Readonly<Record<string, () => void>> = {
  'a home folder': () => {
    delete process.env['HOME'];
    // What os.homedir() throws for a user without an entry in the user database.
    os.homedir = () => process.env['HOME'] ?? fail('ERR_SYSTEM_ERROR', 'uv_os_homedir returned ENOENT');
  },
  GITHUB_WORKSPACE: unset('GITHUB_WORKSPACE'),
  RUNNER_TEMP: unset('RUNNER_TEMP'),
  'a workspace on the disk': () => missing('GITHUB_WORKSPACE'),
  'a temp folder on the disk': () => missing('RUNNER_TEMP'),
  'the event file': () => missing('GITHUB_EVENT_PATH'),
  'an event that is whole': () => event('{"repository": '),
  'an event that is not empty': () => event(''),
  'an event without a BOM': () => event('\uFEFF{}'),
  GITHUB_EVENT_PATH: unset('GITHUB_EVENT_PATH'),
  GITHUB_REPOSITORY: unset('GITHUB_REPOSITORY'),
  GITHUB_RUN_ID: unset('GITHUB_RUN_ID'),
  GITHUB_RUN_ATTEMPT: unset('GITHUB_RUN_ATTEMPT'),
  GITHUB_JOB: unset('GITHUB_JOB'),
  GITHUB_ACTION: unset('GITHUB_ACTION'),
  GITHUB_SERVER_URL: unset('GITHUB_SERVER_URL'),
  GITHUB_STEP_SUMMARY: unset('GITHUB_STEP_SUMMARY'),
  GITHUB_OUTPUT: unset('GITHUB_OUTPUT'),
  GITHUB_STATE: unset('GITHUB_STATE'),
  'a server with a URL': () => {
    process.env['GITHUB_SERVER_URL'] = 'github.com';
  },
  'hard links (EPERM)': () => withoutLinks('EPERM'),
  'hard links (EOPNOTSUPP)': () => withoutLinks('EOPNOTSUPP'),
  'statx(2)': () =>
    changeStats((stats) => {
      stats.birthtimeNs = stats.ctimeNs;
    }),
  'times of birth': () =>
    changeStats((stats) => {
      stats.birthtimeNs = 0n;
    }),
  'statx(2) and hard links': () => {
    facts['statx(2)']?.();
    withoutLinks('EPERM');
  },
  'the device number of a path': () => changeDevices(() => 0n),
  'device numbers that fit': () => changeDevices((dev) => dev + (0x5a5an << 32n)),
};

const fact = process.env['LACKING'] ?? '';
if (/^(?:main|post)\.js$/.test(path.basename(process.argv[1] ?? ''))) {
  const takeAway = facts[fact];
  if (takeAway === undefined) throw new Error(`Unknown fact: ${fact}`);
  takeAway();
  syncBuiltinESMExports();
}

function unset(variable: string): () => void {
  return () => {
    delete process.env[variable];
  };
}

/** Lets a variable name a file or a folder that does not exist. */
function missing(variable: string): void {
  process.env[variable] = path.join(process.env[variable] ?? '', 'not/there');
}

function event(text: string): void {
  const file = path.join(process.env['RUNNER_TEMP'] ?? '', '_github_workflow/event.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  process.env['GITHUB_EVENT_PATH'] = file;
}

function withoutLinks(code: string): void {
  fs.linkSync = () => fail(code, 'link');
}

type ChangeStats = (stats: fs.BigIntStats) => void;

function changeStats(change: ChangeStats): void {
  changeCall('fstatSync', change);
  changeCall('lstatSync', change);
}

function changeDevices(change: (dev: bigint) => bigint): void {
  changeCall('lstatSync', (stats) => {
    stats.dev = change(stats.dev);
  });
}

function changeCall(name: 'fstatSync' | 'lstatSync', change: ChangeStats): void {
  const call = fs[name].bind(fs) as (...values: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...values: unknown[]) => {
      const stats = call(...values);
      if (stats instanceof fs.Stats || typeof stats !== 'object' || stats === null) return stats;
      change(stats as fs.BigIntStats);
      return stats;
    },
  });
}

function fail(code: string, message: string): never {
  throw Object.assign(new Error(`${code}: ${message}`), { code });
}
