import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outcomeOf, READERS } from '../../__tests__/unit/keys/readers.ts';
import { damagedText } from '../../test-support/damaged-text.ts';
import type { Suite } from '../lib/suite.ts';

const seconds = 14;
const share = (seconds * 1_000) / READERS.length;

/** What the unit tests do a few hundred times, for as long as there is time. */
export const fuzz: Suite = {
  name: 'fuzz',
  about: `everything that reads keys gets damaged ones for ${seconds} seconds`,
  needs: [],
  async run({ check, print }) {
    for (const reader of READERS) {
      await check(`${reader.name} is read or refused with a reason, whatever the text is`, async () => {
        const property = fc.asyncProperty(damagedText(reader.samples), async (text) => {
          await outcomeOf(reader, text);
        });
        const details = await fc.check(property, {
          numRuns: Number.MAX_SAFE_INTEGER,
          interruptAfterTimeLimit: share,
          markInterruptAsFailure: false,
          includeErrorInReport: true,
        });
        assert.ok(!details.failed, await fc.asyncDefaultReportMessage(details));
        assert.ok(details.numRuns > 0);
        print(`  ${details.numRuns} texts`);
      });
    }
  },
};
