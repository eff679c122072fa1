/**
 * Preloaded (`--import`) into main, before a trap: writes every key that the action generates to the file GENERATED_KEYS, as
 * JSON Web Keys on lines, so that tests can look for it.
 */
import crypto, { type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

type Generated = (error: Error | null, publicKey: KeyObject, privateKey: KeyObject) => void;
type Generate = (...call: [...type: unknown[], done: Generated]) => void;

const { GENERATED_KEYS: file } = process.env;
if (file !== undefined && path.basename(process.argv[1] ?? '') === 'main.js') {
  const descriptor = fs.openSync(file, 'a');
  // As it is now: a trap replaces it, and would count the call.
  const write = fs.writeSync;
  const generate = crypto.generateKeyPair as unknown as Generate;
  const recorded: Generate = (...call) => {
    const done = call.at(-1) as Generated;
    const recording: Generated = (error, publicKey, privateKey) => {
      if (error === null) write(descriptor, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`);
      done(error, publicKey, privateKey);
    };
    generate(...call.slice(0, -1), recording);
  };
  // Also the symbols that say how `promisify` names the two keys.
  Object.defineProperties(recorded, Object.getOwnPropertyDescriptors(generate));
  Object.assign(crypto, { generateKeyPair: recorded });
  syncBuiltinESMExports();
}
