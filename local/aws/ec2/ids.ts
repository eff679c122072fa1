import { randomBytes } from 'node:crypto';

/** A new id as EC2 makes them: a prefix and 17 hexadecimal digits. */
export function newId(prefix: 'i' | 'r' | 'lt' | 'ami'): string {
  return `${prefix}-0${randomBytes(8).toString('hex')}`;
}

/** Whether a text has the form of such an id; the oldest have 8 digits. */
export function isId(prefix: 'i' | 'lt', text: string): boolean {
  return (
    text.startsWith(`${prefix}-`) && /^(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text.slice(prefix.length + 1))
  );
}
