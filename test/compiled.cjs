/** How the tests compile TypeScript, by swc: without looking at types, which `npm run typecheck` does. */
module.exports = function compiled(syntax = {}, transform = {}) {
  return {
    jsc: { target: 'es2023', parser: { syntax: 'typescript', ...syntax }, transform },
    module: { type: 'commonjs' },
  };
};
