import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { annotated, keyPairStep, runGreenJob } from '../lib/action-job.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import { createSshKey } from '../lib/ssh-key.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';
const keyName = 'deploy';

/** How a private key file may have been changed on its way into the job. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  'as it was': (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'no final newline': (text) => text.trimEnd(),
  'CRLF, and no final newline': (text) => text.trimEnd().replaceAll('\n', '\r\n'),
  'a BOM': (text) => `\uFEFF${text}`,
  'a blank line in front': (text) => `\n${text}`,
  'blanks in front': (text) => `  ${text}`,
  'every line indented': (text) => text.replace(/^(?=.)/gm, '  '),
  'blanks at the end of lines': (text) => text.replaceAll('\n', ' \n'),
  'a blank line after each line': (text) => text.replaceAll('\n', '\n\n'),
  'all on one line': (text) => `${text.trimEnd().replaceAll('\n', ' ')}\n`,
  'text in front': (text) => `a comment\n${text}`,
  'text behind': (text) => `${text}a comment\n`,
  'quotes around it': (text) => `"${text.trimEnd()}"\n`,
  'quotes around it and its last newline': (text) => `"${text}"`,
  'the key of YAML in front': (text) => `key: ${text}`,
  'text behind its END line': (text) => text.replace(/\n$/, ' # the end\n'),
  'blanks behind its END line': (text) => text.replace(/\n$/, '  \n'),
  'no newline before its END line': (text) => text.replace('\n-----END', '-----END'),
  'blanks before its END line': (text) => text.replace('\n-----END', '  -----END'),
  'no-break spaces at the end of lines': (text) => text.replaceAll('\n', '\u00a0\n'),
  'zero-width spaces at the end of lines': (text) => text.replaceAll('\n', '\u200b\n'),
  'a blank line behind its BEGIN line': (text) => text.replace('\n', '\n\n'),
  'a blank line in its middle': (text) => text.split('\n').toSpliced(3, 0, '').join('\n'),
  'lines of 10 characters': (text) => inLinesOf(text, 10),
  'one line': (text) => inLinesOf(text, 10_000),
  'attributes, as openssl pkcs12 prints them': (text) => `Bag Attributes\n    friendlyName: web\n${text}`,
};

/** A PEM block with its base64 in lines of this length. */
function inLinesOf(text: string, length: number): string {
  const [begin = '', ...lines] = text.trimEnd().split('\n');
  const base64 = lines.slice(0, -1).join('');
  const body = base64.match(new RegExp(`.{1,${length}}`, 'g')) ?? [];
  return [begin, ...body, lines.at(-1), ''].join('\n');
}

const modes = [0o400, 0o600, 0o640, 0o644, 0o666];

/** A private key file in a format, with its public key. */
interface Key {
  readonly text: string;
  readonly publicKey: string;
}

/** The formats, and how ssh-keygen converts its own into them. */
const formats: Readonly<Record<string, readonly ['rsa' | 'ed25519', format?: string]>> = {
  'ED25519 in OpenSSH format': ['ed25519'],
  'RSA in OpenSSH format': ['rsa'],
  'RSA in PKCS#1': ['rsa', 'PEM'],
  'RSA in PKCS#8': ['rsa', 'PKCS8'],
};

export const handedOnFiles: Suite = {
  name: 'handed-on-files',
  about: 'fetch warns of an existing private key file exactly if ssh refuses it, and says how to fix it',
  needs: ['ssh-keygen'],
  async run(site) {
    for (const [format, [type, converted]] of Object.entries(formats)) {
      const aws = await startLocalAws();
      try {
        const key = await createKey(site, format, type, converted);
        await aws.seedKeyPairs(region, [{ keyName, publicKey: key.publicKey }]);
        await site.check(`${format}: ${Object.keys(changes).length} changes of its text`, () =>
          checkTexts(site, aws, key),
        );
        await site.check(`${format}: ${modes.length} modes`, () => checkModes(site, aws, key));
      } finally {
        await aws.close();
      }
    }
  },
};

async function createKey(site: Site, name: string, type: 'rsa' | 'ed25519', format?: string): Promise<Key> {
  const { file, publicKey } = await createSshKey(site, name.replaceAll(/\W/g, '-'), type);
  if (format !== undefined) {
    const convert = ['-q', '-p', '-m', format, '-P', '', '-N', '', '-f', file];
    await site.programs.output(site.part('ssh-keygen'), convert, { env: cleanEnvironment(site.folder) });
  }
  return { text: await readFile(file, 'utf8'), publicKey };
}

async function checkTexts(site: Site, aws: LocalAws, { text }: Key): Promise<void> {
  const files = Object.entries(changes).map(([name, change]) => ({ name, text: change(text), mode: 0o600 }));
  await checkFiles(site, aws, files);
}

async function checkModes(site: Site, aws: LocalAws, { text }: Key): Promise<void> {
  const files = modes.map((mode) => ({ name: `mode ${mode.toString(8)}`, text, mode }));
  await checkFiles(site, aws, files);
}

interface GivenFile {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
}

/** One job with a step for each file. */
async function checkFiles(site: Site, aws: LocalAws, files: readonly GivenFile[]): Promise<void> {
  const given = files.map((file, index) => ({
    ...file,
    id: `f${index}`,
    path: path.join(site.folder, `given-${index}`),
  }));
  for (const { path: file, text, mode } of given) {
    await writeFile(file, '');
    await chmod(file, 0o600);
    await writeFile(file, text);
    await chmod(file, mode);
  }
  const steps = given.map(({ id, path: file }) =>
    keyPairStep({ operation: 'fetch', 'key-name': keyName, 'private-key-path': file }, id),
  );
  const run = await runGreenJob(site, aws.environment(region), steps);
  const warnings = annotated(run, 'warning');
  for (const { name, path: file } of given) {
    const [warning = '', ...others] = warnings.filter((message) => message.includes(`${file}:`));
    assert.deepEqual(others, []);
    assert.equal(warning !== '', !(await isRead(site, file)), `${name}: ${warning || 'no warning'}`);
    if (warning === '') continue;
    const commands = [...warning.matchAll(/To fix it(?: \(GNU sed\))?: (.*)$/gm)];
    if (commands.length === 0) assert.match(warning, /Write the key to the file with its line breaks/);
    for (const [, command = ''] of commands)
      await site.programs.output('/bin/sh', ['-c', command], { env: cleanEnvironment(site.folder) });
    assert.ok(commands.length === 0 || (await isRead(site, file)), `${name}: not fixed by ${warning}`);
  }
}

/** Whether OpenSSH reads the file, without a passphrase. */
async function isRead(site: Site, file: string): Promise<boolean> {
  const options = { env: cleanEnvironment(site.folder) };
  try {
    await site.programs.output(site.part('ssh-keygen'), ['-y', '-P', '', '-f', file], options);
    return true;
  } catch {
    return false;
  }
}
