import assert from 'node:assert/strict';
import path from 'node:path';
import { cleanEnvironment } from '../lib/environment.ts';
import type { Suite } from '../lib/suite.ts';

/** Milliseconds: far more than it takes, so that a busy machine does not fail it. */
const limit = 40 * 60_000;
const program = path.resolve(import.meta.dirname, '../../torture/main.ts');

/** Every operation with every fault at every instant, as a separate program. */
export const torture: Suite = {
  name: 'torture',
  about: 'every guarantee holds, whatever fails, at every instant',
  needs: [],
  async run({ check, print, programs, folder }) {
    await check(
      'no fault at any instant leaves a key pair, a file, or a piece of a private key',
      async () => {
        const { status, stdout, stderr } = await programs.run(process.execPath, [program], {
          env: cleanEnvironment(folder, { TMPDIR: folder }),
          limit,
        });
        print(stdout);
        // With fewer than a thousand cases, most of the instants were not found.
        assert.match(stdout, /^[1-9]\d{3,} passed, 0 failed /m, stderr.slice(-2_000));
        assert.equal(status, 0);
      },
    );
  },
};
