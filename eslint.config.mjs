import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What builds the desk and the plugin: all else in their folders runs in browsers. */
const RUN_BY_NODE = ['{desk,plugin}/{build,bundle,write}.ts'];
const EVERYWHERE = { 'no-console': 'error', eqeqeq: 'error' };

export default defineConfig(
  { ignores: ['cdk.out/', 'dist/', 'plugin/build/', 'coverage/', 'lambda/http/api-types.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...EVERYWHERE,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ports are asynchronous, and some of what implements them, such as the tests' doubles, has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['{desk,plugin}/**/*.{ts,tsx}'],
    ignores: RUN_BY_NODE,
    languageOptions: { parserOptions: { project: './desk/tsconfig.json' } },
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/{desk,plugin}/**/*.ts'],
    languageOptions: { parserOptions: { project: './test/desk/tsconfig.json' } },
  },
  {
    // Answers are JSON that the tests read field by field; docs/openapi.yaml checks their form.
    files: ['test/e2e/**/*.ts', 'test/desk/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{cjs,mjs}'], extends: [tseslint.configs.recommended], rules: EVERYWHERE },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
