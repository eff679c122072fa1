import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './race.ts';

const floorFile = fileURLToPath(new URL('contestants/floor.cjs', import.meta.url));

/** This action, as the runner starts it. */
export function ours(mainFile: string): Contestant {
  return nodeProgram('this action', mainFile);
}

/** The same thing as a few lines around the same packages, bundled as everybody does. */
export function plain(builtFile: string): Contestant {
  return nodeProgram('plain build', builtFile);
}

/** The least that anything in Node could take. */
export function floor(): Contestant {
  return nodeProgram('floor', floorFile);
}

/** One line in a `run:` step. */
export function awsCli(python: string): Contestant {
  const question = ['--query', 'KeyMaterial', '--output', 'text'];
  return {
    name: 'AWS CLI',
    command: ({ temp, keyName }) => ({
      file: python,
      args: ['-m', 'awscli', 'ec2', 'create-key-pair', '--key-name', keyName, ...question],
      stdoutFile: path.join(temp, 'key.pem'),
    }),
  };
}

function nodeProgram(name: string, file: string): Contestant {
  return { name, command: () => ({ file: process.execPath, args: [file] }) };
}
