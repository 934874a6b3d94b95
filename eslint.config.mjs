import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Settings are read in one place, so that a start with a bad one fails at once and says which (docs/decisions). */
const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read settings through src/platform/settings.ts only.',
};
const noTemplateSql = {
  selector: "CallExpression[callee.property.name='query'] > TemplateLiteral[expressions.length>0]:first-child",
  message: 'Parameters only: never build SQL from values.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'coverage/**', '.stryker-tmp/**', 'node_modules/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', noProcessEnv, noTemplateSql],
      'max-lines': ['error', { max: 200 }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Views are classes so that they show in the API's description; what is returned has their shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // By code points is what is meant wherever a text is taken apart here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  // Typed-array code: an index within bounds is the invariant, and the two assertion rules contradict each other.
  {
    files: ['src/transparency/{anonymize,build,report,series,tables,tables-files,verify}/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // What is asked of a text that somebody sent takes a time that grows as the text does.
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', { ignoreSticky: false }],
    },
  },
  { files: ['src/database/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['src/platform/settings.ts'], rules: { 'no-restricted-syntax': ['error', noTemplateSql] } },
  // Names of roles and databases cannot be parameters; they are escaped as identifiers.
  { files: ['src/database/**'], rules: { 'no-restricted-syntax': ['error', noProcessEnv] } },
  { files: ['test/**', 'bench/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**', 'bench/**', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
