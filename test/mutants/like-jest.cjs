const { expect } = require('expect');
const { bind } = require('jest-each');
const { ModuleMocker } = require('jest-mock');

/**
 * The tests are Jest's, and Jest loads all modules anew for each mutant, which takes most of its time. Mocha loads them once;
 * what the tests of rules and actions use of Jest is here, from Jest's own parts.
 */
const mocker = new ModuleMocker(globalThis);
Object.assign(globalThis, {
  expect,
  beforeAll: globalThis.before,
  afterAll: globalThis.after,
  jest: {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: () => mocker.restoreAllMocks(),
  },
});
for (const global of [globalThis.it, globalThis.describe]) global.each = bind(global);
