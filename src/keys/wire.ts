/**
 * The SSH wire format (RFC 4251 section 5), used by public keys, OpenSSH's private key container and PPK.
 */

/** Data in an invalid format. Contains none of the data; callers replace it by an error of their own. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/**
 * Reads from the start to the end. Every length is checked before it is used.
 *
 * @throws MalformedError from every method.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** A view of the next `length` bytes. */
  bytes(length: number): Buffer {
    if (length > this.#bytes.length - this.#offset) throw new MalformedError('a length exceeds the data');
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }

  uint32(): number {
    return this.bytes(4).readUInt32BE();
  }

  /** A string: uint32 length, then that many bytes. */
  string(): Buffer {
    return this.bytes(this.uint32());
  }

  /** A positive mpint, as big-endian bytes without a sign byte. Only the shortest encoding is accepted. */
  positiveInteger(): Buffer {
    const encoded = this.string();
    const magnitude = encoded[0] === 0 ? encoded.subarray(1) : encoded;
    if (!magnitude[0] || !wireInteger(magnitude).subarray(4).equals(encoded)) {
      throw new MalformedError('not a positive mpint in its shortest form');
    }
    return magnitude;
  }

  /** All remaining bytes. */
  rest(): Buffer {
    return this.bytes(this.#bytes.length - this.#offset);
  }

  /** Verifies that no bytes remain. */
  end(): void {
    if (this.#offset !== this.#bytes.length) throw new MalformedError('bytes remain');
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
  const signByte = magnitude.readInt8() < 0 ? [0] : [];
  return wireString(Buffer.concat([Buffer.from(signByte), magnitude]));
}
