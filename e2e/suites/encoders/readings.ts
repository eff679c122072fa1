import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { leakLength } from '../../../test-support/secret-pieces.ts';
import { sectionsOf, squeezed } from '../../../torture/masks/measure.ts';
import { type Readable, readableIn } from '../../../torture/masks/readable.ts';
import { changesIn, SecretText } from '../../../torture/masks/secret-text.ts';
import { machinePath, wholeEnvironment } from '../../lib/environment.ts';
import type { Site } from '../../lib/suite.ts';
import { convertedTexts } from './conversions.ts';
import type { MaskedKey } from './masked-key.ts';

/** How much of a key can be read where one program printed it. */
export interface Reading extends Readable {
  /** A key of the limits in `encoders.ts`, or `not promised`. */
  readonly kind: string;
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
}

/** How many texts of each kind with other secrets are printed, to see which characters depend on the secret. */
const comparisons = 4;

/** All prints of a key. */
export async function readingsOf(site: Site, masked: MaskedKey, script: Script): Promise<Reading[]> {
  const { anyCharacters, lettersOnly } = new SecretText(masked.text, masked.key).withOtherSecrets();
  const printed = (texts: readonly string[], digit: number) =>
    Promise.all(
      texts
        .slice(0, comparisons)
        .map((text, index) =>
          printedBy(site, script, { file: masked.file.replace(/.$/, `${digit + index}`), text }),
        ),
    );
  const others = {
    anyCharacters: await printed(anyCharacters, 1),
    lettersOnly: await printed(lettersOnly, 1 + comparisons),
  };
  const prints = [...masked.printed].map(([heading, text]) => {
    const textsOf = (sections: readonly ReadonlyMap<string, string>[]) =>
      sections.map((section) => section.get(heading) ?? '');
    const secretAt = changesIn(text, {
      anyCharacters: textsOf(others.anyCharacters),
      lettersOnly: textsOf(others.lettersOnly),
    });
    assert.equal(
      squeezed(masked.logged.get(heading)),
      squeezed(masked.masker.mask(text)),
      `${heading} is not in the log as the masks change it`,
    );
    return reading(heading.replace('== ', ''), text, secretAt, masked);
  });
  const converted = [...(await convertedTexts(site, masked))].map(([name, text]) =>
    reading(
      name,
      text,
      new SecretText(text, masked.key).secretAt((same) => same),
      masked,
    ),
  );
  return [...prints, ...converted];
}

/** A command that prints the file `$KEY`, with what it needs. */
export interface Script {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function printedBy(
  site: Site,
  script: Script,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<Map<string, string>> {
  await writeFile(file, text);
  const env = wholeEnvironment({ ...script.environment, PATH: machinePath(), KEY: file });
  const { status, stdout, stderr } = await site.programs.run('bash', [script.file], { env });
  assert.equal(status, 0, stderr);
  return sectionsOf(stdout);
}

function reading(name: string, text: string, secretAt: readonly boolean[], masked: MaskedKey): Reading {
  const [kind = '', print = ''] = name.split(' / ', 2);
  const clear = readableIn(text, secretAt, []);
  assert.ok(
    clear.longestRun >= leakLength,
    `${name} shows only ${clear.longestRun} characters of the secret`,
  );
  return {
    kind,
    name: print,
    type: masked.kind.type,
    ...readableIn(text, secretAt, masked.masker.hits(text)),
  };
}
