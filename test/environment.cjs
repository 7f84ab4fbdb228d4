const asyncHooks = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');
const loadOfProcess = require('./process-modules.cjs');

const { AsyncLocalStorage } = asyncHooks;

/** Node's environment for a file of tests, of which no variable and no storage is left for later files of the process. */
module.exports = class extends TestEnvironment {
  storages = [];
  variables = { ...process.env };

  async setup() {
    await super.setup();
    this.global.process.env = process.env; // what runs outside of the file reads the same
    this.global.ofProcess = { load: loadOfProcess, globals: globalThis };
    const { storages } = this;
    asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
      constructor(...given) {
        super(...given);
        storages.push(this);
      }
    };
  }

  /** Of AsyncLocalStorage too: Node hands each one that is not ended on to each promise, and Jest has one for each file. */
  async teardown() {
    asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    for (const storage of this.storages) storage.disable();
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
};
