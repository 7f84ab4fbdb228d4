/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/run-folder.cjs',
  globalTeardown: '<rootDir>/test/run-folder-removed.cjs',
  testTimeout: 90_000, // the product starts in many of them, and machines are shared
  maxWorkers: '100%', // two cores are the usual size, and Jest would leave one idle
  workerIdleMemoryLimit: '200MB', // what files before have left behind makes all that come later slower
  transform: {
    '^.+\\.ts$': ['@swc/jest', compiled()],
    '^.+\\.tsx$': ['@swc/jest', compiled({ tsx: true }, { react: { runtime: 'automatic' } })],
  },
  reporters: ['default', '<rootDir>/test/closing-line-reporter.cjs'],
};

function compiled(syntax = {}, transform = {}) {
  return {
    jsc: { target: 'es2023', parser: { syntax: 'typescript', ...syntax }, transform },
    module: { type: 'commonjs' },
  };
}
