import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { NodeCatalogue } from '../../session/catalogue/node-catalogue';
import { EditorSession } from '../../session/editor-session';
import { documentOf, expressions } from '../../session/testing/documents';
import { ManualTimers } from '../../session/testing/manual-timers';
import { MemoryGateway } from '../../session/testing/memory-gateway';
import { NodeForm } from '../form/node-form';
import { type FormAddress, NODE_VIEW_API, type NodeViewApi } from '../ports/node-view-api';
import { coreDefinitions } from '../testing/core-definitions';
import { FormCard } from './form-card';

const URL = 'https://x.test/forms/start/t/ask';

/** The card of a form trigger; what it runs with is in `runs`. */
async function cardOf(address: FormAddress, config: JsonObject = {}) {
  const api = { form: () => Promise.resolve(address) } as unknown as NodeViewApi;
  TestBed.configureTestingModule({ providers: [{ provide: NODE_VIEW_API, useValue: api }] });
  const session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(documentOf([{ id: 'ask', type: 'form-trigger', label: 'Ask', config }], [])),
    expressions,
    timers: new ManualTimers(),
  });
  await session.load('workflow');
  const fixture = TestBed.createComponent(FormCard);
  const runs: unknown[] = [];
  fixture.componentInstance.runWith.subscribe((run) => runs.push(run));
  fixture.componentRef.setInput('form', new NodeForm(session, signal('ask')));
  await fixture.whenStable();
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, runs, fixture };
}

/** The dialog over the page. */
async function dialog(): Promise<HTMLElement> {
  for (let turn = 0; turn < 20; turn += 1) {
    await TestBed.tick();
    const found = document.querySelector<HTMLElement>('[data-testid=form-dialog]');
    if (found?.querySelector('form')) return found;
    await Promise.resolve();
  }
  throw new Error('no dialog');
}

function enter(input: HTMLInputElement | null, value: string): void {
  input!.value = value;
  input!.dispatchEvent(new Event('input'));
}

describe('the card of a form', () => {
  it('leads to the page while people can send it', async () => {
    const { element } = await cardOf({ url: URL, isLive: true });
    expect(element.querySelector('[data-testid=form-url]')?.textContent).toBe(URL);
    expect(element.querySelector('a')?.getAttribute('href')).toBe(URL);
    expect(element.textContent).toContain('Live');
  });

  it('says what to do while nobody can', async () => {
    const { element } = await cardOf({ url: URL, isLive: false });
    expect(element.querySelector('a')).toBeNull();
    expect(element.textContent).toContain('Not live');
    expect(element.textContent).toMatch(/publish the workflow/);
  });

  it('runs the draft with what is filled in, and says what does not fit', async () => {
    const fields: JsonObject[] = [
      { name: 'email', label: 'Address', kind: 'email', required: true },
      { name: 'count', kind: 'number', value: 2 },
    ];
    const { element, runs, fixture } = await cardOf({ url: URL, isLive: false }, { fields });
    element.querySelector<HTMLElement>('[data-testid=fill-form]')!.click();
    const asked = await dialog();
    const form = asked.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(asked.textContent).toContain('This is needed.');
    expect(runs).toEqual([]);
    enter(asked.querySelector('[data-field=email] input'), 'ada@example.com');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(runs).toEqual([{ nodeId: 'ask', value: { email: 'ada@example.com', count: 2 } }]);
  });
});
