/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/run-folder.cjs',
  globalTeardown: '<rootDir>/test/run-folder-removed.cjs',
  testTimeout: 30_000, // the product starts in many of them, and machines are shared
  maxWorkers: '100%', // two cores are the usual size, and Jest would leave one idle
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  reporters: ['default', '<rootDir>/test/closing-line-reporter.cjs'],
};
