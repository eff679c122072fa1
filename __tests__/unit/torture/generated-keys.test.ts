import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';
import { GeneratedKeys } from '../../../torture/generated-keys.ts';

test('Every key that main generates is noted, and none of another program', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  try {
    const generated = new GeneratedKeys(path.join(folder, 'keys'));
    const program = `require('node:crypto').generateKeyPair('ed25519', {}, (_, key) => console.log(key.export({ format: 'jwk' }).x));`;
    const printed = ['main.js', 'other.js', 'main.js'].map((name) => {
      writeFileSync(path.join(folder, name), program);
      return execFileSync(findNode24(), [path.join(folder, name)], {
        env: generated.environment(),
        encoding: 'utf8',
      }).trim();
    });

    const noted = generated.read().map(({ privateKey }) => privateKey.export({ format: 'jwk' }).x);
    expect(noted).toEqual([printed[0], printed[2]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
