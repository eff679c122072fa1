import { types } from 'node:util';

/**
 * Import for its effect. jest runs each test file with globals of its own, and what Node itself throws (errors of the
 * file system, of the network) is made with the others: there it would be no `instanceof Error`, as it is under Node.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    const isPlain = Function.prototype[Symbol.hasInstance].call(this, value);
    return isPlain || (this === Error && types.isNativeError(value));
  },
});
