import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { PATH_MIME } from '@millrace/web-ui';
import { CREDENTIAL_API } from '../credentials/api/credential-api';
import { MemoryCredentialApi } from '../credentials/testing/memory-credential-api';
import { EditorSession } from '../session/editor-session';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import type { RunPlan } from '../session/run/run-plan';
import { documentOf, expressions } from '../session/testing/documents';
import { ManualTimers } from '../session/testing/manual-timers';
import { MemoryGateway } from '../session/testing/memory-gateway';
import { NodeView } from './node-view';
import { type CapturedCall, NODE_VIEW_API, type NodeViewApi } from './ports/node-view-api';
import { PARAM_CHOICES, type ParamChoices } from './ports/param-choices';
import { coreDefinitions } from './testing/core-definitions';
import { NodeViewHarness } from './testing/node-view.harness';

const calls = new Subject<CapturedCall>();

const api: NodeViewApi = {
  listen: () =>
    Promise.resolve({
      url: 'https://x.test/hooks-test/t',
      curl: 'curl t',
      until: new Date(Date.now() + 60_000).toISOString(),
    }),
  captured: () => calls,
  nextRuns: () => Promise.resolve(['2026-01-01T09:00:00Z']),
  webhooks: () => Promise.resolve([]),
  form: () => Promise.resolve({ url: 'https://x.test/forms/start/t/form', isLive: false }),
  waitAddress: () => Promise.resolve(undefined),
  value: () => Promise.resolve({ large: true }),
  issueSecret: () => Promise.resolve('secret'),
  calledWorkflow: () =>
    Promise.resolve({
      name: 'Price of an order',
      input: {
        type: 'object',
        properties: { order: { type: 'string', title: 'Order' }, rush: { type: 'boolean' } },
        required: ['order'],
      },
      result: { type: 'object', properties: { total: { type: 'number' } } },
    }),
};

const choices: ParamChoices = {
  find: () => Promise.resolve({ choices: [], isLive: false }),
  workflows: () => Promise.resolve([{ value: 'w1', label: 'Price of an order' }]),
  workflowName: () => Promise.resolve('Price of an order'),
};

@Component({
  selector: 'mr-test-host',
  imports: [NodeView],
  template: `
    <mr-node-view
      [session]="session()"
      [nodeId]="nodeId()"
      [docked]="docked()"
      [fresh]="fresh()"
      (dockedChange)="docked.set($event)"
      (closed)="isClosed.set(true)"
      (navigated)="nodeId.set($event)"
      (runRequested)="plan.set($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly session = signal<EditorSession>(undefined as unknown as EditorSession);
  readonly nodeId = signal('');
  readonly docked = signal(false);
  readonly fresh = signal(false);
  readonly isClosed = signal(false);
  readonly plan = signal<RunPlan | undefined>(undefined);
}

const document = documentOf(
  [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'http', type: 'http-request', label: 'Fetch data', config: { url: 'https://x.test' } },
    { id: 'log', type: 'log', label: 'Log it', config: { message: 'Got {{ Fetchdata.title }}' } },
    { id: 'empty', type: 'http-request', label: 'Empty' },
    { id: 'cases', type: 'switch', label: 'Cases', config: { cases: [{ id: 'case-0', label: 'Germany' }] } },
    { id: 'hook', type: 'webhook-trigger', label: 'Hook' },
    { id: 'plan', type: 'schedule-trigger', label: 'Plan', config: { cron: '0 9 * * 1-5' } },
    { id: 'ask', type: 'condition', label: 'Ask', config: { field: 'a', operator: 'equals', value: 1 } },
    { id: 'child', type: 'run-workflow', label: 'Child', config: { workflowId: 'w1' } },
    { id: 'after', type: 'log', label: 'After', config: { message: '{{ Child.total }}' } },
    { id: 'bare', type: 'log', label: 'Bare' },
  ],
  ['start>child', 'child>after', 'start>http', 'http>log', 'http>empty', 'http>cases', 'http>ask'],
);

async function open(nodeId: string, isFresh = false) {
  TestBed.configureTestingModule({
    imports: [Host],
    providers: [
      { provide: NODE_VIEW_API, useValue: api },
      { provide: CREDENTIAL_API, useValue: new MemoryCredentialApi() },
      { provide: PARAM_CHOICES, useValue: choices },
    ],
  });
  const timers = new ManualTimers();
  const session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(document),
    expressions,
    timers,
  });
  await session.load('workflow');
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.session.set(session);
  fixture.componentInstance.nodeId.set(nodeId);
  fixture.componentInstance.fresh.set(isFresh);
  globalThis.document.body.append(fixture.nativeElement as HTMLElement);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const view = await loader.getHarness(NodeViewHarness);
  return { session, view, fixture, host: fixture.componentInstance, timers };
}

describe('the node view', () => {
  beforeAll(() => {
    globalThis.matchMedia ??= () =>
      ({ matches: false, addListener: () => undefined, removeListener: () => undefined }) as never;
  });

  it('shows the params of the node, those that apply just now', async () => {
    const { view, session } = await open('http');
    expect((await view.params()).slice(0, 4)).toEqual(['method', 'url', 'query', 'headers']);
    expect(await (await view.param('url')).text()).toBe('https://x.test');
    session.actions.setParam('http', ['url'], undefined);
    expect(await (await view.param('url')).text()).toBe('');
  });

  it.each([
    ['empty', 'URL'],
    ['bare', 'Message'],
  ])('begins in what is to be filled in when %s was just added', async (nodeId, label) => {
    const { fixture } = await open(nodeId, true);
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const field = globalThis.document.activeElement;
    expect(field?.getAttribute('aria-label') ?? field?.closest('mr-field')?.textContent).toContain(label);
  });

  it('leaves the keyboard where it is when a node is looked at again', async () => {
    const { fixture } = await open('empty');
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(globalThis.document.activeElement).not.toBeInstanceOf(HTMLInputElement);
  });

  it('keeps the keyboard on the button while nothing can be run', async () => {
    const { view, host, session, fixture } = await open('http');
    const button = globalThis.document.querySelector<HTMLElement>('[data-testid="run-step"]');
    button?.focus();
    session.actions.setParam('http', ['url'], undefined);
    session.problems.check();
    await fixture.whenStable();
    expect([await view.canRun(), globalThis.document.activeElement === button]).toEqual([false, true]);
    await view.run();
    expect(host.plan()).toBeUndefined();
  });

  it('asks for what the workflow takes that it runs, and knows what that gives', async () => {
    const { view, session, fixture } = await open('child');
    await fixture.whenStable();
    expect(await view.params()).toEqual(expect.arrayContaining(['workflowId', 'input', 'order', 'rush', 'wait']));
    await (await view.param('order')).type('A-1');
    expect(session.node('child')?.config).toEqual({ workflowId: 'w1', input: { order: 'A-1' } });
    expect(session.params.output('child')).toMatchObject({ source: 'schema', sample: { total: expect.any(Number) } });
    await (await view.param('order')).type('');
    expect(session.node('child')?.config).toEqual({ workflowId: 'w1' });
  });

  it('writes what is typed, as one step of undo', async () => {
    const { view, session } = await open('http');
    const url = await view.param('url');
    await url.type('https://y.test');
    expect(session.node('http')?.config).toEqual({ url: 'https://y.test' });
    await url.type('');
    expect(session.node('http')?.config).toEqual({});
    session.undo();
    expect(session.node('http')?.config).toEqual({ url: 'https://x.test' });
  });

  it('begins an expression with = and a template with braces', async () => {
    const { view, session } = await open('http');
    const url = await view.param('url');
    await url.type('= trigger.url');
    expect(session.node('http')?.config).toEqual({ url: { $expr: 'trigger.url' } });
    expect(await url.isEditor()).toBe(true);
    expect(await url.mode()).toBe('Expression');
    await url.choose('Template');
    expect(session.node('http')?.config).toEqual({ url: '{{ trigger.url }}' });
  });

  it('opens a tag that closes itself, where it is typed', async () => {
    // jsdom draws nothing: CodeMirror asks it for the place of the text all the same.
    Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
    const { view, session, fixture } = await open('http');
    fixture.autoDetectChanges();
    const url = await view.param('url');
    await url.type('https://x.test/{{');
    const written = (): unknown => session.node('http')?.config['url'];
    while (written() !== 'https://x.test/{{}}') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await url.mode()).toBe('Template');
  });

  it('shows what a template gives with pinned data, and where it is wrong', async () => {
    const { view, session } = await open('log');
    session.pins.pin('http', { main: { title: 'Hello' } });
    const field = await (await view.param('message')).host();
    expect(await field.text()).toContain('Got Hello');
    session.pins.pin('http', { main: { name: 'Hello' } });
    expect(await field.text()).toContain('was not found');
  });

  it('puts what is wrong with a param at the param, and says why the node cannot run', async () => {
    const { view } = await open('empty');
    expect(await (await view.param('url')).error()).toBe('It needs a value.');
    expect(await view.canRun()).toBe(false);
  });

  it('takes a path that is dropped on a field once, as a template', async () => {
    const { session, fixture } = await open('http');
    const field = (fixture.nativeElement as HTMLElement).querySelector(
      '[data-testid=param-url] input:not([type=radio])',
    );
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { types: [PATH_MIME], getData: (type: string) => (type === PATH_MIME ? 'trigger.id' : '') },
    });
    field?.dispatchEvent(drop);
    expect(session.node('http')?.config['url']).toBe('https://x.test{{ trigger.id }}');
    expect(drop.defaultPrevented).toBe(true);
  });

  it('hands out the plan of a step', async () => {
    const { view, host } = await open('http');
    expect(await view.canRun()).toBe(true);
    await view.run();
    expect(host.plan()).toMatchObject({ mode: 'step', nodeId: 'http' });
  });

  it('renames the node, and references follow', async () => {
    const { view, session } = await open('http');
    await view.rename('Get article');
    expect(session.node('http')?.label).toBe('Get article');
    expect(session.node('log')?.config['message']).toBe('Got {{ Getarticle.title }}');
    await view.rename('  ');
    expect(await view.name()).toBe('Get article');
  });

  it('hops to the neighbour and closes', async () => {
    const { view, host } = await open('http');
    await view.press('To the node before: Start');
    expect(host.nodeId()).toBe('start');
    await view.press('Close');
    expect(host.isClosed()).toBe(true);
  });

  it('shows data of the node before, or how to get some', async () => {
    const { view, session } = await open('http');
    expect(await view.textOf('input')).toMatch(/Start/);
    session.pins.pin('start', { main: { id: 'ord_1' } });
    expect(await view.textOf('input')).toContain('pinned');
    expect(await view.textOf('output')).toContain('No output yet');
    session.pins.pin('http', { main: [1, 2, 3] });
    expect(await view.textOf('output')).toContain('3 items');
  });

  it('edits the cases of a switch in forms of their own, and adds one with an id', async () => {
    const { view, session } = await open('cases');
    expect(await view.params()).toEqual(expect.arrayContaining(['cases', 'label']));
    await view.press('Add case');
    expect(session.node('cases')?.config['cases']).toEqual([
      { id: 'case-0', label: 'Germany' },
      { id: 'case-1', label: 'Case 2' },
    ]);
    await view.press('Move case 2 up');
    expect((session.node('cases')?.config['cases'] as { id: string }[])[0]?.id).toBe('case-1');
  });

  it('turns one question into a list when another condition is added', async () => {
    const { view, session } = await open('ask');
    await view.press('Add condition');
    expect(session.node('ask')?.config).toEqual({
      combinator: 'and',
      conditions: [
        { field: 'a', operator: 'equals', value: 1 },
        { field: '', operator: 'equals', value: '' },
      ],
    });
    await view.press('Remove condition 2');
    expect(session.node('ask')?.config).toEqual({ field: 'a', operator: 'equals', value: 1 });
  });

  it('shows the operator that another name in the document means, and writes it with the next change only', async () => {
    const { view, session } = await open('ask');
    session.actions.setParam('ask', ['operator'], 'gt');
    const field = await view.param('conditions');
    expect(await (await field.host()).text()).toContain('is greater than');
    expect(session.node('ask')?.config['operator']).toBe('gt');
    await view.press('Add condition');
    expect(session.node('ask')?.config['conditions']).toEqual([
      { field: 'a', operator: 'greater_than', value: 1 },
      { field: '', operator: 'equals', value: '' },
    ]);
  });

  it('says what is wrong with an operator that nobody knows, in the short form and in a list', async () => {
    const { view, session, timers } = await open('ask');
    session.actions.setParam('ask', ['operator'], 'grater_than');
    await timers.pass(1_000);
    const field = await view.param('conditions');
    expect(await field.error()).toContain('Did you mean "greater_than"?');
    expect(await (await field.host()).text()).toContain('grater_than');
    for (const key of ['field', 'operator', 'value']) session.actions.setParam('ask', [key], undefined);
    session.actions.setParam('ask', ['conditions'], [{ field: 'a', operator: 'odd', value: 1 }]);
    await timers.pass(1_000);
    expect(await field.error()).toContain('must be one of "equals", "not_equals"');
  });

  it('adds a header, and keeps a row without a name out of the document', async () => {
    const { view, session } = await open('http');
    const headers = await view.param('headers');
    await headers.press('Add');
    expect(session.node('http')?.config['headers']).toBeUndefined();
    await headers.type('Accept');
    expect(session.node('http')?.config['headers']).toEqual({ Accept: '' });
  });

  it('says a cron expression in words', async () => {
    const { view } = await open('plan');
    const cron = await view.param('cron');
    expect(await (await cron.host()).text()).toContain('At 09:00 on weekdays');
  });

  it('listens for a test call and pins what came', async () => {
    const { view, session } = await open('hook');
    await view.press('Listen');
    expect(await view.textOf('input')).toContain('https://x.test/hooks-test/t');
    calls.next({ id: 'c1', method: 'POST', path: '', receivedAt: '2026-01-01T00:00:00Z', value: { order: 7 } });
    expect(await view.textOf('input')).toContain('{"order":7}');
    await view.press('Use as output');
    expect(session.pins.valueOf('hook')).toEqual({ order: 7 });
  });

  it('changes what happens when the node fails', async () => {
    const { view, session } = await open('http');
    await view.open('Settings');
    const settings = await view.settings();
    await settings.choose('Use the error port');
    expect(session.node('http')?.settings.onError).toBe('error-port');
    await settings.toggle('Try again');
    expect(session.node('http')?.settings.retry).toMatchObject({ maxAttempts: 3, backoff: 'exponential' });
    await settings.toggle('Enabled');
    expect(session.node('http')?.enabled).toBe(false);
    expect(await view.canRun()).toBe(false);
  });

  it('stands beside the canvas when it is docked, one pane at a time, without holding the focus', async () => {
    const { view, fixture, host } = await open('http');
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[role=dialog]')?.getAttribute('aria-modal')).toBe('true');
    page.querySelector<HTMLElement>('[data-testid=dock-node-view]')?.click();
    await view.params();
    expect([host.docked(), page.querySelector('[role=dialog]'), page.querySelector('mr-input-pane')]).toEqual([
      true,
      null,
      null,
    ]);
    expect(page.querySelector('[role=complementary]')?.getAttribute('aria-label')).toBe('Fetch data');
    page.querySelector<HTMLElement>('[data-testid=dock-node-view]')?.click();
    await view.params();
    expect([host.docked(), page.querySelector('mr-input-pane')]).toEqual([false, expect.anything()]);
  });

  it('wires required params up to data from before that fits, as one step of undo', async () => {
    const { view, session, fixture } = await open('empty');
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('[data-testid=wire-up]')?.hasAttribute('hidden')).toBe(true);
    session.pins.pin('http', { main: { link: 'https://z.test' } });
    await view.params();
    expect(page.querySelector('[data-testid=wire-up]')?.textContent).toContain('Fetchdata.link');
    page.querySelector<HTMLElement>('[data-testid=wire-me-up]')?.click();
    await view.params();
    expect(session.node('empty')?.config).toMatchObject({ url: '{{ Fetchdata.link }}' });
    expect(page.querySelector('[data-testid=wire-up]')?.hasAttribute('hidden')).toBe(true);
    session.undo();
    expect(session.node('empty')?.config).toEqual({});
  });

  it('connects an input that nothing leads to', async () => {
    const { session, fixture, view } = await open('log');
    const [edge] = session.index().incoming('log');
    session.actions.disconnect(edge?.id ?? '');
    await view.params();
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[data-testid=wire-input]')?.click();
    await view.params();
    expect(session.index().incoming('log')).toHaveLength(1);
  });
});
