/** Who may import what. test/imports.test.ts shows that a breach is seen. */
const OURS = '^(bin|lib|lambda|local|operate|desk|plugin|test|scripts|examples)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^lambda/domain/' },
      to: { path: OURS, pathNot: '^lambda/domain/' },
    },
    {
      name: 'actions-import-only-domain',
      severity: 'error',
      from: { path: '^lambda/actions/' },
      to: { path: OURS, pathNot: '^lambda/(domain|actions)/' },
    },
    {
      name: 'adapters-and-http-import-only-domain-and-actions',
      severity: 'error',
      from: { path: '^lambda/(adapters|http)/' },
      to: { path: OURS, pathNot: ['^lambda/(domain|actions)/', '^lambda/$1/'] },
    },
    {
      name: 'the-product-does-not-know-what-is-around-it',
      severity: 'error',
      from: { path: '^(lambda|lib|bin)/' },
      to: { path: '^(local|operate|test|scripts|examples)/' },
    },
    {
      name: 'operators-know-only-what-is-deployed',
      severity: 'error',
      from: { path: '^operate/' },
      to: { path: OURS, pathNot: '^(operate|lambda)/' },
    },
    {
      name: 'nobody-needs-the-operators-commands',
      severity: 'error',
      from: { path: '^(local|desk|plugin|scripts|examples)/' },
      to: { path: '^operate/' },
    },
    {
      name: 'examples-know-only-the-construct',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: OURS, pathNot: '^(lib/|examples/|bin/stages[.]ts$)' },
    },
    {
      name: 'functions-of-examples-know-only-themselves',
      severity: 'error',
      from: { path: '^examples/[^/]+/lambda/' },
      to: { path: OURS, pathNot: '^examples/[^/]+/lambda/' },
    },
    {
      name: 'functions-do-not-know-their-stack',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { path: '^(lib|bin|desk)/' },
    },
    {
      name: 'functions-take-only-what-they-need-of-twilio',
      severity: 'error',
      from: { path: '^lambda/' },
      to: { path: 'node_modules/twilio/(index|lib/index|lib/rest/Twilio|lib/base/BaseTwilio)' },
    },
    {
      name: 'the-stack-takes-only-names-of-the-functions',
      severity: 'error',
      from: { path: '^(lib|bin)/' },
      to: { path: '^lambda/', pathNot: '^lambda/(adapters/table-names|domain/metric-names)[.]ts$' },
    },
    {
      name: 'the-desk-takes-only-types-of-the-api',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: '^(bin|lib|lambda|local|test|scripts)/', pathNot: '^lambda/http/api-types[.]ts$' },
    },
    {
      name: 'the-desk-takes-only-types-of-the-api',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: '^lambda/http/api-types[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'what-the-plugin-shares-does-not-know-the-page',
      severity: 'error',
      from: { path: '^desk/(api|live|time|conversations)/' },
      to: { path: '^desk/', pathNot: '^desk/(api|live|time|conversations)/' },
    },
    {
      name: 'the-plugin-takes-only-what-the-desk-shares',
      severity: 'error',
      from: { path: '^plugin/' },
      to: {
        path: OURS,
        pathNot: '^(plugin/|desk/(api|live|time|conversations)/|desk/(bundle|shell/token)[.]ts$)',
      },
    },
    {
      name: 'nobody-needs-the-plugin',
      severity: 'error',
      from: { path: '^(bin|lib|lambda|local|operate|desk|scripts|examples)/' },
      to: { path: '^plugin/' },
    },
    {
      name: 'others-take-only-the-built-desk',
      severity: 'error',
      from: { path: '^(bin|lib|lambda|local|scripts)/' },
      to: { path: '^desk/', pathNot: '^desk/(build|page-headers)[.]ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: OURS }, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: OURS },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
