import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { coreDefinitions } from '../node-view/testing/core-definitions';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { EditorSession } from '../session/editor-session';
import type { AddPlace } from '../session/operations/add-node';
import { documentOf, expressions } from '../session/testing/documents';
import { ManualTimers } from '../session/testing/manual-timers';
import { MemoryGateway } from '../session/testing/memory-gateway';
import { TurnStepperHarness } from '../turns/testing/turn-stepper.harness';
import { FlowCanvas } from './flow-canvas';
import { carriedLoops, loopFrames } from './loop-frames';
import { FlowCanvasHarness } from './testing/flow-canvas.harness';

@Component({
  selector: 'mr-test-host',
  imports: [FlowCanvas],
  template: `<mr-flow-canvas [session]="session()" minimap="none" (addRequested)="places.push($event)" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly session = signal<EditorSession>(undefined as unknown as EditorSession);
  readonly places: AddPlace[] = [];
}

const workflow = documentOf(
  [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'each', type: 'loop', label: 'Orders', position: { x: 400, y: 0 } },
    { id: 'inner', type: 'loop', label: 'Lines', parent: 'each', position: { x: 440, y: 100 } },
    { id: 'tell', type: 'log', label: 'Tell', parent: 'each', position: { x: 440, y: 400 } },
  ],
  ['start>each'],
);

async function show() {
  const timers = new ManualTimers();
  const gateway = new MemoryGateway(workflow);
  const session = new EditorSession({ catalogue: new NodeCatalogue(coreDefinitions), gateway, expressions, timers });
  await session.load('workflow');
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.session.set(session);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const canvas = await loader.getHarness(FlowCanvasHarness);
  return { session, canvas, loader, host: fixture.componentInstance };
}

beforeAll(() => {
  // The drawing library watches sizes, which jsdom does not have.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  globalThis.matchMedia ??= ((media: string) => ({ media, matches: true })) as unknown as typeof matchMedia;
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

describe('loops on the canvas', () => {
  it('are frames, the outer ones below the inner ones', async () => {
    const { session, canvas } = await show();
    expect(loopFrames(session).map(({ node, isEmpty }) => [node.id, isEmpty])).toEqual([
      ['each', false],
      ['inner', true],
    ]);
    expect(await canvas.cards()).toHaveLength(4);
    expect(await (await canvas.card('each')).name()).toBe('Orders');
  });

  it('say where they are to those who listen', async () => {
    const { canvas } = await show();
    expect(await (await canvas.card('each')).label()).toContain('2 steps inside');
    expect(await (await canvas.card('tell')).label()).toContain('inside loop “Orders”');
  });

  it('ask for their first step while they are empty', async () => {
    const { canvas, host } = await show();
    await (await canvas.card('inner')).press('Add a step inside Lines');
    expect(host.places).toEqual([{ kind: 'inside', loopId: 'inner' }]);
  });

  it('take along what is inside, of everything that is selected', async () => {
    const { session } = await show();
    expect([...carriedLoops(session, 'tell')]).toEqual([]);
    expect([...carriedLoops(session, 'each')]).toEqual(['each']);
    session.selection.select({ nodeIds: ['start', 'each'] });
    expect([...carriedLoops(session, 'start')]).toEqual(['each']);
  });

  it('show their turns, and every turn can be looked at', async () => {
    const { session, loader } = await show();
    const list = Array.from({ length: 12 }, (_, place) => place);
    const begun = list.flatMap((turn) => [
      { type: 'turn.started' as const, nodeId: 'each', turn },
      {
        type: 'turn.finished' as const,
        nodeId: 'each',
        turn,
        status: turn === 4 ? ('failed' as const) : ('completed' as const),
        outputFrom: [],
      },
    ]);
    const asked = { count: 12, concurrency: 1, onTurnError: 'continue' as const, startedAtMs: 0, attempt: 1 };
    const bodies = [
      { type: 'workflow.started' as const, triggerNodeId: 'start', trigger: { value: null }, nodeCount: 4 },
      { type: 'node.iterating' as const, nodeId: 'each', items: { value: list }, ...asked },
      ...begun,
    ];
    session.run.show({
      executionId: 'run',
      document: workflow,
      events: bodies.map((body, place) => ({ ...body, seq: place + 1, atMs: place })),
    });
    const turns = await loader.getHarness(TurnStepperHarness);
    expect([await turns.counts(), await turns.turn()]).toEqual(['12 / 12, 1 failed', '5']);
    await turns.press('Next turn');
    expect(await turns.turn()).toBe('6');
    await turns.jump('12');
    expect(session.run.turnOf('each')).toBe(11);
    await turns.jump('99');
    expect(await turns.turn()).toBe('12');
    await turns.press('First failed');
    expect(session.run.turnOf('each')).toBe(4);
  });
});
