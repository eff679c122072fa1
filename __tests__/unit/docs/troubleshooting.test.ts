import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../../..');

/** A code, or an expression that ends in one (`cause?.code ?? 'UNEXPECTED'`), or the name of a parameter. */
const raised = /\bnew KeyPairError\(\s*([^,]+),/g;
const codeText = /'([A-Z]+(?:_[A-Z]+)*)'/;
/** A function that raises errors for its callers: its first parameter is the code. */
const raiser = /\b(?:const|function) (\w+)(?: = )?\(code: string\b/g;

interface Section {
  readonly heading: string;
  readonly codes: readonly string[];
}

describe('the troubleshooting page', () => {
  test('has an entry for every error code of src, and for no other', async () => {
    const documented = new Set(sectionsOf(await page()).flatMap(({ codes }) => codes));
    const files = await sources();
    const known = new Set([...files].flatMap(([name, text]) => codesOf(name, text)));
    expect(known.size).toBeGreaterThan(10);
    expect([...documented].sort()).toEqual([...known].sort());
  });

  test('is headed by texts that src can print', async () => {
    const source = [...(await sources()).values()].join('\n');
    const strange = sectionsOf(await page()).filter(
      ({ heading }) => !wordsOf(heading).every((words) => source.includes(words)),
    );
    expect(strange.map(({ heading }) => heading)).toEqual([]);
  });

  test('is keyed by texts of which no two are the same', async () => {
    const headings = sectionsOf(await page()).map(({ heading }) => heading);
    expect(headings).toEqual([...new Set(headings)]);
  });
});

describe('the search for error codes', () => {
  test('finds a code on the next line, a code behind a fallback, and codes given to a function that raises', () => {
    const text = `
      throw new KeyPairError(
        'ON_A_LINE_OF_ITS_OWN',
        'text');
      new KeyPairError(cause?.code ?? 'FALLBACK', text);
      const failed = (code: string, why: string) => new KeyPairError(code, why);
      failed('GIVEN', answer); failed(
        'GIVEN_BELOW', answer);`;
    expect(codesOf('example.ts', text)).toEqual(['ON_A_LINE_OF_ITS_OWN', 'FALLBACK', 'GIVEN', 'GIVEN_BELOW']);
  });

  test('fails on a code that it cannot read', () => {
    expect(() => codesOf('example.ts', 'new KeyPairError(somewhere.else, text)')).toThrow('somewhere.else');
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

/** The error codes in one file. Throws for one that is not written down as text. */
function codesOf(name: string, text: string): string[] {
  const raisers = [...text.matchAll(raiser)].map(([, raiserName = '']) => raiserName);
  const direct = [...text.matchAll(raised)].flatMap(([, expression = '']) => {
    if (expression === 'code' && raisers.length > 0) return [];
    const [, code] = codeText.exec(expression) ?? [];
    if (code === undefined) throw new Error(`${name}: which code is ${expression}?`);
    return [code];
  });
  const indirect = raisers.flatMap((raiserName) =>
    [...text.matchAll(new RegExp(`\\b${raiserName}\\(\\s*'([A-Z_]+)'`, 'g'))].map(([, code = '']) => code),
  );
  return [...direct, ...indirect];
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
