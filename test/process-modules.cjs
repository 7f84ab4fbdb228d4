const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const compiled = require('./compiled.cjs');

const ROOT = join(__dirname, '..');

/** Compiles as Jest does, for what Jest does not load: the modules below, and processes that require this file. */
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, ...compiled() });
  module._compile(code, filename);
};

/** A module of this process, which all of its test files have together. @param file from the root of the repository */
module.exports = (file) => require(join(ROOT, file));
