import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, FakeSocket, settled } from '@millrace/web-api/testing';
// Loaded here, so that the page does not wait for it.
import '../editor/magic/draft-dialog';
import { WorkflowsPage } from './workflows-page';

const realSocket = globalThis.WebSocket;
let ready: boolean;
let page: HTMLElement;

const drafted = {
  name: 'Morning news',
  nodes: [{ id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 } }],
  edges: [],
};

function serverWith(): FakeServer {
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  return new FakeServer()
    .signsIn()
    .on('WorkflowList', () => ({
      workflows: { __typename: 'WorkflowConnection', totalCount: 0, nodes: [], pageInfo },
    }))
    .on('WorkflowTags', () => ({ workflowTags: [] }))
    .on('NodeTypes', () => ({ nodeDefinitions: [] }))
    .on('AssistantStatus', () => ({
      assistantStatus: {
        __typename: 'AssistantStatus',
        ready,
        provider: null,
        model: 'local',
        missing: ready ? null : 'Set it.',
      },
    }))
    .on('DraftWorkflow', () => ({
      draftWorkflow: {
        __typename: 'DraftWorkflowPayload',
        document: drafted,
        explanation: 'Starts.',
        problems: [
          { __typename: 'WorkflowIssue', code: 'X', message: 'Choose an account.', severity: 'ERROR', nodeId: null },
        ],
        usage: null,
        costUsd: null,
        errors: [],
      },
    }))
    .on('WorkflowCreate', () => ({
      workflowCreate: {
        __typename: 'WorkflowPayload',
        workflow: { __typename: 'Workflow', id: 'w1' },
        errors: [],
      },
    }));
}

async function open(): Promise<FakeServer> {
  const server = serverWith();
  const routes = [
    { path: 'workflows', component: WorkflowsPage },
    { path: '**', children: [] },
  ];
  TestBed.configureTestingModule({ providers: [provideRouter(routes), { provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/workflows');
  page = harness.fixture.nativeElement as HTMLElement;
  await until(() => page.querySelector('.ways') !== null);
  return server;
}

/** Waits for what is loaded piece by piece. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isSo(); turn += 1) {
    await settled();
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (!isSo()) throw new Error(`It did not come: ${document.body.textContent}`);
}

const dialog = (): HTMLElement | null => document.querySelector('mr-draft-dialog');
const button = (words: string): HTMLButtonElement | undefined =>
  [...(dialog()?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === words);

beforeEach(() => {
  globalThis.WebSocket = FakeSocket as never;
  ready = true;
});
afterEach(() => {
  globalThis.WebSocket = realSocket;
  document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.replaceChildren());
});

it('offers to describe the first workflow only where there is a model', async () => {
  ready = false;
  const server = await open();
  await until(() => server.asked('AssistantStatus').length > 0);
  await settled();
  expect(page.textContent).not.toContain('Describe with AI');
  expect(page.querySelectorAll('.way')).toHaveLength(3);
}, 20_000);

it('drafts a workflow out of words, shows its steps, and stores it when it is wanted', async () => {
  const server = await open();
  await until(() => page.querySelector('[data-testid=describe-first]') !== null);
  page.querySelector<HTMLButtonElement>('[data-testid=describe-first]')?.click();
  await until(() => dialog()?.querySelector('textarea') !== null && button('Draft')?.disabled !== undefined);
  const text = dialog()?.querySelector('textarea') as HTMLTextAreaElement;
  text.value = 'Fetch the news';
  text.dispatchEvent(new Event('input'));
  await until(() => button('Draft')?.disabled === false);
  button('Draft')?.click();
  await until(() => button('Create workflow') !== undefined);
  expect(dialog()?.textContent).toContain('Morning news');
  expect(dialog()?.textContent).toContain('Choose an account.');
  expect(server.asked('WorkflowCreate')).toEqual([]);
  button('Create workflow')?.click();
  await until(() => server.asked('WorkflowCreate').length > 0);
  expect(server.asked('WorkflowCreate')[0]).toMatchObject({ input: { document: drafted } });
  await until(() => TestBed.inject(Router).url === '/workflows/w1');
}, 20_000);
