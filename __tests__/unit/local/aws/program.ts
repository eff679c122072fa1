import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect } from '@jest/globals';

const MAIN = fileURLToPath(new URL('../../../../local/aws/main.ts', import.meta.url));

type Running = ReturnType<typeof start>;

/** Starts the endpoint as a program. */
export function start(...args: string[]) {
  return spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
}

/** Starts the program, sends a request to the URL that it prints, calls `end`, and asserts that it exits with 0. */
export async function expectSuccessAfter(end: (running: Running) => void): Promise<void> {
  const running = start();
  try {
    const [line] = await once(createInterface(running.stdout), 'line');
    const { url, environment } = JSON.parse(String(line));
    const credentials = {
      accessKeyId: environment.AWS_ACCESS_KEY_ID,
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    };
    const ec2 = new EC2Client({ endpoint: url, region: environment.AWS_REGION, credentials, maxAttempts: 1 });
    expect((await ec2.send(new DescribeKeyPairsCommand({}))).KeyPairs).toEqual([]);
    const ended = once(running, 'close');
    end(running);
    expect(await ended).toEqual([0, null]);
  } finally {
    running.kill('SIGKILL');
  }
}
