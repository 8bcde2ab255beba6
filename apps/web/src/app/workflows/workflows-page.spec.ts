import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, FakeSocket, settled } from '@millrace/web-api/testing';
import { WorkflowsPage } from './workflows-page';

let server: FakeServer;
let harness: RouterTestingHarness;
let rows: Record<string, unknown>[];
const realSocket = globalThis.WebSocket;

function workflow(name: string, parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    __typename: 'Workflow',
    id: name,
    name,
    description: null,
    status: 'ENABLED',
    enabled: true,
    tags: [],
    nodeCount: 3,
    draftRevision: 1,
    hasUnpublishedChanges: false,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    deletedAt: null,
    publishedVersion: { __typename: 'WorkflowVersion', id: 'v1', version: '1.0.0', createdAt: '2026-01-01T00:00:00Z' },
    lastExecution: null,
    ...parts,
  };
}

beforeEach(async () => {
  globalThis.WebSocket = FakeSocket as never;
  rows = [workflow('Orders', { tags: ['sales'] }), workflow('Leads', { hasUnpublishedChanges: true })];
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  server = new FakeServer()
    .signsIn()
    .on('WorkflowList', ({ search }) => {
      const nodes = rows.filter(({ name }) => String(name).includes(String(search ?? '')));
      return { workflows: { __typename: 'WorkflowConnection', totalCount: nodes.length, nodes, pageInfo } };
    })
    .on('WorkflowTags', () => ({ workflowTags: [{ __typename: 'WorkflowTag', tag: 'sales', workflowCount: 1 }] }));
  const routes = [
    { path: 'workflows', component: WorkflowsPage },
    { path: '**', children: [] },
  ];
  TestBed.configureTestingModule({
    providers: [provideRouter(routes), { provide: BROWSER, useValue: server }],
  });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  harness = await RouterTestingHarness.create();
});
afterEach(() => {
  globalThis.WebSocket = realSocket;
  document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.replaceChildren());
});

const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
const names = (): string[] =>
  [...page().querySelectorAll('tbody a.title')].map((link) => link.textContent?.trim() ?? '');
const url = (): string => TestBed.inject(Router).url;

async function open(address = '/workflows'): Promise<void> {
  await harness.navigateByUrl(address);
  await stable();
}

async function stable(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await settled();
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  }
}

async function click(target: Element | null | undefined): Promise<void> {
  if (!(target instanceof HTMLElement)) throw new Error('There is nothing to click.');
  target.click();
  await stable();
}

async function choose(label: string, row = 0): Promise<void> {
  await click(page().querySelectorAll('[aria-label^="Actions for"]')[row]);
  const items = [...document.querySelectorAll('[role=menuitem]')];
  await click(items.find((item) => item.textContent?.includes(label)));
}

const failure = (message: string) => [{ __typename: 'UserError', code: 'X', message, path: null }];

it('shows the workflows with their state, and how many there are', async () => {
  await open();
  expect(names()).toEqual(['Orders', 'Leads']);
  expect(page().textContent).toContain('2 workflows');
  expect(page().querySelectorAll('.ahead')).toHaveLength(1);
  expect(page().textContent).toContain('No runs yet');
});

it('the address says what is shown', async () => {
  await open('/workflows?q=Lea&tag=sales&status=live&sort=name');
  expect(names()).toEqual(['Leads']);
  expect(server.asked('WorkflowList').at(-1)).toMatchObject({
    search: 'Lea',
    tags: ['sales'],
    status: 'ENABLED',
    sort: 'NAME',
    direction: 'ASC',
  });
});

it('a tag filters, and goes into the address', async () => {
  await open();
  await click([...page().querySelectorAll('mr-filter-choice button')].find((one) => one.textContent?.includes('Tags')));
  await click([...document.querySelectorAll('[role=option]')].find((one) => one.textContent?.includes('sales')));
  expect(url()).toBe('/workflows?tag=sales');
  await click([...page().querySelectorAll('button')].find((one) => one.textContent?.includes('Clear filters')));
  expect(url()).toBe('/workflows');
});

it('sorts by a column, newest first for times', async () => {
  await open();
  const [byName, byTime] = [...page().querySelectorAll('th button')];
  await click(byName);
  expect(url()).toBe('/workflows?sort=name');
  await click(byTime);
  expect(url()).toBe('/workflows');
});

it('an empty workspace offers three ways to begin, an empty search a way back', async () => {
  rows = [];
  await open();
  expect(page().querySelectorAll('.way')).toHaveLength(3);
  await open('/workflows?q=zzz');
  expect(page().textContent).toContain('No workflow matches');
});

it('disables at once, and enables again when the server refuses', async () => {
  server.on('WorkflowDisable', () => ({
    workflowDisable: { __typename: 'P', workflow: null, errors: failure('Somebody else has it open.') },
  }));
  await open();
  const toggle = page().querySelector<HTMLInputElement>('mr-toggle input');
  await click(toggle);
  expect(toggle?.checked).toBe(true);
  expect(page().querySelector('[role=alert]')?.textContent).toContain('“Orders” could not be disabled');
  expect(page().querySelector('[role=alert]')?.textContent).toContain('Somebody else has it open.');
});

it('deletes at once, and takes it back for as long as the toast is there', async () => {
  const { lastExecution: _none, ...restored } = workflow('Orders');
  server
    .on('WorkflowDelete', () => ({ workflowDelete: { __typename: 'P', workflow: null, errors: [] } }))
    .on('WorkflowUndelete', () => ({ workflowUndelete: { __typename: 'P', workflow: restored, errors: [] } }));
  await open();
  await choose('Delete');
  expect(names()).toEqual(['Leads']);
  expect(server.asked('WorkflowDelete')).toEqual([{ id: 'Orders' }]);
  const undo = [...document.querySelectorAll('.toast button')].find((one) => one.textContent?.includes('Undo'));
  await click(undo);
  expect(names()).toEqual(['Orders', 'Leads']);
  expect(server.asked('WorkflowUndelete')).toEqual([{ id: 'Orders' }]);
});

it('a workflow that could not be deleted is back in its place', async () => {
  server.on('WorkflowDelete', () => ({
    workflowDelete: { __typename: 'P', workflow: null, errors: failure('It is locked.') },
  }));
  await open();
  await choose('Delete', 1);
  expect(names()).toEqual(['Orders', 'Leads']);
  expect(page().querySelector('[role=alert]')?.textContent).toContain('It is locked.');
});

it('a copy stands first', async () => {
  const { lastExecution: _none, ...copy } = workflow('Orders copy', { status: 'DRAFT', publishedVersion: null });
  server.on('WorkflowDuplicate', () => ({ workflowDuplicate: { __typename: 'P', workflow: copy, errors: [] } }));
  await open();
  await choose('Duplicate');
  expect(names()).toEqual(['Orders copy', 'Orders', 'Leads']);
});

it('makes a workflow and opens it', async () => {
  const { lastExecution: _none, ...made } = workflow('fresh');
  server.on('WorkflowCreate', () => ({ workflowCreate: { __typename: 'P', workflow: made, errors: [] } }));
  await open();
  await click([...page().querySelectorAll('button')].find((one) => one.textContent?.includes('New workflow')));
  expect(server.asked('WorkflowCreate')).toEqual([{ input: { name: 'Untitled workflow' } }]);
  expect(url()).toBe('/workflows/fresh');
});

it('says that the list could not be loaded, and tries again', async () => {
  server.isReachable = false;
  await open();
  expect(page().querySelector('[role=alert]')?.textContent).toContain('could not be loaded');
  server.isReachable = true;
  await click([...page().querySelectorAll('button')].find((one) => one.textContent?.includes('Try again')));
  expect(names()).toEqual(['Orders', 'Leads']);
});

it('those who may only look are offered nothing that changes', async () => {
  server.signsIn({ workspace: { id: 'w1', name: 'W', role: 'VIEWER' } });
  await TestBed.inject(Session).renew();
  await open();
  expect(page().textContent).not.toContain('New workflow');
  expect(page().querySelector<HTMLInputElement>('mr-toggle input')?.disabled).toBe(true);
});
