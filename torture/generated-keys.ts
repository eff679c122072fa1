import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type CreatedKey, createdKeyFrom } from '../local/aws/keys/created-key.ts';

const preload = new URL('../test-support/record-generated-keys.ts', import.meta.url).href;

/** The keys that steps generate themselves: EC2 does not have them, so each step notes them in a file. */
export class GeneratedKeys {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Environment in which main notes every key that it generates. */
  environment(): Record<string, string> {
    return { NODE_OPTIONS: `--import "${preload}"`, GENERATED_KEYS: this.#file };
  }

  read(): CreatedKey[] {
    return this.#lines().map((line) =>
      createdKeyFrom(createPrivateKey({ key: JSON.parse(line) as JsonWebKey, format: 'jwk' })),
    );
  }

  #lines(): string[] {
    try {
      return readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
    } catch {
      return [];
    }
  }
}
