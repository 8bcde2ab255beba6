import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DocumentChecks } from '../document-checks';
import { Templates } from '../templates/templates';
import { startWorkflowsApp, type Caller, type WorkflowsApp } from '../testing/workflows-app';

let app: WorkflowsApp;
let owner: Caller;

beforeAll(async () => {
  app = await startWorkflowsApp();
  owner = app.caller();
});
afterAll(() => app.stop());

const examples = path.resolve('examples');
const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Template {
  readonly id: string;
  readonly name: string;
  readonly nodeTypes: string[];
  readonly payload: unknown;
}

it('offers every example of the repository, by name', async () => {
  const templates = await owner.ask<Template[]>(
    'templates',
    '{ templates { id name description tags nodeTypes nodeCount payload } }',
  );

  expect(templates.map(({ id }) => id).sort()).toEqual(folders.sort());
  expect(templates.map(({ name }) => name)).toEqual(
    [...templates.map(({ name }) => name)].sort((a, b) => a.localeCompare(b)),
  );
  expect(templates.find(({ id }) => id === 'google-form')).toMatchObject({
    name: 'Google Forms response',
    tags: ['webhook', 'form'],
    nodeTypes: ['webhook-trigger', 'switch', 'transformer', 'output'],
    nodeCount: 6,
    payload: JSON.parse(readFileSync(path.join(examples, 'google-form/payload.json'), 'utf8')),
  });
});

it.each(folders)('the template %s can be published once its accounts are chosen', (id) => {
  const template = app.get(Templates).find(id);
  const problems = app.get(DocumentChecks).problemsOf(template?.document as never);

  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.filter(({ code }) => code !== 'CREDENTIAL_REQUIRED')).toEqual([]);
  expect(template?.description).not.toBe('');
});

it('shows one with its document in our own form', async () => {
  const query = 'query($id: ID!) { template(id: $id) { document } }';
  const { document } = await owner.ask<{ document: { nodes: { type: string }[] } }>('template', query, {
    id: 'order-approval',
  });

  expect(document.nodes.map(({ type }) => type)).toEqual([
    'manual-trigger',
    'http-request',
    'approval-gate',
    'transformer',
  ]);
  expect(await owner.ask('template', query, { id: 'gone' })).toBeNull();
});

const USE = `mutation($id: ID!, $n: String) { workflowCreateFromTemplate(id: $id, name: $n) {
  workflow { id name status tags validation { valid } draft { document } } errors { code }
} }`;

interface Used {
  readonly workflow: { id: string; name: string; draft: { document: { id: string; version: string } } } | null;
  readonly errors: { code: string }[];
}

it('makes a workflow of its own each time', async () => {
  const one = await owner.ask<Used>('workflowCreateFromTemplate', USE, { id: 'google-form' });
  const other = await owner.ask<Used>('workflowCreateFromTemplate', USE, { id: 'google-form', n: 'Mine' });

  expect(one).toMatchObject({
    workflow: { name: 'Google Forms response', status: 'DRAFT', validation: { valid: true } },
    errors: [],
  });
  expect(other.workflow?.name).toBe('Mine');
  expect(other.workflow?.id).not.toBe(one.workflow?.id);
  expect(one.workflow?.draft.document).toMatchObject({ id: one.workflow?.id, version: '0.0.0' });
});

it('says so when there is no such template, and lets viewers only look', async () => {
  expect(await owner.ask('workflowCreateFromTemplate', USE, { id: 'gone' })).toEqual({
    workflow: null,
    errors: [{ code: 'TEMPLATE_NOT_FOUND' }],
  });
  const viewer = owner.colleague('viewer');
  expect((await viewer.graphql(USE, { id: 'google-form' })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await viewer.ask<Template[]>('templates', '{ templates { id } }')).toHaveLength(folders.length);
});
