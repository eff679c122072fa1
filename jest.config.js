import { ignorePatterns, leftOutOn } from './scripts/checks/left-out.ts';

/** ES modules throughout: run with NODE_OPTIONS=--experimental-vm-modules under Node 24 (`npm test` does). */
export default {
  testMatch: ['**/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...ignorePatterns(leftOutOn(process.platform))],
  testEnvironment: 'node',
  // A bound, not an expectation: on a loaded machine, loading a module can take seconds.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'esnext' }, module: { type: 'es6' } },
    ],
  },
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
};
