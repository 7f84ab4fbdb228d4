/**
 * Mutation testing: each small mistake that could be made in the rules and in the actions is made, one at a time, and a test
 * has to fail. `npm run mutants`; what survives is named in docs/reliability.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['lambda/domain/**/*.ts', 'lambda/actions/**/*.ts'],
  testRunner: 'mocha',
  mochaOptions: { spec: ['test/mutants/files.cjs'], require: ['tsx/cjs'] },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/sandbox',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: '.stryker/mutants.json' },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
};
