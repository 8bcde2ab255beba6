import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { coreDefinitions } from '../node-view/testing/core-definitions';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { EditorSession } from '../session/editor-session';
import type { AddPlace } from '../session/operations/add-node';
import { documentOf, expressions } from '../session/testing/documents';
import { ManualTimers } from '../session/testing/manual-timers';
import { MemoryGateway } from '../session/testing/memory-gateway';
import { FlowCanvas } from './flow-canvas';
import type { MenuTarget } from './flow-view';
import { FlowCanvasHarness } from './testing/flow-canvas.harness';

@Component({
  selector: 'mr-test-host',
  imports: [FlowCanvas],
  template: `
    <mr-flow-canvas
      [session]="session()"
      minimap="none"
      (opened)="opened.push($event)"
      (addRequested)="places.push($event)"
      (menuRequested)="menus.push($event)"
      (commanded)="commands.push($event.command + ' ' + $event.nodeId)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly session = signal<EditorSession>(undefined as unknown as EditorSession);
  readonly opened: string[] = [];
  readonly places: AddPlace[] = [];
  readonly menus: MenuTarget[] = [];
  readonly commands: string[] = [];
}

const workflow = documentOf(
  [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'ask', type: 'condition', label: 'Ask', config: { field: 'a', operator: 'equals', value: 1 } },
    { id: 'tell', type: 'log', label: 'Tell', config: { message: 'hello' } },
    { id: 'off', type: 'no-op', label: 'Off', enabled: false },
  ],
  ['start>ask', 'ask:true>tell', 'ask:false>off'],
  {
    notes: [{ id: 'n', text: '**Mind** this', position: { x: 0, y: 200 }, size: { width: 240, height: 160 } }],
    groups: [{ id: 'g', label: 'Says it', nodeIds: ['tell'] }],
  },
);

async function show(document: WorkflowDocument = workflow, options: { readonly readonly?: boolean } = {}) {
  const timers = new ManualTimers();
  const gateway = new MemoryGateway(document);
  const session = new EditorSession({ catalogue: new NodeCatalogue(coreDefinitions), gateway, expressions, timers });
  if (options.readonly) session.view(document);
  else await session.load('workflow');
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.session.set(session);
  const canvas = await TestbedHarnessEnvironment.loader(fixture).getHarness(FlowCanvasHarness);
  return { session, canvas, host: fixture.componentInstance };
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

describe('the drawn workflow', () => {
  it('has a card for every node, with its name, what it does and its outputs', async () => {
    const { canvas } = await show();
    expect(await canvas.cards()).toHaveLength(4);
    const ask = await canvas.card('ask');
    expect([await ask.name(), await ask.ports()]).toEqual(['Ask', ['true', 'false']]);
    expect(await (await canvas.card('tell')).summary()).toBe('hello');
  });

  it('calls cards and connections by what they are', async () => {
    const { canvas } = await show();
    expect(await (await canvas.card('ask')).label()).toBe('Condition “Ask”, 1 input, 2 outputs');
    expect(await (await canvas.card('off')).label()).toMatch(/“Off”, disabled/);
    expect(await canvas.connections()).toEqual([
      'Connection from “Start” to “Ask”',
      'Connection from “Ask” (true) to “Tell”',
      'Connection from “Ask” (false) to “Off”',
    ]);
  });

  it('follows what is done to the workflow', async () => {
    const { canvas, session } = await show();
    session.actions.rename('tell', 'Say it');
    session.actions.toggleEnabled(['tell']);
    expect(await (await canvas.card('tell')).name()).toBe('Say it');
    expect(await (await canvas.card('tell')).status()).toBe('disabled');
    session.actions.remove({ nodeIds: ['tell'] });
    expect(await canvas.cards()).toHaveLength(3);
    session.undo();
    expect(await canvas.cards()).toHaveLength(4);
  });

  it('opens, runs, disables and deletes from its cards, and offers the next step', async () => {
    const { canvas, host } = await show();
    const tell = await canvas.card('tell');
    await tell.open();
    await tell.press('Run this step');
    await tell.press('Disable');
    await tell.press('Delete');
    await tell.press('Add a step after Tell');
    await tell.press('More');
    expect(host.opened).toEqual(['tell']);
    expect(host.commands).toEqual(['run tell', 'toggle tell', 'delete tell']);
    expect(host.places).toEqual([{ kind: 'after', nodeId: 'tell', port: 'main' }]);
    expect(host.menus).toMatchObject([{ kind: 'node', id: 'tell' }]);
  });

  it('shows notes as Markdown, and what is written on them is one step', async () => {
    const { canvas, session } = await show();
    const [note] = await canvas.notes();
    await note?.write('Changed');
    expect(session.notes()[0]?.text).toBe('Changed');
    expect(session.history.undoLabel()).toBe('Change note');
    session.undo();
    expect(session.notes()[0]?.text).toBe('**Mind** this');
  });

  it('opens the text of the note that has the focus with Enter', async () => {
    const { canvas, session } = await show();
    const [note] = await canvas.notes();
    await note?.writeByKey('By keyboard');
    expect(session.notes()[0]?.text).toBe('By keyboard');
    session.setReadonly(true);
    await note?.pressEnter();
    expect(await note?.isEditing()).toBe(false);
  });

  it('frames groups, and takes them apart', async () => {
    const { canvas, session } = await show();
    expect(await canvas.groups()).toEqual(['Says it']);
    session.actions.ungroup(['g']);
    expect(await canvas.groups()).toEqual([]);
  });

  it('marks a card that somebody wrote a note about', async () => {
    const { canvas, session } = await show();
    const card = await canvas.card('tell');
    expect(document.querySelector('[data-node="tell"] .remark')).toBeNull();
    session.actions.describe('tell', 'Asked for by the shop');
    expect(await card.label()).toContain('“Tell”, has a note,');
    expect(document.querySelector('[data-node="tell"] .remark')).not.toBeNull();
  });

  it('paints a group and says what it is for', async () => {
    const { canvas, session } = await show();
    const frame = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-group="g"]');
    expect(frame()?.style.getPropertyValue('--paint')).toBe('');
    session.actions.updateGroup('g', { color: 'green', description: 'Tells everybody' });
    expect(await canvas.groups()).toEqual(['Says it Tells everybody']);
    expect(frame()?.style.getPropertyValue('--paint')).toBe('var(--note-green)');
    expect(frame()?.getAttribute('aria-description')).toBe('Tells everybody');
    session.actions.updateGroup('g', { color: undefined, description: undefined });
    expect(await canvas.groups()).toEqual(['Says it']);
    expect(session.groups()[0]).toEqual({ id: 'g', label: 'Says it', nodeIds: ['tell'] });
  });

  it('draws a collapsed group as one tile, with the number of its steps and the worst of their states', async () => {
    const nodes = workflow.nodes.map((node) => (node.id === 'tell' ? { ...node, type: 'unheard-of' } : node));
    const { canvas, session } = await show({ ...workflow, nodes });
    session.problems.check();
    session.actions.collapseGroups(true, ['g']);
    expect(await canvas.cards()).toHaveLength(3);
    expect(await canvas.connections()).toHaveLength(3);
    expect(await canvas.groups()).toEqual([]);
    expect(await canvas.tiles()).toEqual([{ name: 'Says it', count: '1 step', status: 'incomplete' }]);
    await canvas.expand('g');
    expect([await canvas.tiles(), (await canvas.cards()).length]).toEqual([[], 4]);
    session.undo();
    expect(await canvas.tiles()).toHaveLength(1);
  });

  it('goes without a complaint when it goes before it was shown', () => {
    expect(() => TestBed.createComponent(FlowCanvas).destroy()).not.toThrow();
  });

  it('changes nothing where there is only something to look at', async () => {
    const { canvas, host } = await show(workflow, { readonly: true });
    const tell = await canvas.card('tell');
    expect(await tell.buttons()).toEqual([]);
    await tell.open();
    expect(host.opened).toEqual(['tell']);
  });
});
