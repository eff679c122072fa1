import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CreateRequest } from '../../../src/inputs/request.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import type { Operation, PlannedAction, Preview } from '../../../src/operations/operation.ts';
import { type OpenStep, run } from '../../../src/step/run.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { setEndpoint } from '../aws/endpoint.ts';

const before = { ...process.env };
let folder: string;

const fileOf = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'ec2-key-pair-run-'));
  for (const name of ['state', 'output', 'summary']) writeFileSync(fileOf(name), '');
  // Nothing listens there: opening a step sends no request.
  setEndpoint('http://127.0.0.1:9');
  Object.assign(process.env, {
    GITHUB_REPOSITORY: 'octo/widgets',
    GITHUB_STATE: fileOf('state'),
    GITHUB_OUTPUT: fileOf('output'),
    GITHUB_STEP_SUMMARY: fileOf('summary'),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
  });
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

const noLedger: Ledger = {
  append: () => {
    throw new Error('nothing is claimed here');
  },
};

const request: CreateRequest = {
  operation: 'create',
  region: 'eu-west-1',
  dryRun: false,
  name: { exact: 'deploy' },
  keyType: 'ed25519',
  generateOn: 'ec2',
  lifetime: 'job',
  expiresAfter: undefined,
  tags: [],
  destinations: [],
};

/** An operation that only records what is asked of it. */
class NotedOperation implements Operation<CreateRequest, string, OpenStep> {
  readonly events: string[] = [];
  readonly #actions: readonly PlannedAction[];

  /** @param asks - What EC2 is asked, by the names of the actions; undefined for those that it has no part in. */
  constructor(asks: Readonly<Record<string, (() => void) | undefined>>) {
    this.#actions = Object.entries(asks).map(([text, ask]) => ({
      text,
      ...(ask === undefined ? {} : { checkPermission: async () => this.#asked(text, ask) }),
    }));
  }

  async plan({ name }: CreateRequest, { region }: OpenStep): Promise<string> {
    const plan = `${'exact' in name ? name.exact : ''} in ${region}`;
    this.events.push(`planned ${plan}`);
    return plan;
  }

  async preview(plan: string): Promise<Preview> {
    this.events.push(`previewed ${plan}`);
    return {
      actions: this.#actions,
      remarks: ['Not applied: tags.'],
      warnings: ['It is slow.'],
      outputs: { 'key-name': plan, created: 'true', changed: 'true' },
    };
  }

  async execute(plan: string) {
    this.events.push(`executed ${plan}`);
    return { lines: ['Created it.'], warnings: ['It is slow.'], summary: { heading: 'Created', rows: [] } };
  }

  #asked(text: string, checkPermission: () => void): void {
    this.events.push(`asked: ${text}`);
    checkPermission();
  }
}

async function logOf(work: () => Promise<void>): Promise<string[]> {
  using captured = captureLog();
  await work();
  return captured.lines().filter((line) => line !== '');
}

/** The outputs, from the runner's file. */
function outputs(): Record<string, string | undefined> {
  const entries = readFileSync(fileOf('output'), 'utf8').matchAll(/^(.+?)<<(.+?)\r?\n(.*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value]) => [name, value]));
}

describe('a dry run', () => {
  const dryRun = { ...request, dryRun: true };
  const allowed = () => {};

  test('previews the plan, asks EC2 what it would allow, and executes nothing', async () => {
    const operation = new NotedOperation({ 'create it': allowed, 'write it': undefined, 'tag it': allowed });
    const log = await logOf(() => run(operation, dryRun, noLedger));
    expect(operation.events).toEqual([
      'planned deploy in eu-west-1',
      'previewed deploy in eu-west-1',
      'asked: create it',
      'asked: tag it',
    ]);
    expect(log).toEqual([
      'Dry run: would create it.',
      'Dry run: would write it.',
      'Dry run: would tag it.',
      'Dry run: Not applied: tags.',
      'Dry run: would warn: It is slow.',
      'Dry run: EC2 would allow this. Nothing was changed.',
    ]);
  });

  test('does not say that EC2 would allow what it was not asked about', async () => {
    const operation = new NotedOperation({ 'use it': undefined });
    expect(await logOf(() => run(operation, dryRun, noLedger))).toEqual([
      'Dry run: would use it.',
      'Dry run: Not applied: tags.',
      'Dry run: would warn: It is slow.',
      'Dry run: nothing was changed.',
    ]);
  });

  test('reports what would happen as outputs and in the summary, and claims nothing', async () => {
    const operation = new NotedOperation({ 'create <it>': allowed });
    await logOf(() => run(operation, dryRun, noLedger));
    expect(outputs()).toEqual({ 'key-name': 'deploy in eu-west-1', created: 'true', changed: 'true' });
    const summary = readFileSync(fileOf('summary'), 'utf8');
    expect(summary).toContain('dry run, nothing was changed');
    expect(summary).toContain('Would create &#60;it&#62;');
    expect(summary).toContain('Not applied: tags.');
    expect(summary).toContain('Would warn: It is slow.');
  });

  test('fails with what EC2 would refuse, and reports no success', async () => {
    const refused = () => {
      throw new Error('not authorized');
    };
    const operation = new NotedOperation({ 'create it': refused });
    const log = await logOf(async () => {
      await expect(run(operation, dryRun, noLedger)).rejects.toThrow('not authorized');
    });
    expect(log).toEqual([
      'Dry run: would create it.',
      'Dry run: Not applied: tags.',
      'Dry run: would warn: It is slow.',
    ]);
    expect([outputs(), readFileSync(fileOf('summary'), 'utf8')]).toEqual([{}, '']);
  });
});

test('a step executes what it planned, without a preview, and prints and summarizes its report', async () => {
  const operation = new NotedOperation({ 'create it': () => {} });
  const log = await logOf(() => run(operation, request, noLedger));
  expect(operation.events).toEqual(['planned deploy in eu-west-1', 'executed deploy in eu-west-1']);
  expect(log).toEqual(['Created it.', '::warning::It is slow.']);
  expect(readFileSync(fileOf('summary'), 'utf8')).toContain('<h3>Created</h3>');
  expect(outputs()).toEqual({});
});
