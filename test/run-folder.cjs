const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Every run of the tests has a temporary folder of its own, for CDK and child processes too; nothing of it stays. */
module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'flex-leave-pause-tests-'));
  Object.assign(process.env, { TEST_RUN_FOLDER: folder, TMPDIR: folder });
};
