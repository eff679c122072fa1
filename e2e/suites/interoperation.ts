import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startLocalAws } from '../../local/aws/server.ts';
import { withMarkedPart } from '../../scripts/marked-part.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { columns, type Parts } from './interoperation/columns.ts';
import { type Delivered, deliverAll, ensureAgain } from './interoperation/delivered.ts';
import { createBaseKey, fetchAll } from './interoperation/handed-on.ts';
import { kinds } from './interoperation/kinds.ts';
import { logInWithAgent } from './interoperation/logins.ts';
import { Matrix } from './interoperation/matrix.ts';
import { importAll } from './interoperation/public-forms.ts';
import { versionsOf } from './interoperation/versions.ts';

export const interoperation: Suite = {
  name: 'interoperation',
  about: `${kinds.length} kinds of private key files in other programs, and the files of other programs`,
  needs: [
    ...(['aws', 'go', 'jq', 'openssl', 'paramiko', 'plink', 'puttygen'] as const),
    ...(['ssh', 'ssh-agent', 'ssh-keygen', 'ssh2', 'sshd'] as const),
  ],
  async run(site) {
    const aws = await startLocalAws();
    const daemon = await SshDaemon.start(site);
    const parts = { site, aws, daemon };
    try {
      const matrix = await checkDelivered(parts);
      const counts = [await checkHandedOn(parts, 'rsa'), await checkHandedOn(parts, 'ed25519')];
      await checkPage(site, [matrix.table(), ...counts, ''].join('\n'));
    } finally {
      await daemon.end();
      await aws.close();
    }
  },
};

async function checkDelivered(parts: Parts): Promise<Matrix> {
  const { site, aws, daemon } = parts;
  const delivered: Delivered[] = [];
  await site.check(`ensure delivers ${kinds.length} kinds of files, with EC2's public keys`, async () => {
    delivered.push(...(await deliverAll(site, aws)));
  });
  await site.check('ensure with the same inputs accepts each of them, and leaves them as they are', () =>
    ensureAgain(site, aws, delivered),
  );
  const matrix = new Matrix();
  for (const column of columns) {
    await site.check(`${column.title}: reads what it should, and nothing else`, () =>
      matrix.fill(column, parts, delivered),
    );
  }
  await site.check('an agent logs in with keys that are in no file', () => logInWithAgent(site, aws, daemon));
  return matrix;
}

/** Returns how many files there were, as a sentence. */
async function checkHandedOn({ site, aws }: Parts, type: 'rsa' | 'ed25519'): Promise<string> {
  const base = await createBaseKey(site, type);
  const counts = { privateKeys: 0, publicKeys: 0 };
  await site.check(`fetch reads the ${type} private keys that other programs write`, async () => {
    counts.privateKeys = await fetchAll(site, aws, base);
  });
  await site.check(`import reads the ${type} public keys that other programs write`, async () => {
    counts.publicKeys = await importAll(site, aws, base);
  });
  const { privateKeys, publicKeys } = counts;
  return `Files that other programs wrote for an ${type.toUpperCase()} key: ${privateKeys} private and ${publicKeys} public ones. The action read all of them.`;
}

/** The page must show what this run saw. The versions of programs that are installed may differ. */
async function checkPage(site: Site, seen: string): Promise<void> {
  site.print(seen);
  const page = path.join(import.meta.dirname, '../../docs/key-formats.md');
  const text = await readFile(page, 'utf8');
  const current = withMarkedPart(text, 'interoperation', seen);
  if (site.write) {
    const versions = `Versions: ${await versionsOf(site)}.\n`;
    await writeFile(page, withMarkedPart(current, 'interoperation-versions', versions));
  }
  await site.check('docs/key-formats.md shows what this run saw (--write updates it)', async () =>
    assert.equal(await readFile(page, 'utf8').then(unversioned), unversioned(current)),
  );
}

function unversioned(page: string): string {
  return withMarkedPart(page, 'interoperation-versions', '');
}
