import { createPublicKey } from 'node:crypto';
import { cleanEnvironment } from '../../lib/environment.ts';
import type { PartName } from '../../lib/parts.ts';
import type { Site } from '../../lib/suite.ts';
import type { MaskedKey } from './masked-key.ts';

/** What programs print of the public half of a key, plain and as base64 at each of its alignments. */
export async function publicTexts(site: Site, masked: MaskedKey): Promise<[string, string][]> {
  const texts = [...ownTexts(masked), ...(await printedTexts(site, masked))];
  const encoded = texts.flatMap(([name, text]) =>
    ['', '{', '{"'].map((start): [string, string] => {
      const base64 = Buffer.from(start + text).toString('base64');
      return [`base64 of ${start}${name}`, `${base64}\n${base64.replace(/.{1,76}/g, '$&\n')}`];
    }),
  );
  return [...texts, ...encoded];
}

function ownTexts({ key, publicKey }: MaskedKey): [string, string][] {
  const half = createPublicKey(key.privateKey);
  const ders = [half.export({ type: 'spki', format: 'der' })];
  if (key.type === 'rsa') ders.push(half.export({ type: 'pkcs1', format: 'der' }));
  const { n = '', e = '', x = '' } = half.export({ format: 'jwk' });
  const modulus = Buffer.from(n, 'base64url').toString('base64');
  return [
    ['the output public-key', publicKey],
    ['the JWK', JSON.stringify(half.export({ format: 'jwk' }))],
    ['the JWK, numbers', `${n} ${e} ${x}`],
    ['the RSAKeyValue', `<RSAKeyValue><Modulus>${modulus}</Modulus></RSAKeyValue>`],
    ...ders.flatMap((der): [string, string][] => [
      ['the DER in base64', der.toString('base64')],
      ['the DER in base64url', der.toString('base64url')],
      ['the DER in PEM lines of 76', der.toString('base64').replace(/.{1,76}/g, '$&\n')],
    ]),
  ];
}

async function printedTexts(site: Site, { kind, file }: MaskedKey): Promise<[string, string][]> {
  const commands: (readonly [PartName, ...string[]])[] =
    kind.format === 'ppk'
      ? [
          ['puttygen', '-L', file],
          ['puttygen', '-p', file],
          ['puttygen', '-l', file],
        ]
      : [
          ['ssh-keygen', '-y', '-f', file],
          ['ssh-keygen', '-e', '-f', file],
          ['ssh-keygen', '-l', '-v', '-f', file],
        ];
  if (kind.type === 'rsa' && kind.format === 'pem')
    commands.push(
      ['ssh-keygen', '-e', '-m', 'PKCS8', '-f', file],
      ['ssh-keygen', '-e', '-m', 'PEM', '-f', file],
      ['openssl', 'rsa', '-pubout', '-in', file],
      ['openssl', 'rsa', '-RSAPublicKey_out', '-in', file],
      ['openssl', 'rsa', '-modulus', '-noout', '-in', file],
      ['openssl', 'req', '-x509', '-new', '-subj', '/CN=deploy', '-key', file],
      ['openssl', 'req', '-new', '-subj', '/CN=deploy', '-key', file],
    );
  const env = cleanEnvironment(site.folder);
  return Promise.all(
    commands.map(
      async ([program, ...args]): Promise<[string, string]> => [
        [program, ...args].join(' '),
        await site.programs.output(site.part(program), args, { env }),
      ],
    ),
  );
}
