/** Stands in for `@jest/globals`, which only works in jest's module sandbox. The packages behind it work without that. */
import { fn, spyOn } from 'jest-mock';

export { jestExpect as expect } from '@jest/expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'jest-circus';

export const jest = { fn, spyOn };
