import { afterEach, expect, test } from '@jest/globals';
import { windowsPrograms } from '../../../src/runner/windows-programs.ts';

const before = process.env['SystemRoot'];

afterEach(() => {
  if (before === undefined) delete process.env['SystemRoot'];
  else process.env['SystemRoot'] = before;
});

test.each([
  ['C:\\WINDOWS\\SYSTEM32\\ntdll.dll', 'C:\\WINDOWS\\SYSTEM32'],
  ['d:\\windows\\system32\\NTDLL.DLL', 'd:\\windows\\system32'],
])('the programs of Windows are beside its core library %s, whatever SystemRoot says', (core, folder) => {
  process.env['SystemRoot'] = 'C:\\theirs';
  const libraries = [
    'C:\\hostedtoolcache\\node.exe',
    'C:\\theirs\\not-ntdll.dll',
    core,
    'C:\\x\\KERNEL32.DLL',
  ];
  expect(windowsPrograms(libraries)).toBe(folder);
});

test('no other folder is used if the core library is not found', () => {
  expect(() => windowsPrograms(['ntdll.dll', '/lib/libc.so'])).toThrow('ntdll.dll');
});

test('the libraries of this process are found without a network', () => {
  const find = () => windowsPrograms();
  if (process.platform === 'win32') expect(find()).toMatch(/system32$/i);
  else expect(find).toThrow('ntdll.dll');
});
