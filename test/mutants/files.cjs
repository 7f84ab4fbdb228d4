const { readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
require('./like-jest.cjs');

/** It goes through all that can follow from a record; from that of a mutant there may be no end to it. */
const WITHOUT = ['never-lost.test.ts'];

/** Each file of tests is a block of its own, so that what it sets up is for its own tests only. */
for (const folder of ['domain', 'actions']) {
  const path = resolve(__dirname, '..', folder);
  for (const file of readdirSync(path).filter((name) => name.endsWith('.test.ts') && !WITHOUT.includes(name)))
    describe(`${folder}/${file}`, () => void require(join(path, file)));
}
