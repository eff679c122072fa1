import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import { type Inputs, keyPairStep, runGreenJob } from '../../lib/action-job.ts';
import { withoutComment } from '../../lib/ssh-key.ts';
import type { Site } from '../../lib/suite.ts';
import { region } from './delivered.ts';
import type { BaseKey } from './handed-on.ts';
import { outputOf } from './readers.ts';

/** What programs print of a public key, by program and form. */
type Forms = Readonly<Record<string, string>>;

/** How a text may have been changed on its way: by an editor, by Windows, by a copy. */
const changes: Readonly<Record<string, (text: string) => Buffer>> = {
  'with CRLF': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  'with a BOM': (text) => Buffer.from(`\uFEFF${text}`),
  'with trailing blanks': (text) => Buffer.from(text.replaceAll('\n', ' \t\n')),
  'without a final newline': (text) => Buffer.from(text.trimEnd()),
  'in UTF-16 with CRLF, as PowerShell writes': (text) =>
    Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
};

/** Forms of one line, with headers, and with a BEGIN line. */
const changed = ['ssh-keygen, a line', 'puttygen, RFC 4716', 'openssl, SPKI'];

/**
 * One job: `import` with each form, under a name of its own. EC2 then has the same key every time. Returns how many there
 * were.
 */
export async function importAll(site: Site, aws: LocalAws, base: BaseKey): Promise<number> {
  const forms = await formsOf(site, base);
  const files = Object.entries(forms).flatMap(([name, text]) => [
    { name, bytes: Buffer.from(text) },
    ...(changed.includes(name) ? changedTexts(name, text) : []),
  ]);
  const printed = await printedForms(site, forms);
  const inputs: [string, Inputs][] = Object.entries(printed).map(([name, text]) => [
    name,
    { 'public-key': text },
  ]);
  for (const [index, { name, bytes }] of files.entries()) {
    const file = path.join(site.folder, `import-${base.type}-${index}`);
    await writeFile(file, bytes);
    inputs.push([name, { 'public-key-path': file }]);
  }
  const keyNameOf = (index: number): string => `import-${base.type}-${index}`;
  const steps = inputs.map(([, input], index) =>
    keyPairStep({ operation: 'import', 'key-name': keyNameOf(index), ...input }, `i${index}`),
  );
  await runGreenJob(site, aws.environment(region), steps);
  const imported = new Map(aws.keyPairs(region).map(({ name, publicKey }) => [name, publicKey]));
  for (const [index, [name]] of inputs.entries())
    assert.equal(imported.get(keyNameOf(index)), withoutComment(base.texts['publicKeyOpenSsh']), name);
  return inputs.length;
}

function changedTexts(name: string, text: string): { readonly name: string; readonly bytes: Buffer }[] {
  return Object.entries(changes).map(([how, change]) => ({ name: `${name}, ${how}`, bytes: change(text) }));
}

/** As programs write them into files. */
async function formsOf(site: Site, { type, texts, openSsh, pkcs8 }: BaseKey): Promise<Forms> {
  const sshKeygen = (...args: readonly string[]) => outputOf(site, 'ssh-keygen', [...args, '-f', openSsh]);
  const puttygen = (option: string) => outputOf(site, 'puttygen', [openSsh, option]);
  const openssl = (...args: readonly string[]) => outputOf(site, 'openssl', [...args, '-in', pkcs8]);
  const der = path.join(site.folder, `public-${type}.der`);
  await openssl('pkey', '-pubout', '-outform', 'DER', '-out', der);
  const base64 = ['base64', '-in', der];
  return {
    'ssh-keygen, a line': await sshKeygen('-y'),
    'ssh-keygen, RFC 4716': await sshKeygen('-e'),
    'puttygen, a line': await puttygen('-L'),
    'puttygen, RFC 4716': await puttygen('-p'),
    'openssl, SPKI': await openssl('pkey', '-pubout'),
    'openssl, DER in base64': await outputOf(site, 'openssl', [...base64, '-A']),
    'openssl, DER in lines of base64': await outputOf(site, 'openssl', base64),
    'Terraform, public_key_openssh': texts['publicKeyOpenSsh'] ?? '',
    'Terraform, public_key_pem': texts['publicKeyPem'] ?? '',
    ...(type === 'rsa'
      ? {
          'ssh-keygen, PKCS#1': await sshKeygen('-e', '-m', 'PEM'),
          'ssh-keygen, SPKI': await sshKeygen('-e', '-m', 'PKCS8'),
          'openssl, PKCS#1': await openssl('rsa', '-RSAPublicKey_out'),
        }
      : {}),
  };
}

/** As programs print them, in quotes. */
async function printedForms(site: Site, forms: Forms): Promise<Forms> {
  const line = forms['Terraform, public_key_openssh'] ?? '';
  const pem = forms['Terraform, public_key_pem'] ?? '';
  const file = path.join(site.folder, 'public-line');
  await writeFile(file, line);
  return {
    'terraform output, a line': `"${line.replaceAll('\n', '\\n')}"`,
    'terraform output, PEM': `<<EOT\n${pem}\nEOT`,
    'jq, a line': await outputOf(site, 'jq', ['-Rs', '.', file]),
    'jq, a line without its newline': await outputOf(site, 'jq', ['-R', '.', file]),
    'base64 of a line': await outputOf(site, 'openssl', ['base64', '-A', '-in', file]),
    'base64 of a line, wrapped': await outputOf(site, 'openssl', ['base64', '-in', file]),
  };
}
