/** The SSH wire format (RFC 4251, section 5): lengths are four bytes, big-endian. */

export function wireNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function wireString(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([wireNumber(bytes.length), bytes]);
}

/** A positive integer, big-endian: no leading zeros, but one zero byte where the sign bit would be set. */
export function wireInteger(magnitude: Buffer): Buffer {
  const start = magnitude.findIndex((byte) => byte !== 0);
  const bare = start === -1 ? Buffer.alloc(0) : magnitude.subarray(start);
  const negative = ((bare[0] ?? 0) & 0x80) !== 0;
  return wireString(negative ? Buffer.concat([Buffer.alloc(1), bare]) : bare);
}

/** Splits a blob into its strings; undefined if the lengths do not add up. */
export function readWireStrings(blob: Buffer): Buffer[] | undefined {
  const strings: Buffer[] = [];
  for (let at = 0; at < blob.length; ) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  return strings;
}
