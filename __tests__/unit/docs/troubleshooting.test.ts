import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { errorCodes } from '../../../src/errors.ts';

const root = path.resolve(import.meta.dirname, '../../..');

interface Section {
  readonly heading: string;
  readonly codes: readonly string[];
}

describe('The troubleshooting page', () => {
  test('has an entry for every error code of src, and for no other', async () => {
    const documented = new Set(sectionsOf(await page()).flatMap(({ codes }) => codes));
    expect([...documented].sort()).toEqual([...errorCodes].sort());
  });

  test('has no entry for a code that nothing raises', async () => {
    const source = [...(await sources()).values()].join('\n').replace(/errorCodes = \[[^\]]*\]/, '');
    expect(errorCodes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  test('has headings that src can print', async () => {
    const source = [...(await sources()).values()].join('\n');
    const unknown = sectionsOf(await page()).filter(
      ({ heading }) => !wordsOf(heading).every((words) => source.includes(words)),
    );
    expect(unknown.map(({ heading }) => heading)).toEqual([]);
  });

  test('has no heading twice', async () => {
    const headings = sectionsOf(await page()).map(({ heading }) => heading);
    expect(headings).toEqual([...new Set(headings)]);
  });
});

function page(): Promise<string> {
  return readFile(path.join(root, 'docs/troubleshooting.md'), 'utf8');
}

async function sources(): Promise<Map<string, string>> {
  const names = (await readdir(path.join(root, 'src'), { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = names.map(
    async (name) => [name, await readFile(path.join(root, 'src', name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}

function sectionsOf(markdown: string): Section[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n');
      const codes = [...section.matchAll(/^Code: `([A-Z_]+)`$/gm)].map(([, code = '']) => code);
      return { heading, codes };
    });
}

/** The fixed words of a heading: not what differs (`…`), nor what others print (in code). */
function wordsOf(heading: string): string[] {
  return heading
    .replace(/`[^`]*`/g, '…')
    .split('…')
    .map((words) => words.replace(/^[\s:,;]+|[\s:,;]+$/g, ''))
    .filter((words) => words !== '' && words !== 'or');
}
