import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Candidate } from './comparison.ts';

const baselineFile = fileURLToPath(new URL('candidates/baseline.cjs', import.meta.url));

/** This action, as the runner starts it. */
export function thisAction(mainFile: string): Candidate {
  return nodeProgram('this action', mainFile);
}

/** A simple action with the same packages, built as their documentation recommends. */
export function plainBuild(builtFile: string): Candidate {
  return nodeProgram('plain build', builtFile);
}

/** The minimum for any Node.js program. */
export function baseline(): Candidate {
  return nodeProgram('baseline', baselineFile);
}

/** One line in a `run:` step. */
export function awsCli(python: string): Candidate {
  const query = ['--query', 'KeyMaterial', '--output', 'text'];
  return {
    name: 'AWS CLI',
    command: ({ temp, keyName }) => ({
      file: python,
      args: ['-m', 'awscli', 'ec2', 'create-key-pair', '--key-name', keyName, ...query],
      stdoutFile: path.join(temp, 'key.pem'),
    }),
  };
}

function nodeProgram(name: string, file: string): Candidate {
  return { name, command: () => ({ file: process.execPath, args: [file] }) };
}
