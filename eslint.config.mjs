import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const EVERYWHERE = { 'no-console': 'error', eqeqeq: 'error' };

export default defineConfig(
  { ignores: ['cdk.out/', 'dist/', 'plugin/build/', 'coverage/', 'lambda/http/api-types.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
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
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
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
