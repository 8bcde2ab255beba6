import 'reflect-metadata';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { startWorkflowsApp, type WorkflowsApp } from '../testing/workflows-app';

let world: WorkflowsApp;
let api: OpenAPIObject;

beforeAll(async () => {
  world = await startWorkflowsApp();
  api = SwaggerModule.createDocument(world.app.app, new DocumentBuilder().setTitle('Millrace').addBearerAuth().build());
});
afterAll(() => world.stop());

type Method = 'get' | 'post' | 'patch' | 'delete';
const METHODS: readonly Method[] = ['get', 'post', 'patch', 'delete'];
const operations = () =>
  Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );

it('documents every route of the contract', () => {
  const routes = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(routes).toEqual(
    expect.arrayContaining([
      'POST /api/workflows',
      'GET /api/workflows',
      'GET /api/workflows/{id}',
      'PATCH /api/workflows/{id}',
      'DELETE /api/workflows/{id}',
      'POST /api/workflows/{id}/publish',
      'POST /api/workflows/{id}/enable',
      'POST /api/workflows/{id}/disable',
      'POST /api/workflows/{id}/validate',
      'GET /api/workflows/{id}/versions',
      'POST /api/workflows/{workflowId}/nodes',
      'PATCH /api/workflows/{workflowId}/nodes/{elementId}',
      'DELETE /api/nodes/{elementId}',
      'GET /api/connections',
      'GET /api/catalogue/nodes',
    ]),
  );
});

it('says in a sentence what each operation does, and that it needs a token', () => {
  for (const { path, method, operation } of operations()) {
    expect([path, method, operation.summary]).toEqual([path, method, expect.stringMatching(/\w+ \w+/)]);
    expect([path, method, operation.security]).toEqual([path, method, [{ bearer: [] }]]);
  }
});

it('names each operation once and every parameter of its path', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const documented = (operation.parameters ?? []).flatMap((parameter) =>
      'in' in parameter && parameter.in === 'path' ? [parameter.name] : [],
    );
    expect([path, method, documented.sort()]).toEqual([path, method, inPath.sort()]);
  }
});

it('shows bodies and answers with examples', () => {
  expect(JSON.stringify(api.paths['/api/workflows']?.post)).toContain('manual-trigger');
  expect(JSON.stringify(api.paths['/api/workflows/{id}']?.patch?.requestBody)).toContain('revision');
  expect(JSON.stringify(api.components?.schemas?.['WorkflowList'])).toContain('nextCursor');
});
