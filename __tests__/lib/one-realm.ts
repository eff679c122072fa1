import { types } from 'node:util';

/**
 * Import for its effect. jest runs each test file with its own globals. Node creates its errors (file system, network)
 * with the original globals, so that they would not be `instanceof Error` as they are under Node.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    const isPlain = Function.prototype[Symbol.hasInstance].call(this, value);
    return isPlain || (this === Error && types.isNativeError(value));
  },
});
