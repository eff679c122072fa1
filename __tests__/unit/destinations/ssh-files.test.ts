import { describe, expect, test } from '@jest/globals';
import { sshFile } from '../../../src/destinations/agent/ssh-files.ts';

const system32 = String.raw`C:\Windows\System32\OpenSSH`;
const git = String.raw`C:\Program Files\Git`;
const socket = String.raw`D:\a\_temp\ssh-agent-0123abcd\socket`;
const pipe = String.raw`\\.\pipe\openssh-ssh-agent`;

/** A Windows machine with these files. */
function windows(...files: readonly string[]) {
  return { isWindows: true, exists: (file: string) => files.includes(file) };
}

const both = windows(
  `${git}\\cmd\\git.exe`,
  `${git}\\bin\\git.exe`,
  ...[system32, String.raw`${git}\usr\bin`, String.raw`C:\usr\bin`].flatMap((folder) => [
    `${folder}\\ssh-add.exe`,
    `${folder}\\ssh-agent.exe`,
  ]),
);

test('Linux and macOS look for the programs on PATH', () => {
  expect(
    sshFile('ssh-add', { environment: { PATH: '/bin' }, socket: '/s' }, { ...both, isWindows: false }),
  ).toBe('ssh-add');
});

describe('On Windows,', () => {
  test.each(['cmd', 'bin', String.raw`usr\bin`])(
    "Git's programs are used if %s of Git is on PATH, even after those of Windows",
    (folder) => {
      const environment = { PATH: [String.raw`C:\Windows`, system32, `${git}\\${folder}`].join(';') };

      for (const program of ['ssh-add', 'ssh-agent'] as const) {
        expect(sshFile(program, { environment, socket }, both)).toBe(`${git}\\usr\\bin\\${program}.exe`);
      }
    },
  );

  test('the agent of Windows, which has a named pipe, gets the programs on PATH', () => {
    const environment = { PATH: [system32, `${git}\\cmd`].join(';') };

    expect(sshFile('ssh-add', { environment, socket: pipe }, both)).toBe(`${system32}\\ssh-add.exe`);
  });

  test('without Git, the programs on PATH are used', () => {
    expect(sshFile('ssh-add', { environment: { PATH: system32 }, socket }, both)).toBe(
      `${system32}\\ssh-add.exe`,
    );
  });

  test.each([
    ['not at all', undefined],
    ['only in a relative folder', '.'],
    ['nowhere on PATH', String.raw`C:\Tools`],
  ])('a program that is installed %s is never looked for in the workspace', (_where, folders) => {
    const environment = folders === undefined ? {} : { PATH: folders };
    const inWorkspace = windows('ssh-add.exe', String.raw`.\ssh-add.exe`);

    expect(sshFile('ssh-add', { environment, socket }, inWorkspace)).toMatch(/^C:\\.*\\ssh-add\.exe$/);
  });
});
