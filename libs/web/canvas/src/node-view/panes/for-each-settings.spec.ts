import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Json } from '@millrace/workflow-model';
import { EditorSession } from '../../session/editor-session';
import { NodeCatalogue } from '../../session/catalogue/node-catalogue';
import { documentOf, expressions } from '../../session/testing/documents';
import { ManualTimers } from '../../session/testing/manual-timers';
import { MemoryGateway } from '../../session/testing/memory-gateway';
import { NodeForm } from '../form/node-form';
import { coreDefinitions } from '../testing/core-definitions';
import { ForEachSettings } from './for-each-settings';

const document = documentOf(
  [
    { id: 'start', type: 'manual-trigger', label: 'Start' },
    { id: 'ask', type: 'http-request', label: 'Ask', config: { url: 'https://x.test/{{ item }}' } },
  ],
  ['start>ask'],
);

async function open(input?: Json) {
  const session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(document),
    expressions,
    timers: new ManualTimers(),
  });
  await session.load('workflow');
  if (input !== undefined) session.pins.pin('start', { main: input });
  const fixture = TestBed.createComponent(ForEachSettings);
  fixture.componentRef.setInput('form', new NodeForm(session, signal('ask')));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  return {
    text: () => {
      fixture.detectChanges();
      return page.textContent?.replace(/\s+/g, ' ') ?? '';
    },
    turnOn: () => page.querySelector<HTMLInputElement>('input[type=checkbox], [role=switch]')?.click(),
    write: (items: Json) => session.actions.setSettings('ask', { ...settings(), forEach: { ...forEach()!, items } }),
    fill: (value: string) => {
      const field = page.querySelector<HTMLInputElement>('input[type=number]')!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
    },
    forEach: () => forEach(),
    session,
  };
  function settings() {
    return session.node('ask')!.settings;
  }
  function forEach() {
    return settings().forEach;
  }
}

describe('“run once per item”', () => {
  it('is off at first, and begins with the first list that comes in', async () => {
    const view = await open({ note: 'x', orders: [1, 2, 3] });
    expect(view.text()).not.toContain('At the same time');
    view.turnOn();
    expect(view.forEach()).toEqual({ items: '{{ input.orders }}', concurrency: 1, onItemError: 'stop' });
    expect(view.text()).toContain('Will run 3 times, once per item.');
  });

  it('takes the whole input when that is the list, and makes `item` known', async () => {
    const view = await open(['a', 'b']);
    expect(view.session.params.check('ask', '{{ item }}')).toHaveLength(1);
    view.turnOn();
    expect(view.forEach()?.items).toBe('{{ input }}');
    expect(view.session.params.check('ask', '{{ item }}')).toEqual([]);
    expect(view.session.params.preview('ask', '{{ item }}')).toMatchObject({ value: 'a' });
  });

  it('says so when what it is pointed at is no list, and asks for one when there is none', async () => {
    const view = await open({ one: 1 });
    view.turnOn();
    expect(view.text()).toContain('Choose a list');
    view.write('{{ input.one }}');
    expect(view.text()).toContain('This is no list.');
  });

  it('takes between 1 and 100 items at a time, and goes away again', async () => {
    const view = await open([1]);
    view.turnOn();
    view.text();
    view.fill('5');
    view.fill('500');
    expect(view.forEach()?.concurrency).toBe(5);
    view.turnOn();
    expect(view.forEach()).toBeUndefined();
    expect(view.session.node('ask')?.settings).toEqual({ onError: 'stop' });
  });
});
