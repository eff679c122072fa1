import type { Plugin } from 'rolldown';

const id = '\0sha512-of-node';
const code = `\
const { createHash } = process.getBuiltinModule("node:crypto");
exports.lowlevel = {
  crypto_hash: (hash, bytes, length) => hash.set(createHash("sha512").update(bytes.subarray(0, length)).digest()),
};
`;

/**
 * Lets bcrypt-pbkdf take SHA-512 from node:crypto. It takes nothing else from tweetnacl, which has 60 kB and cannot be
 * tree-shaken.
 */
export const sha512OfNode: Plugin = {
  name: 'sha512-of-node',
  resolveId: {
    filter: { id: /^tweetnacl$/ },
    handler(_, importer = '') {
      if (!/[\\/]bcrypt-pbkdf[\\/]index\.js$/.test(importer))
        throw new Error(`${importer} imports tweetnacl, too.`);
      return id;
    },
  },
  load: {
    filter: { id: /sha512-of-node$/ },
    handler: () => ({ code, moduleSideEffects: false }),
  },
};
