// Tests run on the TypeScript sources in plain Node, all files of a worker in one process: its modules are loaded once.
const preloaded = ['typescript.mjs', 'keep-worker-data.mjs'].map(
  (name) => `--import ${new URL(`test/support/${name}`, import.meta.url).href}`,
);
process.env.NODE_OPTIONS = [...preloaded, '--enable-source-maps'].join(' ');
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
