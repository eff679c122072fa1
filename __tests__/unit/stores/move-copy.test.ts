import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { Retry } from '../../../src/aws/retry.ts';
import { parseReference } from '../../../src/inputs/store-reference.ts';
import { moveCopy } from '../../../src/stores/move-copy.ts';
import { secretsManager } from '../../../src/stores/secrets-manager.ts';
import { Store } from '../../../src/stores/store.ts';
import { FakeStores, storeErrors } from '../../lib/fake-stores.ts';
import { someRun } from '../../lib/workflow-run.ts';

const lasting = 'secrets-manager:deploy';
const temporary = `${lasting}.rotating-c3c3c3c3`;
const kept = { keyPairId: 'key-0b', nonce: 'new' };
const tagsOf = (nonce: string) =>
  [
    ['managed-by', 'ec2-key-pair-action'],
    ['ec2-key-pair-action:nonce', nonce],
  ] as const;

let folder: string;
let stores: FakeStores;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'move-copy-'));
  stores = new FakeStores(path.join(folder, 'stores'));
  stores.set(lasting, { text: 'the old key', tags: tagsOf('old') });
  stores.set(temporary, { text: 'the new key', tags: tagsOf('new') });
});

afterEach(() => rmSync(folder, { recursive: true }));

async function move(masked: string[] = []): Promise<boolean> {
  const [from, to] = [temporary, lasting].map((text) => {
    const reference = parseReference(text);
    if (reference === undefined) throw new Error(text);
    return stores.open(reference);
  });
  if (from === undefined || to === undefined) throw new Error('no store');
  const mask = async (text: string) => masked.push(text);
  return moveCopy(await from, await to, { kept, oldNonce: 'old', run: someRun, mask });
}

const replacements = () => stores.journal.filter((call) => call.startsWith('replace'));

test('A copy takes the place of the old one, and all that was read is masked', async () => {
  const masked: string[] = [];
  expect(await move(masked)).toBe(true);
  expect(stores.get(lasting)?.text).toBe('the new key');
  expect(masked.sort()).toEqual(['the new key', 'the old key']);
});

test('A move that is repeated writes no second version: a secret keeps only one earlier one', async () => {
  stores.faults.tag.push({ instead: storeErrors.denied() });
  await expect(move()).rejects.toThrow();
  expect(await move()).toBe(true);
  expect(replacements()).toHaveLength(1);
  expect(Object.fromEntries(stores.get(lasting)?.tags ?? [])).toMatchObject({
    'ec2-key-pair-action:nonce': 'new',
  });
});

test('A source that is not the copy of the key pair is not moved', async () => {
  stores.set(temporary, { text: 'a key of someone else', tags: tagsOf('of someone else') });
  expect(await move()).toBe(false);
  expect(stores.get(lasting)?.text).toBe('the old key');
});

test('Secrets Manager gets the same token with each try: after a lost response, it writes no second version', async () => {
  const client = new SecretsManagerClient({ region: 'eu-west-1' });
  const tokens: (string | undefined)[] = [];
  mockClient(client)
    .on(PutSecretValueCommand)
    .callsFake(async ({ ClientRequestToken }) => {
      tokens.push(ClientRequestToken);
      if (tokens.length === 1) throw storeErrors.reset();
      return { VersionId: ClientRequestToken };
    });
  const policy = { total: 1e6, base: 0, cap: 0, insistFor: 1e6, lookFor: 20, searchFor: 20 };
  const { signal } = new AbortController();
  const onRetry = async (error: unknown): Promise<void> => {
    if (tokens.length > 1) throw error;
  };
  const retry = new Retry({ ...policy, signal, onRetry });
  const service = secretsManager({ client: () => client as never });
  const place = { service: 'secrets-manager', name: 'deploy' } as const;
  const version = await new Store(place, service, { region: 'eu-west-1', retry }).replace('key', undefined);
  expect(tokens).toEqual([version, version]);
});
