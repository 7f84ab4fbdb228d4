const compiled = require('./test/compiled.cjs');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/run-folder.cjs',
  globalTeardown: '<rootDir>/test/run-folder-removed.cjs',
  testTimeout: 90_000, // the product starts in many of them, and machines are shared
  maxWorkers: '100%', // two cores are the usual size, and Jest would leave one idle
  transform: {
    '^.+\\.ts$': ['@swc/jest', compiled()],
    '^.+\\.tsx$': ['@swc/jest', compiled({ tsx: true }, { react: { runtime: 'automatic' } })],
  },
  reporters: ['default', '<rootDir>/test/closing-line-reporter.cjs'],
};
