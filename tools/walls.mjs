// The walls of docs/architecture.md, section 3, as the lint rule reads them. tools/check-walls.mjs proves that each one holds.

/** For every scope, the scopes that it may import. */
export const walls = {
  model: [],
  expression: ['model'],
  engine: ['model'],
  sdk: ['model', 'expression'],
  llm: ['sdk', 'model'],
  sandbox: ['sdk', 'model'],
  nodes: ['sdk', 'model', 'expression', 'llm', 'sandbox'],
  platform: [],
  identity: ['platform'],
  credentials: ['identity', 'sdk', 'model', 'platform'],
  catalog: ['nodes', 'sdk', 'model', 'credentials', 'identity', 'platform'],
  workflows: ['catalog', 'credentials', 'identity', 'model', 'expression', 'platform'],
  executions: ['workflows', 'credentials', 'catalog', 'engine', 'expression', 'model', 'identity', 'platform'],
  runner: [
    'executions',
    'credentials',
    'catalog',
    'workflows',
    'engine',
    'expression',
    'sandbox',
    'sdk',
    'model',
    'platform',
  ],
  triggers: ['executions', 'workflows', 'credentials', 'catalog', 'identity', 'expression', 'sdk', 'model', 'platform'],
  notifications: ['executions', 'workflows', 'catalog', 'identity', 'credentials', 'model', 'platform'],
  'workflow-tests': [
    'executions',
    'runner',
    'workflows',
    'catalog',
    'credentials',
    'engine',
    'expression',
    'sdk',
    'model',
    'identity',
    'platform',
  ],
  approvals: ['executions', 'workflows', 'catalog', 'nodes', 'engine', 'model', 'identity', 'platform'],
  operations: ['notifications', 'executions', 'workflows', 'catalog', 'identity', 'model', 'platform'],
  assistant: ['catalog', 'credentials', 'workflows', 'identity', 'llm', 'sdk', 'model', 'platform'],
  composition: [
    'platform',
    'identity',
    'credentials',
    'catalog',
    'workflows',
    'executions',
    'runner',
    'triggers',
    'approvals',
    'workflow-tests',
    'assistant',
    'notifications',
    'operations',
    'sandbox',
  ],
  'app-api': ['composition', 'platform'],
  'app-worker': ['composition', 'platform'],
  e2e: ['model', 'engine', 'platform'],
  'web-api': ['model', 'engine'],
  'web-ui': ['model'],
  'web-canvas': ['web-ui', 'web-api', 'engine', 'expression', 'model'],
  'app-web': ['web-api', 'web-ui', 'web-canvas', 'engine', 'expression', 'model'],
};

const runtimes = {
  'runtime:pure': ['runtime:pure'],
  'runtime:server': ['runtime:pure', 'runtime:server'],
  'runtime:browser': ['runtime:pure', 'runtime:browser'],
};

/** What `@nx/enforce-module-boundaries` takes. A project may always import from its own scope. */
export const depConstraints = [
  ...Object.entries(walls).map(([scope, others]) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: [scope, ...others].map((name) => `scope:${name}`),
  })),
  ...Object.entries(runtimes).map(([sourceTag, onlyDependOnLibsWithTags]) => ({ sourceTag, onlyDependOnLibsWithTags })),
];

/** Packages that would tie a pure library to a framework or to one runtime. */
export const pureBans = {
  patterns: [
    { group: ['node:*', 'fs', 'path', 'crypto'], message: 'Pure libraries run in the browser too.' },
    {
      group: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'pg-boss', 'rxjs', 'express'],
      message: 'Pure libraries know no framework.',
    },
  ],
};
