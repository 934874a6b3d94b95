// The tests that need no database, in one process: what each mutant of the modules in stryker.config.json is held to.

export default {
  rootDir: '../..',
  runner: 'jest-light-runner',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: [
    '<rootDir>/src/identity/rules/*.spec.ts',
    '<rootDir>/src/platform/crypto/*.spec.ts',
    '<rootDir>/src/audit-log/log/*.spec.ts',
    '<rootDir>/src/transparency/rules/*.spec.ts',
    '<rootDir>/test/mutation/*.spec.ts',
  ],
  reporters: ['<rootDir>/test/support/count-reporter.mjs'],
  maxWorkers: 1,
};
