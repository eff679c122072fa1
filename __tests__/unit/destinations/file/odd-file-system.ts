import * as fs from 'node:fs';
import { jest } from '@jest/globals';

/** What a file system does differently from the one that the tests run on. */
export interface Oddities {
  /** The error of link(2). */
  link?: string;
  /** The error of writing to a new file. */
  write?: string;
  /** The error of closing a new file, as a network drive or a quota reports that it was not written. */
  close?: string;
  /** The error of fstat(2). */
  stat?: string;
  /** The error of fchmod(2). */
  chmod?: string;
  /** The mode that every new file has, whatever was set. */
  mode?: bigint;
  /** The owner that every new file has. */
  owner?: bigint;
  /** Whether a file has another number under each of its names. */
  numbersByName?: boolean;
  /** Whether there is no time of birth. */
  noBirthTime?: boolean;
  /** Whether the time of the last change is in its place, as without statx(2). */
  noStatx?: boolean;
  /** The device number of a path. The open file has another one. */
  deviceOfPaths?: (dev: bigint) => bigint;
}

/** Set by a test, and reset by `normal`. */
export const oddities: Oddities = {};

export function normal(): void {
  for (const name of Object.keys(oddities)) Reflect.deleteProperty(oddities, name);
}

const opened = new Map<number, string>();

/** Replaces node:fs for everything that is imported afterwards. */
export function mockFileSystem(): void {
  const odd = { ...fs, openSync, closeSync, writeFileSync, linkSync, fchmodSync, fstatSync, lstatSync };
  jest.unstable_mockModule('node:fs', () => ({ ...odd, default: odd }));
}

const openSync: typeof fs.openSync = (file, flags, mode) => {
  const descriptor = fs.openSync(file, flags, mode);
  opened.set(descriptor, String(file));
  return descriptor;
};

const closeSync: typeof fs.closeSync = (descriptor) => {
  const isOurs = opened.delete(descriptor);
  fs.closeSync(descriptor);
  if (isOurs) failWith(oddities.close, 'close');
};

const writeFileSync: typeof fs.writeFileSync = (file, data, options) => {
  if (typeof file === 'number' && oddities.write !== undefined)
    fs.writeSync(file, String(data).slice(0, 100));
  failWith(oddities.write, 'write');
  fs.writeFileSync(file, data, options);
};

const linkSync: typeof fs.linkSync = (from, to) => {
  failWith(oddities.link, 'link');
  fs.linkSync(from, to);
};

const fchmodSync: typeof fs.fchmodSync = (descriptor, mode) => {
  failWith(oddities.chmod, 'fchmod');
  fs.fchmodSync(descriptor, mode);
};

function fstatSync(descriptor: number, options?: { bigint: true }): fs.BigIntStats | fs.Stats {
  failWith(oddities.stat, 'fstat');
  if (options === undefined) return fs.fstatSync(descriptor);
  return changed(fs.fstatSync(descriptor, options), opened.get(descriptor) ?? '');
}

function lstatSync(file: string, options?: { bigint: true }): fs.BigIntStats | fs.Stats {
  if (options === undefined) return fs.lstatSync(file);
  const stats = changed(fs.lstatSync(file, options), file);
  stats.dev = oddities.deviceOfPaths?.(stats.dev) ?? stats.dev;
  return stats;
}

function changed(stats: fs.BigIntStats, file: string): fs.BigIntStats {
  if (!stats.isFile()) return stats;
  const { mode, owner, numbersByName, noBirthTime, noStatx } = oddities;
  if (mode !== undefined) stats.mode = (stats.mode & ~0o777n) | mode;
  if (owner !== undefined) stats.uid = owner;
  if (numbersByName === true) stats.ino = BigInt(`0x${Buffer.from(file).toString('hex').slice(-14)}`);
  if (noBirthTime === true) stats.birthtimeNs = 0n;
  if (noStatx === true) stats.birthtimeNs = stats.ctimeNs;
  return stats;
}

function failWith(code: string | undefined, call: string): void {
  if (code !== undefined) throw Object.assign(new Error(`${code}: error of the test, ${call}`), { code });
}
