import assert from 'node:assert/strict';
import { type Column, columns, type Parts } from './columns.ts';
import type { Delivered } from './delivered.ts';
import { idOf, type Kind, kinds } from './kinds.ts';

/** What a column has shown of a kind: that it reads the file, why it does not, or nothing. */
type Outcome = 'read' | { readonly why: string } | undefined;

/** What all programs did with the files, as they did it. */
export class Matrix {
  readonly #outcomes = new Map<string, Outcome>();

  /** Reads all files with one program, and compares with what it should read and refuse. */
  async fill(column: Column, parts: Parts, delivered: readonly Delivered[]): Promise<void> {
    const tried = delivered.filter(({ kind }) => column.leavesOut?.(kind) !== true);
    const readings = await column.read(parts, tried);
    for (const [index, one] of tried.entries()) {
      const reading = readings[index] ?? { refusal: 'nothing came of it' };
      const refusal = column.refuses(one.kind);
      if (refusal === undefined) assert.deepEqual(reading, { publicKey: one.publicKey }, one.id);
      else assert.match('refusal' in reading ? reading.refusal : 'it was read', refusal.says, one.id);
      this.#outcomes.set(cellOf(column, one.kind), refusal === undefined ? 'read' : { why: refusal.why });
    }
    if (column.needsPassphrase) await refuseWrongPassphrases(column, parts, tried);
  }

  /** In Markdown. */
  table(): string {
    const reasons = [...new Set([...this.#outcomes.values()].flatMap((one) => reasonOf(one) ?? []))];
    const cell = (column: Column, kind: Kind): string => {
      const outcome = this.#outcomes.get(cellOf(column, kind));
      const reason = reasonOf(outcome);
      return reason === undefined ? (outcome === 'read' ? 'yes' : '') : `no (${reasons.indexOf(reason) + 1})`;
    };
    return [
      `| Key | From | Format | Passphrase | ${columns.map(({ title }) => title).join(' | ')} |`,
      `| --- | --- | --- | --- |${' --- |'.repeat(columns.length)}`,
      ...kinds.map(
        (kind) => `| ${titlesOf(kind)} | ${columns.map((column) => cell(column, kind)).join(' | ')} |`,
      ),
      `| **Read, of ${kinds.length}** | | | | ${columns.map((column) => this.#count(column)).join(' | ')} |`,
      '',
      ...reasons.map((reason, index) => `${index + 1}. ${reason[0]?.toUpperCase()}${reason.slice(1)}.`),
      '',
      this.#total(),
    ].join('\n');
  }

  #total(): string {
    const outcomes = [...this.#outcomes.values()];
    const read = outcomes.filter((outcome) => outcome === 'read').length;
    return `${outcomes.length} attempts: ${read} succeeded, and ${outcomes.length - read} failed only because the program does not read such files.`;
  }

  #count(column: Column): string {
    const outcomes = kinds.map((kind) => this.#outcomes.get(cellOf(column, kind)));
    return String(outcomes.filter((outcome) => outcome === 'read').length);
  }
}

async function refuseWrongPassphrases(
  column: Column,
  parts: Parts,
  tried: readonly Delivered[],
): Promise<void> {
  const wrong = tried
    .filter(({ kind }) => kind.isEncrypted && column.refuses(kind) === undefined)
    .map((one) => ({ ...one, passphrase: 'another passphrase' }));
  const readings = await column.read(parts, wrong);
  assert.deepEqual([readings.length, wrong.length > 0], [wrong.length, true]);
  assert.deepEqual(
    wrong.filter((_, index) => 'publicKey' in (readings[index] ?? {})).map(({ id }) => id),
    [],
  );
}

function cellOf({ title }: Column, kind: Kind): string {
  return `${title}: ${idOf(kind)}`;
}

function reasonOf(outcome: Outcome): string | undefined {
  return typeof outcome === 'object' ? outcome.why : undefined;
}

function titlesOf({ type, generator, format, isEncrypted }: Kind): string {
  const bits = generator === 'ec2' ? 2048 : 4096;
  return [
    type === 'rsa' ? `RSA, ${bits} bits` : 'ED25519',
    generator === 'ec2' ? 'EC2' : 'runner',
    format === 'ppk' ? 'PPK' : 'PEM',
    isEncrypted ? 'with' : '',
  ].join(' | ');
}
