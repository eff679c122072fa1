import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withMarkedPart } from '../../scripts/marked-part.ts';
import { wholeEnvironment } from '../lib/environment.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { innocentTexts } from './encoders/innocent-texts.ts';
import { keyKinds, type MaskedKey, printedInJob } from './encoders/masked-key.ts';
import { publicTexts } from './encoders/public-texts.ts';
import { type Reading, readingsOf, type Script } from './encoders/readings.ts';
import { costOf, tableOf, versionsOf } from './encoders/report.ts';

const keysOfEach = 2;
const innocentTextsInAll = 120_000;

/** What no print may exceed, by its kind: consecutive secret characters, and the mean share of all. */
const limits: Readonly<Record<string, { readonly run: number; readonly share: number }>> = {
  plain: { run: 15, share: 0.05 },
  base64: { run: 15, share: 0.05 },
  larger: { run: 15, share: 0.05 },
  wrapped: { run: 15, share: 0.2 },
  escaped: { run: 15, share: 0.15 },
  cut: { run: 15, share: 0.2 },
};

export const encoders: Suite = {
  name: 'encoders',
  about: `a later step prints ${keysOfEach * keyKinds.length} keys with the encoders of other languages and programs`,
  needs: ['php', 'ruby', 'perl', 'python3', 'go', 'jq', 'git', 'openssl', 'ssh-keygen', 'puttygen'],
  async run(site) {
    const script = await compiledScript(site);
    const keys: MaskedKey[] = [];
    const readings: Reading[] = [];
    for (const kind of keyKinds) {
      await site.check(`hides what every program prints of a key (${kind.name})`, async () => {
        const found: Reading[] = [];
        for (let index = 0; index < keysOfEach; index += 1) {
          const copy = path.join(site.folder, `key-${keys.length}-0`);
          const masked = await printedInJob(site, kind, { copy, command: commandOf(script) });
          keys.push(masked);
          found.push(...(await readingsOf(site, masked, script)));
        }
        readings.push(...found);
        assert.deepEqual(tooLong(found), []);
      });
    }
    await site.check('hides nearly all of a key, averaged over all keys of a type', () => {
      assert.equal(new Set(readings.map(({ type }) => type)).size, 2);
      assert.deepEqual(tooMuch(readings), []);
    });
    await site.check('leaves everything that programs print of the public key unmasked', async () => {
      for (const key of keys)
        for (const [name, text] of await publicTexts(site, key))
          assert.equal(key.masker.mask(text), text, `${name} of a key (${key.kind.name})`);
    });
    await site.check(`leaves ${innocentTextsInAll} innocent texts unmasked`, async () => {
      const texts = await innocentTexts(Math.ceil(innocentTextsInAll / keys.length));
      for (const { masker, kind } of keys)
        for (const text of texts.filter((one) => masker.mask(one) !== one))
          assert.fail(
            `${kind.name}: ${[...masker.values].filter((value) => text.includes(value))} in ${text}`,
          );
    });
    const table = tableOf(readings, keys.map(costOf), await versionsOf(site));
    site.print(table);
    if (site.write) await writeToPage(table);
  },
};

/** The script that prints a key, with the program in Go that it needs. */
async function compiledScript(site: Site): Promise<Script> {
  const folder = path.join(import.meta.dirname, 'encoders');
  const goPrint = path.join(site.folder, 'go-print');
  await site.programs.output(site.part('go'), ['build', '-o', goPrint, path.join(folder, 'print.go')], {
    env: wholeEnvironment({ GOFLAGS: '-mod=mod', GO111MODULE: 'off' }),
    limit: 5 * 60_000,
  });
  return {
    file: path.join(folder, 'print.sh'),
    environment: { NODE: process.execPath, GO_PRINT: goPrint },
  };
}

function commandOf({ file, environment }: Script): string {
  const settings = Object.entries(environment).map(([name, value]) => `${name}='${value}'`);
  return `${settings.join(' ')} bash '${file}'`;
}

function tooLong(readings: readonly Reading[]): string[] {
  return readings
    .filter(({ kind, longestRun }) => longestRun > (limits[kind]?.run ?? Infinity))
    .map(({ name, longestRun }) => `${name}: ${longestRun} characters in a row`);
}

/** A few keys are a small sample, so the mean of one program may be twice the limit. The mean of all of a kind may not. */
function tooMuch(readings: readonly Reading[]): string[] {
  const groups = { ...Object.groupBy(readings, titleOf), ...Object.groupBy(readings, kindOf) };
  return Object.entries(groups).flatMap(([title, group = []]) => {
    const mean = group.reduce((sum, { share }) => sum + share, 0) / group.length;
    const limit = limits[group[0]?.kind ?? '']?.share ?? Infinity;
    const isKind = group.some((reading) => titleOf(reading) !== title);
    return mean > (isKind ? limit : 2 * limit) ? [`${title}: ${(100 * mean).toFixed(1)}%`] : [];
  });
}

function kindOf({ kind, type }: Reading): string {
  return `${kind} (${type})`;
}

function titleOf({ kind, name, type }: Reading): string {
  return `${kind} / ${name} (${type})`;
}

async function writeToPage(table: string): Promise<void> {
  const page = path.join(import.meta.dirname, '../../docs/masking.md');
  await writeFile(page, withMarkedPart(await readFile(page, 'utf8'), 'encoders', table));
}
