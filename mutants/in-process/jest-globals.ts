/** What tests import as `@jest/globals`, from jest's own packages: those work without jest's sandbox of modules. */
import { fn, spyOn } from 'jest-mock';

export { jestExpect as expect } from '@jest/expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'jest-circus';

export const jest = { fn, spyOn };
