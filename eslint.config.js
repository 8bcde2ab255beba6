import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { depConstraints, pureBans } from './tools/walls.mjs';

const noWildcardExport = {
  selector: 'ExportAllDeclaration',
  message: 'Name what you export: wildcard barrels grow into one big knot.',
};
const sizeLimits = {
  'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': 'off',
  '@typescript-eslint/max-params': ['error', { max: 4 }],
  'max-depth': ['error', 3],
};
/** Nest hands dependencies to constructors one by one. */
const injected = { '@typescript-eslint/max-params': ['error', { max: 7 }] };
const exempt = ['**/*.spec.ts', '**/testing/**', '**/migrations/**', '**/*.generated.ts', 'apps/*-e2e/**'];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.data', '**/coverage', 'tmp', '**/*.generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        // What loads late is an entry of a library, not the whole: tools/web-budget.mjs watches over it.
        { enforceBuildableLibDependency: false, allow: [], depConstraints, checkDynamicDependenciesExceptions: ['.*'] },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        noWildcardExport,
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only platform/config reads process.env: declare a setting there.',
        },
      ],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      ...sizeLimits,
    },
  },
  { files: ['libs/server/**/*.ts', 'apps/**/*.ts'], ignores: exempt, rules: injected },
  {
    files: ['libs/{workflow-model,expression,engine,node-sdk}/src/**/*.ts'],
    ignores: exempt,
    rules: { 'no-restricted-imports': ['error', pureBans] },
  },
  {
    files: exempt,
    rules: Object.fromEntries([...Object.keys(sizeLimits), 'no-console'].map((rule) => [rule, 'off'])),
  },
  {
    files: [
      'libs/server/platform/src/config/**/*.ts',
      'apps/*/src/main.ts',
      '**/testing/**',
      '**/*.spec.ts',
      'apps/*-e2e/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', noWildcardExport] },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    extends: angular.configs.tsRecommended,
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': [
        'error',
        { type: ['element', 'attribute'], prefix: 'mr', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'mr', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    // An icon button's content is its label.
    rules: { '@angular-eslint/template/elements-content': ['error', { allowList: ['label'] }] },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'fetch',
          'performance',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'URL',
          'WebSocket',
          'AbortController',
          'AbortSignal',
          'TextDecoder',
          'TextEncoder',
          'structuredClone',
          'globalThis',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
