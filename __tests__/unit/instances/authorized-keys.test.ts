import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  keyDigest,
  programToAdd,
  programToRemove,
  readReport,
} from '../../../src/instances/authorized-keys.ts';

const blob = `AAAA${'b'.repeat(64)}`;
const digest = 'a'.repeat(64);
const other = 'c'.repeat(64);

test('a key is identified by the SHA-256 of its base64 text', () => {
  expect(keyDigest(blob)).toBe(createHash('sha256').update(blob, 'latin1').digest('hex'));
});

test('the programs contain nothing that Systems Manager replaces, and have room in its document', () => {
  const programs = [
    programToAdd({ oldDigest: digest, newKey: { type: 'ssh-rsa', blob } }),
    programToRemove({ digest, remainingDigest: other }),
  ];
  for (const lines of programs) {
    // Systems Manager takes `{{ name }}` for one of its parameters.
    expect(lines.filter((line) => line.includes('{{') || line.includes('\n'))).toEqual([]);
    // 64 KB for the whole document, which says the same once more in JSON.
    expect(JSON.stringify(lines).length).toBeLessThan(32_000);
  }
});

describe('values that a shell would not take as they are', () => {
  test.each([
    ['a blob with a command', `${blob}$(id)`],
    ['a blob with a newline', `${blob}\n`],
    ['a short blob', 'AAAA'],
    ['an empty blob', ''],
  ])('are rejected: %s', (_, text) => {
    expect(() => keyDigest(text)).toThrow(RangeError);
    expect(() => programToAdd({ oldDigest: digest, newKey: { type: 'ssh-rsa', blob: text } })).toThrow(
      RangeError,
    );
  });

  test.each(['', 'A'.repeat(64), `${digest}\n`, `${digest} x`, '$(id)'])(
    'are rejected: the digest %j',
    (text) => {
      expect(() => programToAdd({ oldDigest: text, newKey: { type: 'ssh-rsa', blob } })).toThrow(RangeError);
      expect(() => programToRemove({ digest: text, remainingDigest: other })).toThrow(RangeError);
      expect(() => programToRemove({ digest: other, remainingDigest: text })).toThrow(RangeError);
    },
  );

  test('are rejected: another type', () => {
    const newKey = { type: 'x; id' as 'ssh-rsa', blob };
    expect(() => programToAdd({ oldDigest: digest, newKey })).toThrow(RangeError);
  });

  test('are rejected: one key twice', () => {
    const newKey = { type: 'ssh-rsa', blob } as const;
    expect(() => programToAdd({ oldDigest: keyDigest(blob), newKey })).toThrow(RangeError);
    expect(() => programToRemove({ digest, remainingDigest: digest })).toThrow(RangeError);
  });
});

describe('the report', () => {
  const last = 'ec2-key-pair: found=3 changed=2 failed=1';
  const report = { found: 3, changed: 2, failed: 1 };

  test.each([
    ['alone', last],
    ['after problems', `/home/a: cannot be read\n${last}\n`],
    [
      'before what the agent adds',
      `${last}\n\n----------ERROR-------\nfailed to run commands: exit status 1`,
    ],
  ])('is read: %s', (_, output) => {
    expect(readReport(output)).toEqual(report);
  });

  test.each([
    ['nothing', ''],
    ['a line that was cut', last.slice(0, -3)],
    ['a line that is not the last', `${last}\nmore`],
    ['output that was cut', `/home/a: x\n${last.slice(0, 20)}\n---Output truncated---`],
    ['a line that only ends like it', `/home/x ${last}`],
    ['a line of the errors', `\n----------ERROR-------\n${last}`],
  ])('is missing: %s', (_, output) => {
    expect(readReport(output)).toBeUndefined();
  });
});
