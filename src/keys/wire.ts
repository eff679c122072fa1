/**
 * The SSH wire format (RFC 4251 section 5) that public keys, OpenSSH's private key container and PPK are made of.
 */

/** Bytes that are not what they should be. Carries nothing of them: callers answer with an error of their own. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/** Reads forward; every length is checked before it is used. Throws MalformedError. */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The next `length` bytes, a view. */
  bytes(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw new MalformedError('a length points past the end');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  uint32(): number {
    return this.bytes(4).readUInt32BE();
  }

  /** A string: uint32 length, then that many bytes. */
  string(): Buffer {
    return this.bytes(this.uint32());
  }

  /** A positive mpint, as big-endian bytes without a sign byte; other spellings of the number are refused. */
  positiveInteger(): Buffer {
    const spelled = this.string();
    const magnitude = spelled[0] === 0 ? spelled.subarray(1) : spelled;
    if (!magnitude[0] || !wireInteger(magnitude).subarray(4).equals(spelled)) {
      throw new MalformedError('not a positive mpint in its shortest form');
    }
    return magnitude;
  }

  /** All that is left. */
  rest(): Buffer {
    return this.bytes(this.#bytes.length - this.#at);
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new MalformedError('bytes are left over');
  }
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A string: uint32 length, then the bytes (text as UTF-8). */
export function wireString(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

/** A positive mpint of big-endian bytes without leading zeros. */
export function wireInteger(magnitude: Buffer): Buffer {
  const signByte = ((magnitude[0] ?? 0) & 0x80) !== 0 ? [0] : [];
  return wireString(Buffer.concat([Buffer.from(signByte), magnitude]));
}
