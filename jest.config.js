import { excludedOn, ignorePatterns } from './scripts/checks/excluded-tests.ts';

/** All code is ES modules: jest needs Node 24 with NODE_OPTIONS=--experimental-vm-modules, which `npm test` sets. */
export default {
  testMatch: ['**/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...ignorePatterns(excludedOn(process.platform))],
  testEnvironment: 'node',
  // Generous, because loading a module can take seconds on a busy machine.
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
