import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import { beginState } from '../../../src/runner/state.ts';
import { openStep } from '../../../src/step/open-step.ts';
import { serve, setEndpoint } from '../aws/endpoint.ts';

const before = { ...process.env };
let folder: string;
let stateFile: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'ec2-key-pair-step-'));
  stateFile = path.join(folder, 'state');
  writeFileSync(stateFile, '');
  Object.assign(process.env, {
    GITHUB_REPOSITORY: 'octo/widgets',
    GITHUB_STATE: stateFile,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  });
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

test.each(['us-east-1', 'eu-west-1'])(
  'A step in eu-west-1 that fails deletes what it claimed in %s there, and records it.',
  async (region) => {
    await using server = await serve(200, '<Response><keySet/><return>true</return></Response>');
    setEndpoint(server.url);
    const { claims } = await openStep({ region: 'eu-west-1' }, beginState());
    const record: KeyPairRecord = {
      kind: 'key-pair',
      region,
      keyName: 'deploy',
      nonce: 'f00d',
      credentials: '0123456789abcdef',
      account: 'abcdef0123456789',
      endpoint: new URL(server.url).host,
      keyPairId: 'key-0a',
    };
    const done = claims.undoOnFailure(async (work) => {
      work.intend(record, 'job');
      throw new Error('oops');
    });
    await expect(done).rejects.toThrow(`key pair "deploy" (key-0a) in ${region} was deleted.`);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringContaining(`/${region}/ec2/`),
      expect.stringContaining(`/${region}/ec2/`),
    ]);
    expect(readFileSync(stateFile, 'utf8')).toMatch(/"claim-1-released"/);
  },
);
