// Tests run on the TypeScript sources in plain Node, all files of a worker in one process: its modules are loaded once.
process.env.NODE_OPTIONS = `--import ${new URL('test/support/typescript.mjs', import.meta.url).href} --enable-source-maps`;
export default {
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  setupFiles: ['<rootDir>/test/support/leave-node-alone.mjs'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
  maxWorkers: 2,
};
