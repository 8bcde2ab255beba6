import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer, settled } from '@millrace/web-api/testing';
import { ComparePage } from './compare-page';

const AT = '2026-11-20T12:00:00.000Z';
const document = { name: 'Orders', nodes: [{ id: 'a', label: 'Fetch', type: 'log', settings: {} }], edges: [] };
const details = (id: string) => ({
  __typename: 'Execution',
  id,
  workflowId: 'w1',
  workflowName: 'Orders',
  versionId: id === 'r1' ? 'v1' : 'v2',
  version: '1.0.0',
  status: 'COMPLETED',
  mode: 'WEBHOOK',
  phase: 'completed',
  progress: 100,
  eventSeq: 2,
  terminated: false,
  createdAt: AT,
  startedAt: AT,
  finishedAt: AT,
  retryCount: 0,
  starred: false,
  error: null,
  instanceId: id,
  document,
  startedBy: null,
  sourceId: null,
  partial: null,
});
const event = (seq: number, type: string, body: object) => ({
  __typename: 'ExecutionEvent',
  seq,
  at: AT,
  type,
  nodeId: seq === 1 ? null : 'a',
  body,
});
const eventsOf = (price: number) => [
  event(1, 'workflow.started', { triggerNodeId: 'a', trigger: { value: null }, nodeCount: 1 }),
  event(2, 'node.completed', { attempt: 1, startedAtMs: 0, durationMs: 5, ports: { main: { value: { price } } } }),
];

let fixture: ComponentFixture<ComparePage>;
let server: FakeServer;

async function open(before: string, after: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: BROWSER, useValue: server }],
  });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  fixture = TestBed.createComponent(ComparePage);
  fixture.componentRef.setInput('executionId', before);
  fixture.componentRef.setInput('otherId', after);
  for (let turn = 0; turn < 6; turn += 1) {
    await settled();
    await fixture.whenStable();
  }
  return fixture.nativeElement as HTMLElement;
}

beforeEach(() => {
  server = new FakeServer()
    .signsIn()
    .on('RunById', ({ id }) => ({ execution: id === 'gone' ? null : details(String(id)) }))
    .on('ExecutionEventPage', ({ id }) => ({
      execution: { __typename: 'Execution', id, eventSeq: 2, events: eventsOf(id === 'r1' ? 1 : 2) },
    }));
});

it('shows both runs, which step differs, and where its output does', async () => {
  const element = await open('r1', 'r2');
  expect(element.querySelectorAll('.sides section')).toHaveLength(2);
  expect(element.textContent).toContain('1 step of 1 came to something else.');
  expect(element.textContent).toContain('They ran different versions');
  expect(element.querySelector('.rows .tag')?.textContent).toBe('differs');
  expect(element.querySelector('.difference code')?.textContent).toBe('price');
  expect([...element.querySelectorAll('.difference pre')].map((one) => one.textContent)).toEqual([
    'In A: 1',
    'In B: 2',
  ]);
});

it('says when there is nothing to tell apart', async () => {
  const element = await open('r1', 'r1');
  expect(element.textContent).toContain('Every step came to the same.');
  expect(element.textContent).toContain('Both gave the same');
});

it('says when one of the runs is gone', async () => {
  const element = await open('r1', 'gone');
  expect(element.textContent).toContain('One of the runs is gone');
});
