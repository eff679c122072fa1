import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface Certificate {
  /** PEM, as `key` and `cert` of Node's TLS options. */
  readonly key: string;
  readonly cert: string;
}

export interface CertificateRequest {
  /** Host names, with `*` as the first label, and IPv4 addresses. Ignored for a certificate authority. */
  readonly hosts?: readonly string[];
  readonly validFrom?: Date;
  readonly validUntil?: Date;
}

const day = 24 * 60 * 60 * 1000;

/** Issues certificates for servers on this machine (RFC 5280), with ECDSA keys. */
export class CertificateAuthority {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #name: string;
  /** Its own certificate, in PEM. */
  readonly cert: string;

  constructor(name = 'Local CA') {
    this.#name = name;
    this.cert = this.#issue(name, this.#keys.publicKey, [basicConstraints], {});
  }

  issue(request: CertificateRequest): Certificate {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const names = (request.hosts ?? []).map((host) =>
      isIPv4(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host)),
    );
    const extension = sequence(subjectAltName, der(0x04, sequence(...names)));
    return {
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      cert: this.#issue('Local server', publicKey, [extension], request),
    };
  }

  #issue(
    subject: string,
    publicKey: KeyObject,
    extensions: readonly Buffer[],
    {
      validFrom = new Date(Date.now() - day),
      validUntil = new Date(Date.now() + day),
    }: Omit<CertificateRequest, 'hosts'>,
  ): string {
    const version3 = der(0xa0, der(0x02, Buffer.from([2])));
    const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
    const content = sequence(
      version3,
      serial,
      ecdsaWithSha256,
      nameOf(this.#name),
      sequence(utcTime(validFrom), utcTime(validUntil)),
      nameOf(subject),
      publicKey.export({ type: 'spki', format: 'der' }),
      der(0xa3, sequence(...extensions)),
    );
    const signature = sign('sha256', content, this.#keys.privateKey);
    const certificate = sequence(
      content,
      ecdsaWithSha256,
      der(0x03, Buffer.concat([Buffer.from([0]), signature])),
    );
    const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  }
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function nameOf(commonName: string): Buffer {
  const attribute = sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(commonName)));
  return sequence(der(0x31, attribute));
}

function utcTime(date: Date): Buffer {
  return der(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );
}

const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const subjectAltName = Buffer.from('0603551d11', 'hex');
/** Critical, cA true. */
const basicConstraints = sequence(
  Buffer.from('0603551d13', 'hex'),
  Buffer.from('0101ff', 'hex'),
  der(0x04, sequence(Buffer.from('0101ff', 'hex'))),
);
